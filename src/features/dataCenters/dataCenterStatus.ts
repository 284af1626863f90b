import type { Status } from '../../blocks/status/status.ts'
import type { DataCenter } from '../../domain/dataCenter.ts'
import { dataCenterStatusKind } from '../../domain/dataCenterStatus.ts'

/** Status of a data center as icons show it. */
export const toDataCenterStatus = (row: DataCenter): Status => ({ type: 'data_center', kind: dataCenterStatusKind(row), word: row.status })

/** Items of today's portal by status: one icon stands for several. */
const features: Readonly<Record<string, string>> = {
  up: 'dc.list.status.up', maintenance: 'dc.list.status.maintenance', contend: 'dc.list.status.contend',
  not_operational: 'dc.list.status.down', problematic: 'dc.list.status.down', uninitialized: 'dc.list.status.down',
}

/** Feature id of the icon that a status has; undefined for words we do not know. */
export const statusFeature = (status: string): string | undefined => features[status]
