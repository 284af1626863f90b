import { useMemo, useState } from 'react'
import { ListPanel } from '../../blocks/detail/SubList.tsx'
import type { Sort } from '../../blocks/table/sortLoaded.ts'
import { usePagedList } from '../../blocks/table/usePagedList.ts'
import { condition } from '../../domain/search/write.ts'
import { vms } from '../../engine/resources/vms.ts'
import { vmActions } from './actions.ts'
import { pickColumns } from './columns.tsx'

const columns = pickColumns(
  ['vm.col.status_icon', 'vm.col.type_icon', 'vm.col.name', 'vm.col.host', 'vm.col.status', 'vm.col.uptime', 'vm.col.ip'],
  ['vm.col.vcpus', 'vm.col.defined_memory'],
)

/** Virtual machines of a cluster, wherever they run. */
export const Tab = ({ parentName }: { readonly parentName: string }) => {
  const [sort, setSort] = useState<Sort>({ field: 'name', descending: false })
  const list = usePagedList(vms, useMemo(() => ({ search: condition('vm', 'cluster', '=', parentName), sort }), [parentName, sort]))
  return <ListPanel id="cluster.tab.vms" title="entities.vm" placed={vms} columns={columns} actions={vmActions} list={list} sort={sort} onSort={setSort} />
}
