import { Alert, Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { useEffect, useId, useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useBlocker } from 'react-router'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { FaultMessage } from '../faults/FaultMessage.tsx'
import { featureProps } from '../featureProps.ts'
import type { FormFacts } from './form.ts'
import { FormFields } from './FormFields.tsx'
import { useEntityForm } from './useEntityForm.ts'
import type { Submission } from './useEntityForm.ts'

interface FormDialogProps<Entity, Values extends FieldValues, Body extends object> {
  readonly form: FormFacts<Entity, Values, Body>
  /** the object that is edited; nothing for a new one */
  readonly entity?: Entity | undefined
  /** the verb on the button */
  readonly submitLabel: MessageKey
  /** rejects with the fault when refused: the dialog then stays open */
  readonly onSubmit: (submission: Submission<Values>) => Promise<unknown>
  readonly onClose: () => void
}

/** A form in a dialog. Changes are not lost by Escape, the cross, Cancel or another page: it asks first. */
export const FormDialog = <Entity, Values extends FieldValues, Body extends object>({ form, entity, submitLabel, onSubmit, onClose }: FormDialogProps<Entity, Values, Body>) => {
  const { t } = useText()
  const titleId = useId()
  const [isAsking, setAsking] = useState(false)
  const isLeaving = useRef(false)
  const close = (): void => {
    isLeaving.current = true
    onClose()
  }
  const state = useEntityForm(form, entity, async (submission) => {
    await onSubmit(submission)
    close()
  })
  const { isChanged, isBusy, fault } = state
  const blocker = useBlocker(() => isChanged && !isLeaving.current)

  useEffect(() => {
    if (!isChanged) return
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', onUnload)
    return () => window.removeEventListener('beforeunload', onUnload)
  }, [isChanged])

  const onLeave = (): void => (isChanged ? setAsking(true) : close())
  const onDiscard = (): void => {
    isLeaving.current = true
    if (blocker.state === 'blocked') blocker.proceed()
    onClose()
  }
  const onStay = (): void => {
    if (blocker.state === 'blocked') blocker.reset()
    setAsking(false)
  }
  const asks = isAsking || blocker.state === 'blocked'
  return (
    <Modal isOpen variant="medium" onClose={onLeave} aria-labelledby={titleId} {...featureProps(form)}>
      <ModalHeader title={t(form.id)} labelId={titleId} />
      <ModalBody>
        <Form id={`${titleId}-form`} noValidate onSubmit={(event) => { event.preventDefault(); void state.send(event) }}>
          <FormFields form={form} state={state} />
        </Form>
        {fault !== undefined && <FaultMessage fault={fault} />}
        {asks && (
          <Alert
            isInline variant="warning" title={t('form.unsaved')}
            actionLinks={<><Button variant="secondary" isDanger onClick={onDiscard}>{t('button.discard')}</Button> <Button variant="link" onClick={onStay}>{t('button.stay')}</Button></>}
          />
        )}
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={`${titleId}-form`} isLoading={isBusy} isAriaDisabled={isBusy}>{t(submitLabel)}</Button>
        <Button variant="link" onClick={onLeave}>{t('button.cancel')}</Button>
      </ModalFooter>
    </Modal>
  )
}
