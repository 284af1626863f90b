import { Alert, AlertActionLink } from '@patternfly/react-core'
import { Link } from 'react-router'
import type { ReactNode } from 'react'
import { offerAction } from '../../blocks/actions/offer.ts'
import { usePerform } from '../../blocks/actions/usePerform.tsx'
import { featureProps } from '../../blocks/featureProps.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import { useMay } from '../../blocks/rights.ts'
import { hostAlerts } from '../../domain/hostAlerts.ts'
import type { HostAlert } from '../../domain/hostAlerts.ts'
import type { Host } from '../../domain/host.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { hostActions } from './actions.ts'

interface AlertFacts {
  /** feature id */
  readonly id: string
  readonly label: MessageKey
  /** the way out: an action of the host, or its events */
  readonly way?: (typeof hostActions)[number]['id'] | 'events'
}

const alerts: Readonly<Record<HostAlert['kind'], AlertFacts>> = {
  manualFence: { id: 'host.general.action.alert.manualfence', label: 'host.alert.manualFence', way: 'host.action.confirmreboot' },
  nonResponsive: { id: 'host.general.action.alert.reinstall', label: 'host.alert.nonResponsive', way: 'events' },
  nonOperational: { id: 'host.general.action.alert.smt', label: 'host.alert.nonOperational', way: 'events' },
  installFailed: { id: 'host.general.action.alert.reinstall', label: 'host.alert.installFailed', way: 'events' },
  maintenance: { id: 'host.general.action.alert.reinstall', label: 'host.alert.maintenance', way: 'host.action.activate' },
  reinstall: { id: 'host.general.action.alert.reinstall', label: 'host.alert.reinstall' },
  powerManagement: { id: 'host.general.action.alert.pm', label: 'host.alert.powerManagement' },
  update: { id: 'host.general.action.alert.upgrade', label: 'host.alert.update', way: 'host.action.upgrade' },
}

/** What calls for attention on a host, each with the action that settles it where the user may take it now. */
export const HostAlerts = ({ host }: { readonly host: Host }) => {
  const { t, textOr } = useText()
  const detail = host.statusDetail ?? ''
  return hostAlerts(host).map(({ kind, severity }) => {
    const { id, label, way } = alerts[kind]
    const title = t(label, { reason: textOr(`host.nonOperational.${detail}`, detail) })
    return (
      <div key={kind} {...featureProps({ id })}>
        <Alert isInline variant={severity} component="p" title={title} {...(way !== undefined && { actionLinks: <WayOut host={host} way={way} /> })} />
      </div>
    )
  })
}

const WayOut = ({ host, way }: { readonly host: Host; readonly way: string }): ReactNode => {
  const { t } = useText()
  const may = useMay(hosts)
  const perform = usePerform(hosts)
  if (way === 'events') return <Link to={objectPath('host', host.id, 'events') ?? ''}>{t('host.alert.events')}</Link>
  const action = hostActions.find(({ id }) => id === way)
  const offer = action && offerAction(action, [host], may)
  if (!offer || offer.refused) return null
  return <AlertActionLink onClick={() => perform(offer)}>{t(offer.action.id)}</AlertActionLink>
}
