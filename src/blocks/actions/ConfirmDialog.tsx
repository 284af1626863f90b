import { Button, Checkbox, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { featureProps } from '../featureProps.ts'
import type { Placed } from '../placed.ts'
import { usePreference } from '../preferences.ts'
import { ConfirmBody } from './ConfirmBody.tsx'
import './actions.css'
import { allAccepted, useConfirmation } from './useConfirmation.ts'
import type { Offer } from './offer.ts'

interface ConfirmDialogProps<T extends Row> {
  readonly placed: Placed<T>
  readonly offer: Offer<T>
  readonly onClose: () => void
  /** what the action asks besides, after the names: dialogs of an action's own are this one with their questions inside */
  readonly children?: ReactNode
  /** `children` name the objects themselves */
  readonly isNamedBelow?: boolean
  /** false while an answer is missing */
  readonly isReady?: boolean
}

/**
 * Asks before an action: the question as title, the objects by name, what is left out and why, the consequence, a reason, check boxes.
 * Closes when every request was accepted; else stays with the fault of each object and offers to send the failed ones again.
 */
export const ConfirmDialog = <T extends Row>({ placed, offer, onClose, children, isNamedBelow = false, isReady = true }: ConfirmDialogProps<T>) => {
  const { t, textOr } = useText()
  const { action } = offer
  const state = useConfirmation(offer)
  const [isPressed, setPressed] = useState(false)
  const { rows, isSending, failed } = state
  const canSend = state.canSend && isReady
  const declinable = action.confirm?.unlessDeclined
  const [, setAsked] = usePreference(declinable ?? 'confirmSuspend')
  const [isDeclined, setDeclined] = useState(false)
  const params = { count: rows.length, name: rows[0]?.name ?? '', value: offer.eligible.length, total: offer.eligible.length + offer.skipped.length, action: t(action.id) }
  const title = textOr(`${action.id}.question`, t(offer.skipped.length > 0 ? 'confirm.some' : 'confirm.all', params), params)
  const isDanger = action.danger === true || action.group === 'destroy'

  const onSend = async (): Promise<void> => {
    setPressed(true)
    if (!canSend) return
    if (declinable && isDeclined) setAsked(false)
    if (allAccepted(await state.onSend())) onClose()
  }
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="confirm-title" aria-describedby="confirm-body" {...featureProps({ id: action.confirm?.id ?? action.id, also: action.confirm?.also })}>
      <ModalHeader title={title} labelId="confirm-title" {...(isDanger && { titleIconVariant: ExclamationTriangleIcon })} />
      <ModalBody id="confirm-body" className="confirm-body">
        <ConfirmBody placed={placed} offer={offer} state={state} showsMissing={isPressed} isNamedBelow={isNamedBelow}>{children}</ConfirmBody>
        {declinable && <Checkbox id="confirm-declined" label={t('confirm.notAgain')} isChecked={isDeclined} onChange={(_, isOn) => setDeclined(isOn)} />}
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
