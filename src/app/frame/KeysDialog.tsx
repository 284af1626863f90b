import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Modal, ModalBody, ModalHeader } from '@patternfly/react-core'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'

/** Keys are engraved on keyboards, hence not translated. */
const shortcuts: readonly { readonly keys: string; readonly does: MessageKey }[] = [
  { keys: 'Ctrl K', does: 'keys.palette' },
  { keys: '↑ ↓', does: 'keys.rows' },
  { keys: 'Shift F10', does: 'keys.menu' },
  { keys: '← → * Home End', does: 'keys.tree' },
  { keys: 'Esc', does: 'keys.close' },
]

export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText()
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="portal-keys-title">
      <ModalHeader title={t('keys.title')} labelId="portal-keys-title" />
      <ModalBody>
        <DescriptionList isHorizontal isCompact>
          {shortcuts.map(({ keys, does }) => (
            <DescriptionListGroup key={does}>
              <DescriptionListTerm><kbd data-original>{keys}</kbd></DescriptionListTerm>
              <DescriptionListDescription>{t(does)}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
      </ModalBody>
    </Modal>
  )
}
