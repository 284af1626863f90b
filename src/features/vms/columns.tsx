import { CommentCell } from '../../blocks/cells/CommentCell.tsx'
import { LinkCell, SizeCell } from '../../blocks/cells/cells.tsx'
import { DataCenterCell } from '../../blocks/cells/DataCenterCell.tsx'
import { dataCenterNow } from '../../blocks/cells/dataCenterOf.ts'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { UptimeCell } from '../../blocks/cells/UptimeCell.tsx'
import { UsageCell } from '../../blocks/cells/UsageCell.tsx'
import type { Measure } from '../../blocks/cells/UsageCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import { toUtilisation } from '../../domain/statistics.ts'
import type { Vm } from '../../domain/vm.ts'
import { queryClient } from '../../engine/cache.ts'
import { loadNames, nameNow } from '../../engine/names.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { vmRunningProtocols } from '../../engine/resources/vms.ts'
import { AddressCell, GraphicsCell, toAddresses, vmAddresses } from './GuestCells.tsx'
import { isHosted } from './vmStatus.ts'
import { VmStatusIcon } from './VmStatusIcon.tsx'
import { VmStatusCell } from './VmStatusCell.tsx'
import { VmTypeIcon } from './VmTypeIcon.tsx'
import './vms.css'

const percentNow = (vm: Vm, measure: Measure): number | undefined => {
  const readings = isHosted(vm) ? queryClient.getQueryData(statisticsQuery('vm', vm.id).queryKey) : undefined
  return readings && toUtilisation(readings)[`${measure}Percent`]
}
const loadOfRunning = (read: (vm: Vm) => Promise<unknown>) => (rows: readonly Vm[]): Promise<unknown> => Promise.all(rows.filter(isHosted).map(read))
const loadReadings = loadOfRunning(({ id }) => queryClient.fetchQuery(statisticsQuery('vm', id)))

const usageColumn = (id: 'vm.col.memory_usage' | 'vm.col.cpu_usage' | 'vm.col.network_usage', measure: Measure, sortBy: string): Column<Vm> => ({
  id, sortBy, widthPx: 130,
  value: (vm) => percentNow(vm, measure),
  load: loadReadings,
  cell: (vm) => <UsageCell type="vm" id={vm.id} measure={measure} isMeasured={isHosted(vm)} />,
})

/** Columns of the main list in today's order. Lists on other pages pick from them by id. */
export const vmColumns: readonly Column<Vm>[] = [
  { id: 'vm.col.status_icon', value: ({ status }) => status, cell: (vm) => <VmStatusIcon vm={vm} />, pinned: true, isSign: true, widthPx: 40 },
  { id: 'vm.col.type_icon', value: ({ type }) => type, cell: (vm) => <VmTypeIcon vm={vm} />, sortBy: 'type', pinned: true, isSign: true, widthPx: 64 },
  { id: 'vm.col.name', value: ({ name }) => name, cell: ({ id, name }) => <LinkCell to={objectPath('vm', id) ?? ''}>{name}</LinkCell>, sortBy: 'name', pinned: true, widthPx: 200 },
  { id: 'vm.col.comment', value: ({ comment }) => comment, cell: ({ comment }) => <CommentCell comment={comment} />, widthPx: 90 },
  {
    id: 'vm.col.host', value: ({ host }) => nameNow('host', host), load: (rows) => loadNames('host', rows.map(({ host }) => host)),
    cell: ({ host }) => <RefCell type="host" to={host} />, sortBy: 'on_host',
  },
  {
    id: 'vm.col.ip', value: (vm) => (isHosted(vm) ? toAddresses(queryClient.getQueryData(vmAddresses(vm.id).queryKey) ?? []).join(' ') : undefined),
    load: loadOfRunning(({ id }) => queryClient.fetchQuery(vmAddresses(id))),
    cell: (vm) => <AddressCell vm={vm} />, sortBy: 'ip', widthPx: 160,
  },
  { id: 'vm.col.fqdn', value: ({ fqdn }) => fqdn, sortBy: 'fqdn', widthPx: 180 },
  {
    id: 'vm.col.cluster', value: ({ cluster }) => nameNow('cluster', cluster), load: (rows) => loadNames('cluster', rows.map(({ cluster }) => cluster)),
    cell: ({ cluster }) => <RefCell type="cluster" to={cluster} />, sortBy: 'cluster', widthPx: 130,
  },
  { id: 'vm.col.datacenter', value: ({ cluster }) => dataCenterNow(cluster), cell: ({ cluster }) => <DataCenterCell cluster={cluster} />, sortBy: 'datacenter', widthPx: 130 },
  usageColumn('vm.col.memory_usage', 'memory', 'mem_usage'),
  usageColumn('vm.col.cpu_usage', 'cpu', 'cpu_usage'),
  usageColumn('vm.col.network_usage', 'network', 'network_usage'),
  {
    id: 'vm.col.graphics', value: (vm) => (isHosted(vm) ? queryClient.getQueryData(vmRunningProtocols(vm.id).queryKey)?.join(' ') : undefined),
    load: loadOfRunning(({ id }) => queryClient.fetchQuery(vmRunningProtocols(id))),
    cell: (vm) => <GraphicsCell vm={vm} />, widthPx: 120,
  },
  { id: 'vm.col.status', value: ({ status }) => status, cell: (vm) => <VmStatusCell vm={vm} />, sortBy: 'status', widthPx: 170 },
  {
    id: 'vm.col.uptime', value: (vm) => (isHosted(vm) && vm.startedAt !== undefined ? Math.floor((Date.now() - vm.startedAt) / 1000) : undefined),
    cell: (vm) => isHosted(vm) && vm.startedAt !== undefined && <UptimeCell since={vm.startedAt} />, sortBy: 'uptime', widthPx: 110,
  },
  { id: 'vm.col.description', value: ({ description }) => description, sortBy: 'description', widthPx: 220 },
  { id: 'vm.col.vcpus', value: ({ vcpus }) => vcpus, sortBy: 'vcpus', align: 'end', hidden: true, widthPx: 90 },
  { id: 'vm.col.defined_memory', value: ({ memoryBytes }) => memoryBytes, cell: ({ memoryBytes }) => <SizeCell bytes={memoryBytes} />, sortBy: 'memory', align: 'end', hidden: true, widthPx: 130 },
]

/** The columns with these ids, in this order, none of them hidden but those named so. */
export const pickColumns = (ids: readonly string[], hidden: readonly string[] = []): readonly Column<Vm>[] =>
  [...ids, ...hidden].flatMap((id) => {
    const column = vmColumns.find((candidate) => candidate.id === id)
    return column ? [{ ...column, hidden: hidden.includes(id) }] : []
  })
