import { useMemo, useState } from 'react'
import { ListPanel } from '../../blocks/detail/SubList.tsx'
import type { Sort } from '../../blocks/table/sortLoaded.ts'
import { usePagedList } from '../../blocks/table/usePagedList.ts'
import { condition } from '../../domain/search/write.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { clusterColumns } from './columns.tsx'

const shown: readonly string[] = ['cluster.col.additional', 'cluster.col.name', 'cluster.col.version', 'cluster.col.description', 'cluster.col.cputype', 'cluster.col.hosts', 'cluster.col.vms']
const columns = clusterColumns.filter(({ id }) => shown.includes(id))

/** Clusters of a data center. */
export const Tab = ({ parentName }: { readonly parentName: string }) => {
  const [sort, setSort] = useState<Sort>({ field: 'name', descending: false })
  const list = usePagedList(clusters, useMemo(() => ({ search: condition('cluster', 'datacenter.name', '=', parentName), sort }), [parentName, sort]))
  return <ListPanel id="dc.tab.clusters" title="entities.cluster" placed={clusters} columns={columns} list={list} sort={sort} onSort={setSort} />
}
