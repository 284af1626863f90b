import { useMemo, useState } from 'react'
import { CodeCell } from '../../blocks/cells/cells.tsx'
import type { Column } from '../../blocks/column.ts'
import { ListPanel } from '../../blocks/detail/SubList.tsx'
import type { Sort } from '../../blocks/table/sortLoaded.ts'
import { usePagedList } from '../../blocks/table/usePagedList.ts'
import type { Host } from '../../domain/host.ts'
import { condition } from '../../domain/search/write.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { hostActions } from './actions.ts'
import { hostColumns } from './columns.tsx'

const shown: readonly string[] = ['host.col.status_icon', 'host.col.additional', 'host.col.name', 'host.col.address', 'host.col.status', 'host.col.vms', 'host.col.memory', 'host.col.cpu', 'host.col.spm']
const columns: readonly Column<Host>[] = [
  ...hostColumns.filter(({ id }) => shown.includes(id)),
  { id: 'host.display', value: ({ displayAddress }) => displayAddress, cell: ({ displayAddress }) => <CodeCell>{displayAddress}</CodeCell>, widthPx: 170 },
]

/** Hosts of a cluster. */
export const Tab = ({ parentName }: { readonly parentName: string }) => {
  const [sort, setSort] = useState<Sort>({ field: 'name', descending: false })
  const list = usePagedList(hosts, useMemo(() => ({ search: condition('host', 'cluster', '=', parentName), sort }), [parentName, sort]))
  return <ListPanel id="cluster.tab.hosts" title="entities.host" placed={hosts} columns={columns} actions={hostActions} list={list} sort={sort} onSort={setSort} />
}
