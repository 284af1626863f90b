import { CommentCell } from '../../blocks/cells/CommentCell.tsx'
import { LinkCell } from '../../blocks/cells/cells.tsx'
import { DataCenterCell } from '../../blocks/cells/DataCenterCell.tsx'
import { dataCenterNow, loadDataCenters } from '../../blocks/cells/dataCenterOf.ts'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { UsageCell } from '../../blocks/cells/UsageCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import type { Host } from '../../domain/host.ts'
import { isHostMeasured } from '../../domain/hostStatus.ts'
import { queryClient } from '../../engine/cache.ts'
import { loadNames, nameNow } from '../../engine/names.ts'
import { hostTraffic } from '../../engine/resources/hostTraffic.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { textNow } from '../../i18n/text.ts'
import { badgeWords } from './badgeWords.ts'
import { HostBadges } from './HostBadges.tsx'
import { HostNetworkCell } from './HostNetworkCell.tsx'
import { HostStatusCell, HostStatusIcon } from './HostStatus.tsx'
import { SpmCell } from './SpmCell.tsx'
import { usageNow } from './usageNow.ts'
import { VmCountCell } from './VmCountCell.tsx'

const loadLoad = (rows: readonly Host[]): Promise<unknown> =>
  Promise.all(rows.filter(isHostMeasured).map(({ id }) => queryClient.fetchQuery(statisticsQuery('host', id))))
/** One request per host: an export asks host by host, so that the engine is not flooded. */
const loadTraffic = async (rows: readonly Host[]): Promise<void> => {
  for (const { id } of rows.filter(isHostMeasured)) await queryClient.fetchQuery(hostTraffic(id))
}

const usageColumn = (id: 'host.col.memory' | 'host.col.cpu', measure: 'memory' | 'cpu', sortBy: string): Column<Host> => ({
  id, sortBy, widthPx: 140, load: loadLoad,
  value: (host) => usageNow(host.id, `${measure}Percent`),
  cell: (host) => <UsageCell type="host" id={host.id} measure={measure} isMeasured={isHostMeasured(host)} />,
})

/** Columns of host lists in today's order. The engine sorts hosts by fields of its search language only. */
export const hostColumns: readonly Column<Host>[] = [
  { id: 'host.col.status_icon', value: ({ status }) => status, cell: (host) => <HostStatusIcon host={host} />, pinned: true, isSign: true, widthPx: 44 },
  { id: 'host.col.additional', value: (host) => badgeWords(textNow(), host).join(', '), cell: (host) => <HostBadges host={host} />, isSign: true, widthPx: 72 },
  {
    id: 'host.col.name', value: ({ name }) => name, sortBy: 'name', pinned: true, widthPx: 140,
    cell: ({ id, name }) => <LinkCell to={objectPath('host', id) ?? ''}>{name}</LinkCell>,
  },
  { id: 'host.col.comment', value: ({ comment }) => comment, cell: ({ comment }) => <CommentCell comment={comment} />, isSign: true, widthPx: 44 },
  { id: 'host.col.address', value: ({ address }) => address, sortBy: 'address', widthPx: 170 },
  {
    id: 'host.col.cluster', value: ({ cluster }) => nameNow('cluster', cluster), load: (rows) => loadNames('cluster', rows.map(({ cluster }) => cluster)),
    cell: ({ cluster }) => <RefCell type="cluster" to={cluster} />, sortBy: 'cluster', widthPx: 120,
  },
  {
    id: 'host.col.datacenter', value: ({ cluster }) => dataCenterNow(cluster), load: loadDataCenters,
    cell: ({ cluster }) => <DataCenterCell cluster={cluster} />, sortBy: 'datacenter', widthPx: 140,
  },
  { id: 'host.col.status', value: ({ status }) => status, cell: (host) => <HostStatusCell host={host} />, sortBy: 'status', widthPx: 150 },
  { id: 'host.col.vms', value: ({ activeVms }) => activeVms, cell: (host) => <VmCountCell host={host} />, sortBy: 'active_vms', align: 'end', widthPx: 100 },
  usageColumn('host.col.memory', 'memory', 'mem_usage'),
  usageColumn('host.col.cpu', 'cpu', 'cpu_usage'),
  { id: 'host.col.network', value: ({ id }) => usageNow(id, 'networkPercent'), load: loadTraffic, cell: (host) => <HostNetworkCell host={host} />, sortBy: 'network_usage', widthPx: 140 },
  { id: 'host.col.spm', value: ({ spmStatus, spmPriority }) => (spmStatus === undefined || spmStatus === 'none' ? spmPriority : spmStatus), cell: (host) => <SpmCell host={host} />, widthPx: 100 },
]
