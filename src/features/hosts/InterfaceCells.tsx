import SyncAltIcon from '@patternfly/react-icons/dist/esm/icons/sync-alt-icon'
import { useQuery } from '@tanstack/react-query'
import { StatusIcon } from '../../blocks/status/StatusIcon.tsx'
import { clusterNetworks } from '../../engine/resources/networks.ts'
import { hostNetworkAttachments } from '../../engine/resources/hostDetails.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { attachmentOf } from './interfaceRows.ts'
import type { InterfaceRow } from './interfaceRows.ts'

interface RowProps { readonly row: InterfaceRow }

/** Up or down. */
export const LinkStatusCell = ({ row: { nic } }: RowProps) =>
  nic.status === undefined ? null : <StatusIcon status={{ type: 'nic', kind: nic.status === 'up' ? 'up' : 'down', word: nic.status }} />

/** Networks of the host's cluster by id: names and roles. */
const useClusterNetwork = (hostId: string, networkId: string | undefined) => {
  const { data: host } = useQuery(hosts.detail(hostId))
  const { data: networks } = useQuery({ ...clusterNetworks(host?.cluster?.id ?? ''), enabled: host?.cluster !== undefined })
  return networks?.find(({ id }) => id === networkId)
}

/** The logical network on an interface with its roles in the cluster. */
export const NetworkCell = ({ row: { nic, hostId } }: RowProps) => {
  const { textOr } = useText()
  const { list } = useFormat()
  const network = useClusterNetwork(hostId, nic.network?.id)
  if (!network) return null
  const roles = list(network.usages.filter((usage) => usage !== 'vm').map((role) => textOr(`network.role.${role}`, role)))
  return (
    <span title={`${network.name}\n${roles}`}>
      <bdi>{network.name}</bdi>{roles !== '' && <small className="nic-roles"> {roles}</small>}
    </span>
  )
}

/** Whether the host has the network as it is defined; where not, what differs. */
export const SyncCell = ({ row }: RowProps) => {
  const { t, textOr } = useText()
  const { data } = useQuery(hostNetworkAttachments(row.hostId))
  const attachment = attachmentOf(row, data)
  if (!attachment) return null
  if (attachment.inSync) return t('host.nic.inSync')
  const lines = attachment.differences.map(({ name, expected, actual }) => t('host.nic.difference', { name: textOr(`host.nic.property.${name}`, name), expected, actual }))
  return (
    <span className="host-badge--warning" title={lines.join('\n')}>
      <SyncAltIcon aria-hidden /> {t('host.nic.outOfSync')}<span className="pf-v6-u-screen-reader">{lines.join('. ')}</span>
    </span>
  )
}

/** A rate in bits per second, as measured last. */
export const RateCell = ({ row: { readings }, of }: RowProps & { readonly of: 'rx' | 'tx' }) => {
  const { bitsPerSecond } = useFormat()
  const { [`data.current.${of}.bps` as const]: bps, [`data.current.${of}` as const]: bytes } = readings.values
  return bitsPerSecond(bps ?? (bytes === undefined ? undefined : bytes * 8))
}

/** Bytes since the host came up. */
export const TotalCell = ({ row: { readings }, of }: RowProps & { readonly of: 'rx' | 'tx' }) => useFormat().bytes(readings.values[`data.total.${of}`])

/** How a bond divides its load, and whether its partner at the switch is there. */
export const BondCell = ({ row: { nic } }: RowProps) => {
  const { t, textOr } = useText()
  if (nic.bondSlaves.length === 0) return null
  const mode = nic.bondOptions.find(({ name }) => name === 'mode')?.value ?? ''
  const isPartnerMissing = mode === '4' && nic.adPartnerMac === '00:00:00:00:00:00'
  return <>{textOr(`host.nic.bondMode.${mode}`, mode)}{isPartnerMissing && <span className="host-why">{t('host.nic.noPartner')}</span>}</>
}
