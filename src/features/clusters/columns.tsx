import { CommentCell } from '../../blocks/cells/CommentCell.tsx'
import { LinkCell } from '../../blocks/cells/cells.tsx'
import { CountCell } from '../../blocks/cells/CountCell.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import type { Cluster } from '../../domain/cluster.ts'
import { toLevel } from '../../domain/version.ts'
import { queryClient } from '../../engine/cache.ts'
import type { countQuery } from '../../engine/counts.ts'
import { loadNames, nameNow } from '../../engine/names.ts'
import { ClusterSigns, UpgradeCell } from './ClusterCells.tsx'
import { hostCount, updateCount, vmCount } from './counts.ts'

type Count = (cluster: Cluster) => ReturnType<typeof countQuery>
/** One after the other: an export must not flood the engine with counts. */
const loadCounts = (count: Count) => async (rows: readonly Cluster[]): Promise<void> => {
  for (const row of rows) await queryClient.fetchQuery(count(row))
}
const countNow = (count: Count) => (row: Cluster): number | undefined => queryClient.getQueryData(count(row).queryKey)

/** Columns of cluster lists in today's order, and the data center. */
export const clusterColumns: readonly Column<Cluster>[] = [
  { id: 'cluster.col.additional', value: countNow(updateCount), load: loadCounts(updateCount), cell: (cluster) => <ClusterSigns cluster={cluster} />, isSign: true, pinned: true, widthPx: 64 },
  {
    id: 'cluster.col.name', value: ({ name }) => name, sortBy: 'name', pinned: true, widthPx: 160,
    cell: ({ id, name }) => <LinkCell to={objectPath('cluster', id) ?? ''}>{name}</LinkCell>,
  },
  { id: 'cluster.col.comment', value: ({ comment }) => comment, cell: ({ comment }) => <CommentCell comment={comment} />, isSign: true, widthPx: 44 },
  {
    id: 'plus.cluster.col.datacenter', value: ({ dataCenter }) => nameNow('data_center', dataCenter), load: (rows) => loadNames('data_center', rows.map(({ dataCenter }) => dataCenter)),
    cell: ({ dataCenter }) => <RefCell type="data_center" to={dataCenter} />, widthPx: 120,
  },
  { id: 'cluster.col.version', value: ({ version }) => toLevel(version), sortBy: 'compatibility_level', widthPx: 180 },
  { id: 'cluster.col.description', value: ({ description }) => description, sortBy: 'description', widthPx: 190 },
  { id: 'cluster.col.cputype', value: ({ cpuType }) => cpuType, sortBy: 'cpu_type', widthPx: 230 },
  {
    id: 'cluster.col.hosts', value: countNow(hostCount), load: loadCounts(hostCount), align: 'end', widthPx: 90,
    cell: (cluster) => <CountCell query={hostCount(cluster)} href={objectPath('cluster', cluster.id, 'hosts') ?? ''} />,
  },
  {
    id: 'cluster.col.vms', value: countNow(vmCount), load: loadCounts(vmCount), align: 'end', widthPx: 90,
    cell: (cluster) => <CountCell query={vmCount(cluster)} href={objectPath('cluster', cluster.id, 'vms') ?? ''} />,
  },
  { id: 'cluster.col.upgrade', value: ({ upgradeInProgress, upgradePercent }) => (upgradeInProgress ? upgradePercent : undefined), cell: (cluster) => <UpgradeCell cluster={cluster} />, widthPx: 180 },
]
