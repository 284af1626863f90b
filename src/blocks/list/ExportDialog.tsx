import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Spinner } from '@patternfly/react-core'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { FaultMessage } from '../faults/FaultMessage.tsx'

interface ExportDialogProps {
  /** read so far */
  readonly rows: number
  /** why it goes on no further */
  readonly fault: unknown
  readonly onRetry: () => void
  /** gives up what is still being read */
  readonly onClose: () => void
}

/** How far an export has come, and why it failed. */
export const ExportDialog = ({ rows, fault, onRetry, onClose }: ExportDialogProps) => {
  const { t } = useText()
  const { number } = useFormat()
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="export-title">
      <ModalHeader title={t('list.export')} labelId="export-title" />
      <ModalBody>
        {fault === undefined
          ? <p role="status"><Spinner size="md" aria-hidden /> {t('list.export.progress', { value: number(rows) })}</p>
          : <FaultMessage fault={fault} />}
      </ModalBody>
      <ModalFooter>
        {fault !== undefined && <Button onClick={onRetry}>{t('button.retry')}</Button>}
        <Button variant="link" onClick={onClose}>{t('button.cancel')}</Button>
      </ModalFooter>
    </Modal>
  )
}
