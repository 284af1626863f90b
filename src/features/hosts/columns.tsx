import { CommentCell } from '../../blocks/cells/CommentCell.tsx'
import { LinkCell } from '../../blocks/cells/cells.tsx'
import { DataCenterCell } from '../../blocks/cells/DataCenterCell.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { UsageCell } from '../../blocks/cells/UsageCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { dataCenterNow } from '../../blocks/cells/dataCenterOf.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import type { Host } from '../../domain/host.ts'
import { isHostMeasured } from '../../domain/hostStatus.ts'
import { nameNow } from '../../engine/names.ts'
import { textNow } from '../../i18n/text.ts'
import { badgeWords } from './badgeWords.ts'
import { HostBadges } from './HostBadges.tsx'
import { HostNetworkCell } from './HostNetworkCell.tsx'
import { HostStatusCell, HostStatusIcon } from './HostStatus.tsx'
import { SpmCell } from './SpmCell.tsx'
import { usageNow } from './usageNow.ts'
import { VmCountCell } from './VmCountCell.tsx'

/** Columns of host lists in today's order. The engine sorts hosts by fields of its search language only. */
export const hostColumns: readonly Column<Host>[] = [
  { id: 'host.col.status_icon', value: ({ status }) => status, cell: (host) => <HostStatusIcon host={host} />, pinned: true, widthPx: 48 },
  { id: 'host.col.additional', value: (host) => badgeWords(textNow(), host).join(', '), cell: (host) => <HostBadges host={host} />, widthPx: 96 },
  {
    id: 'host.col.name', value: ({ name }) => name, sortBy: 'name', pinned: true, widthPx: 180,
    cell: ({ id, name }) => <LinkCell to={objectPath('host', id) ?? ''}>{name}</LinkCell>,
  },
  { id: 'host.col.comment', value: ({ comment }) => comment, cell: ({ comment }) => <CommentCell comment={comment} />, widthPx: 64 },
  { id: 'host.col.address', value: ({ address }) => address, sortBy: 'address', widthPx: 200 },
  { id: 'host.col.cluster', value: ({ cluster }) => nameNow('cluster', cluster), cell: ({ cluster }) => <RefCell type="cluster" to={cluster} />, sortBy: 'cluster', widthPx: 140 },
  { id: 'host.col.datacenter', value: ({ cluster }) => dataCenterNow(cluster), cell: ({ cluster }) => <DataCenterCell cluster={cluster} />, sortBy: 'datacenter', widthPx: 140 },
  { id: 'host.col.status', value: ({ status }) => status, cell: (host) => <HostStatusCell host={host} />, sortBy: 'status', widthPx: 200 },
  { id: 'host.col.vms', value: ({ activeVms }) => activeVms, cell: (host) => <VmCountCell host={host} />, sortBy: 'active_vms', align: 'end', widthPx: 130 },
  { id: 'host.col.memory', value: ({ id }) => usageNow(id, 'memoryPercent'), cell: (host) => <UsageCell type="host" id={host.id} measure="memory" isMeasured={isHostMeasured(host)} />, sortBy: 'mem_usage', widthPx: 130 },
  { id: 'host.col.cpu', value: ({ id }) => usageNow(id, 'cpuPercent'), cell: (host) => <UsageCell type="host" id={host.id} measure="cpu" isMeasured={isHostMeasured(host)} />, sortBy: 'cpu_usage', widthPx: 130 },
  { id: 'host.col.network', value: ({ id }) => usageNow(id, 'networkPercent'), cell: (host) => <HostNetworkCell host={host} />, sortBy: 'network_usage', widthPx: 130 },
  { id: 'host.col.spm', value: ({ spmStatus, spmPriority }) => (spmStatus === undefined || spmStatus === 'none' ? spmPriority : spmStatus), cell: (host) => <SpmCell host={host} />, widthPx: 110 },
]
