import { Banner, Button } from '@patternfly/react-core'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'

export interface ThinBanner {
  readonly id: string
  readonly text: string
  /** without one it only says where one is */
  readonly status?: 'danger' | 'warning' | 'info'
  readonly action?: { readonly text: string; readonly onClick: () => void } | undefined
}

/** One line each, above everything, never in the way (ux.md, Frame). */
export const Banners = ({ banners }: { readonly banners: readonly ThinBanner[] }): ReactNode => {
  const { t } = useText()
  return banners.map(({ id, text, status, action }) => (
    <Banner key={id} className="portal-banner" {...(status && { status })} screenReaderText={t(`severity.${severityOf[status ?? 'info']}`)} role="status" data-banner={id}>
      {text}
      {action && <Button variant="link" isInline className="portal-banner-action" onClick={action.onClick}>{action.text}</Button>}
    </Banner>
  ))
}

const severityOf = { danger: 'error', warning: 'warning', info: 'normal' } as const
