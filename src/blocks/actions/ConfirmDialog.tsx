import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import { useState } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { featureProps } from '../featureProps.ts'
import type { Placed } from '../placed.ts'
import { ConfirmBody } from './ConfirmBody.tsx'
import { allAccepted, useConfirmation } from './useConfirmation.ts'
import type { Offer } from './offer.ts'

interface ConfirmDialogProps<T extends Row> {
  readonly placed: Placed<T>
  readonly offer: Offer<T>
  readonly onClose: () => void
}

/**
 * Asks before an action: the question as title, the objects by name, what is left out and why, the consequence, a reason, check boxes.
 * Closes when every request was accepted; else stays with the fault of each object and offers to send the failed ones again.
 */
export const ConfirmDialog = <T extends Row>({ placed, offer, onClose }: ConfirmDialogProps<T>) => {
  const { t, textOr } = useText()
  const { action } = offer
  const state = useConfirmation(offer)
  const [isPressed, setPressed] = useState(false)
  const { rows, isSending, canSend, failed } = state
  const params = { count: rows.length, name: rows[0]?.name ?? '', value: offer.eligible.length, total: offer.eligible.length + offer.skipped.length, action: t(action.id) }
  const title = textOr(`${action.id}.question`, t(offer.skipped.length > 0 ? 'confirm.some' : 'confirm.all', params), params)
  const isDanger = action.danger === true || action.group === 'destroy'

  const onSend = async (): Promise<void> => {
    setPressed(true)
    if (!canSend) return
    if (allAccepted(await state.onSend())) onClose()
  }
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="confirm-title" aria-describedby="confirm-body" {...featureProps(action)}>
      <ModalHeader title={title} labelId="confirm-title" {...(isDanger && { titleIconVariant: ExclamationTriangleIcon })} />
      <ModalBody id="confirm-body">
        <ConfirmBody placed={placed} offer={offer} state={state} showsMissing={isPressed} />
      </ModalBody>
      <ModalFooter>
        <Button variant={isDanger ? 'danger' : 'primary'} isLoading={isSending} isAriaDisabled={isSending || !canSend} onClick={() => void onSend()}>
          {failed.length > 0 ? t('confirm.retryFailed') : textOr(`${action.id}.do`, rows.length > 1 ? t('confirm.do', params) : t(action.id), params)}
        </Button>
        <Button variant="link" onClick={onClose}>{failed.length > 0 ? t('button.close') : t('button.cancel')}</Button>
      </ModalFooter>
    </Modal>
  )
}
