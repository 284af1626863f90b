import { Alert, Checkbox, Form, FormGroup, HelperText, HelperTextItem, Progress, TextArea } from '@patternfly/react-core'
import type { ReactNode } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { NameList } from '../../ui/NameList.tsx'
import type { Skipped } from '../action.ts'
import { FaultMessage } from '../faults/FaultMessage.tsx'
import type { Placed } from '../placed.ts'
import type { Offer } from './offer.ts'
import { reasonText } from './reasonText.ts'
import type { ConfirmationState } from './useConfirmation.ts'

interface ConfirmBodyProps<T extends Row> {
  readonly placed: Placed<T>
  readonly offer: Offer<T>
  readonly state: ConfirmationState<T>
  /** the button was pressed: boxes that must be ticked say so */
  readonly showsMissing: boolean
  /** what the action asks besides, after the names of the objects */
  readonly children?: ReactNode
  /** `children` name the objects */
  readonly isNamedBelow: boolean
}

/** What stands between the question and the button of a confirmation. */
export const ConfirmBody = <T extends Row>({ placed, offer, state, showsMissing, children, isNamedBelow }: ConfirmBodyProps<T>) => {
  const text = useText()
  const { t, textOr } = text
  const { action, eligible, skipped } = offer
  const Details = action.confirm?.Details
  const { rows, failed, reason, checks, progress } = state
  const consequence = textOr(`${action.id}.consequence`, '', { count: rows.length })
  const warnings = action.confirm?.warnings?.(eligible) ?? []
  return (
    <>
      {consequence !== '' && <p>{consequence}</p>}
      {!isNamedBelow && (
        <>
          <p>{t('confirm.affected')}</p>
          <NameList names={rows.map(({ id, name }) => name ?? id)} />
        </>
      )}
      {skipped.length > 0 && <SkippedList placed={placed} skipped={skipped} />}
      {warnings.map(({ key, params }) => <Alert key={key} isInline isPlain variant="warning" title={t(key, params)} />)}
      {Details && <Details rows={eligible} />}
      <Form onSubmit={(event) => event.preventDefault()}>
        {children}
        {action.confirm?.reason && (
          <FormGroup label={t('field.reason')} fieldId="confirm-reason">
            <TextArea id="confirm-reason" data-feature={`${action.id}.reason`} value={reason} onChange={(_, value) => state.onReason(value)} resizeOrientation="vertical" rows={2} />
          </FormGroup>
        )}
        {checks.map(({ id, value, fixed, latch }) => (
          <div key={id}>
            <Checkbox
              id={`confirm-${id}`} data-feature={id} label={textOr(id, id)} isChecked={value} isDisabled={fixed !== undefined}
              {...(fixed && { description: t(fixed.why) })}
              onChange={(_, next) => state.onCheck(id, next)}
            />
            {latch && showsMissing && !value && <HelperText><HelperTextItem variant="error" screenReaderText={t('state.error')}>{t('confirm.tickFirst')}</HelperTextItem></HelperText>}
          </div>
        ))}
      </Form>
      {progress && rows.length > 1 && (
        <Progress
          value={progress.done} max={progress.total} title={t('confirm.progress', { value: progress.done, total: progress.total })} measureLocation="none"
          aria-label={t('state.working')}
        />
      )}
      {failed.length > 0 && (
        <div role="alert" aria-label={t('confirm.failed', { count: failed.length })}>
          {failed.slice(0, mostFaults).map(({ row, fault }) => (
            <FaultMessage key={row.id} fault={fault} title={t('fault.failedFor', { action: t(action.id), name: row.name ?? row.id })} />
          ))}
          {failed.length > mostFaults && <p>{t('count.andMore', { count: failed.length - mostFaults })}</p>}
        </div>
      )}
    </>
  )
}

const mostFaults = 10

const SkippedList = <T extends Row>({ placed, skipped }: { readonly placed: Placed<T>; readonly skipped: readonly Skipped<T>[] }) => {
  const text = useText()
  const label = text.t('confirm.skipped', { count: skipped.length })
  return (
    <Alert isInline variant="info" title={label} component="p">
      <ul aria-label={label}>
        {skipped.slice(0, mostFaults).map(({ row, reason }) => (
          <li key={row.id}><bdi>{row.name ?? row.id}</bdi>{text.t('punctuation.colon')}{reasonText(text, placed.type, reason)}</li>
        ))}
      </ul>
      {skipped.length > mostFaults && <p>{text.t('count.andMore', { count: skipped.length - mostFaults })}</p>}
    </Alert>
  )
}
