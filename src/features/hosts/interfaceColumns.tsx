import { CodeCell } from '../../blocks/cells/cells.tsx'
import type { Column } from '../../blocks/column.ts'
import { formatNow } from '../../i18n/format.ts'
import { BondCell, LinkStatusCell, NetworkCell, RateCell, SyncCell, TotalCell } from './InterfaceCells.tsx'
import type { InterfaceRow } from './interfaceRows.ts'

const rate = (of: 'rx' | 'tx') => ({ readings }: InterfaceRow): number | undefined => readings.values[`data.current.${of}.bps`]
const total = (of: 'rx' | 'tx') => ({ readings }: InterfaceRow): number | undefined => readings.values[`data.total.${of}`]
/** Bonds and devices as they are, what lies below them set in. */
const indent = ({ base }: InterfaceRow): string => (base === undefined ? '' : 'nic-below')

/** Interfaces of a host: device, what lies on it, what goes through it. */
export const interfaceColumns: readonly Column<InterfaceRow>[] = [
  { id: 'host.nic.link', value: ({ nic }) => nic.status, cell: (row) => <LinkStatusCell row={row} />, pinned: true, isSign: true, widthPx: 44 },
  { id: 'field.name', value: ({ name }) => name, cell: (row) => <span className={indent(row)}><bdi title={row.name}>{row.name}</bdi></span>, pinned: true, widthPx: 140 },
  { id: 'host.nic.base', value: ({ base }) => base?.name, widthPx: 100 },
  { id: 'host.nic.network', value: ({ nic }) => nic.network?.id, cell: (row) => <NetworkCell row={row} />, widthPx: 230 },
  { id: 'host.nic.sync', value: ({ nic }) => nic.network?.id, cell: (row) => <SyncCell row={row} />, widthPx: 110 },
  { id: 'host.nic.vlan', value: ({ nic }) => nic.vlanId, align: 'end', widthPx: 80 },
  { id: 'host.nic.ipv4', value: ({ nic }) => nic.ipv4?.address, cell: ({ nic }) => <CodeCell>{nic.ipv4?.address}</CodeCell>, widthPx: 140 },
  { id: 'host.nic.ipv6', value: ({ nic }) => nic.ipv6?.address, cell: ({ nic }) => <CodeCell>{nic.ipv6?.address}</CodeCell>, widthPx: 140, hidden: true },
  { id: 'host.nic.speed', value: ({ nic }) => nic.speedBps, cell: ({ nic }) => (nic.speedBps ? formatNow().bitsPerSecond(nic.speedBps) : null), align: 'end', widthPx: 100 },
  { id: 'host.nic.rx', value: rate('rx'), cell: (row) => <RateCell row={row} of="rx" />, align: 'end', widthPx: 110, sortLoaded: true },
  { id: 'host.nic.tx', value: rate('tx'), cell: (row) => <RateCell row={row} of="tx" />, align: 'end', widthPx: 110, sortLoaded: true },
  { id: 'host.nic.bond', value: ({ nic }) => nic.bondOptions.find(({ name }) => name === 'mode')?.value, cell: (row) => <BondCell row={row} />, widthPx: 170 },
  { id: 'host.nic.mac', value: ({ nic }) => nic.macAddress, cell: ({ nic }) => <CodeCell>{nic.macAddress}</CodeCell>, widthPx: 160 },
  { id: 'host.nic.mtu', value: ({ nic }) => nic.mtu, align: 'end', widthPx: 80 },
  { id: 'host.nic.totalRx', value: total('rx'), cell: (row) => <TotalCell row={row} of="rx" />, align: 'end', widthPx: 110, sortLoaded: true },
  { id: 'host.nic.totalTx', value: total('tx'), cell: (row) => <TotalCell row={row} of="tx" />, align: 'end', widthPx: 110, sortLoaded: true },
  { id: 'host.nic.errors', value: ({ readings: { values } }) => (values['errors.total.rx'] ?? 0) + (values['errors.total.tx'] ?? 0), align: 'end', widthPx: 90, sortLoaded: true },
]
