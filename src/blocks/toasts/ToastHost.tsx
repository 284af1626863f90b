import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core'
import { useEffect, useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import { onFailedOperation } from '../../engine/operations.ts'
import { useText } from '../../i18n/text.ts'
import type { Text } from '../../i18n/text.ts'
import { faultWords } from '../faults/faultWords.ts'
import { usePreference } from '../preferences.ts'
import { closeToast, showToast, toasts } from './toasts.ts'
import type { Toast } from './toasts.ts'

const newsMs = 8000

/** URL of everything one correlation id did: its job, steps and events. */
export const tracePath = (correlationId: string): string => `/events/trace/${encodeURIComponent(correlationId)}`

/**
 * Draws the toasts; the app mounts it once. News leave by themselves, failures stay until closed.
 * Operations of this browser that fail out of sight raise one. Do-not-disturb holds news back, never failures.
 */
export const ToastHost = () => {
  const text = useText()
  const { t, textOr } = text
  const shown = useSyncExternalStore(toasts.subscribe, toasts.getSnapshot)
  const [quietUntil = 0] = usePreference('quietUntil')

  useEffect(() => onFailedOperation(({ title, subject, correlationId }, job) => {
    const action = title === undefined ? job.description : textOr(title, job.description)
    showToast({ variant: 'danger', title: subject === undefined ? t('toasts.failed', { action }) : t('fault.failedFor', { action, name: subject }), correlationId })
  }), [t, textOr])

  return (
    <AlertGroup isToast isLiveRegion hasAnimations={false} aria-label={t('toasts.label')}>
      {shown.filter(({ variant, atMs }) => variant === 'danger' || atMs >= quietUntil).map((toast) => (
        <Alert
          key={toast.key}
          variant={toast.variant}
          title={toast.count > 1 ? t('toasts.counted', { title: toast.title, count: toast.count }) : toast.title}
          {...(toast.variant !== 'danger' && { timeout: newsMs, onTimeout: () => closeToast(toast.key) })}
          actionClose={<AlertActionCloseButton aria-label={t('button.close')} onClose={() => closeToast(toast.key)} />}
          {...(traceOf(toast, text) !== undefined && { actionLinks: <Link to={tracePath(traceOf(toast, text) ?? '')}>{t('toasts.trace')}</Link> })}
        >
          {toast.fault !== undefined && <ToastFault fault={toast.fault} />}
        </Alert>
      ))}
    </AlertGroup>
  )
}

const traceOf = ({ correlationId, fault }: Toast, text: Text): string | undefined =>
  correlationId ?? (fault === undefined ? undefined : faultWords(text, fault).correlationId)

const ToastFault = ({ fault }: { readonly fault: unknown }) => {
  const { what, why } = faultWords(useText(), fault)
  return <bdi>{why.length > 0 ? why.join(' ') : what}</bdi>
}
