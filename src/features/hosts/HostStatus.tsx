import { featureProps } from '../../blocks/featureProps.ts'
import { StatusIcon, useStatusWord } from '../../blocks/status/StatusIcon.tsx'
import type { Host } from '../../domain/host.ts'
import type { StatusKind } from '../../domain/statusKind.ts'
import { useText } from '../../i18n/text.ts'
import { useHostStatus } from './useHostStatus.ts'
import './hosts.css'

interface HostProps { readonly host: Host }

/** Icon of a host with the exclamation mark and its reasons. */
export const HostStatusIcon = ({ host }: HostProps) => {
  const status = useHostStatus()(host)
  const icon = iconFeatures[status.kind]
  const ids = [...(icon === undefined ? [] : [icon]), ...(status.marks ? ['host.list.status.alert'] : [])]
  const [id, ...also] = ids
  return <span {...(id !== undefined && featureProps({ id, also }))}><StatusIcon status={status} /></span>
}

/** Items of today's portal by icon. */
const iconFeatures: Readonly<Partial<Record<StatusKind, string>>> = {
  up: 'host.list.status.up', down: 'host.list.status.down', preparing: 'host.list.status.prepare', maintenance: 'host.list.status.maintenance',
  error: 'host.list.status.error', installing: 'host.list.status.installing', waiting: 'host.list.status.wait', warning: 'host.list.status.nonoperational',
  unconfigured: 'host.list.status.unconfigured',
}

/** Status as a word, why it is so, and whether its networks are being changed. */
export const HostStatusCell = ({ host }: HostProps) => {
  const { t, textOr } = useText()
  const word = useStatusWord()({ type: 'host', word: host.status })
  const { statusDetail } = host
  // Non-operational hosts give a word of the engine, hosts in maintenance what their administrator wrote (HostMapper.java).
  const why = statusDetail === undefined ? undefined : textOr(`host.nonOperational.${statusDetail}`, statusDetail)
  return (
    <>
      {word}
      {host.networkOperationInProgress && <> {t('host.status.networksUpdating')}</>}
      {why !== undefined && <bdi className="host-why" title={why}>{why}</bdi>}
    </>
  )
}
