import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { ListPanel, SubList } from '../../blocks/detail/SubList.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import type { Action } from '../../blocks/action.ts'
import type { Column } from '../../blocks/column.ts'
import type { Sort } from '../../blocks/table/sortLoaded.ts'
import { usePagedList } from '../../blocks/table/usePagedList.ts'
import { condition } from '../../domain/search/write.ts'
import type { Vm } from '../../domain/vm.ts'
import { nameQuery } from '../../engine/names.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { vms } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { vmActions } from './actions.ts'
import { pickColumns } from './columns.tsx'

const filters = ['running', 'pinned', 'both'] as const
type Filter = (typeof filters)[number]

/** Ids under which the page of a host counts these actions. */
const offeredHere: Readonly<Record<string, string>> = {
  'vm.action.run': 'host.vms.action.power',
  'vm.action.suspend': 'host.vms.action.power',
  'vm.action.shutdown': 'host.vms.action.power',
  'vm.action.poweroff': 'host.vms.action.power',
  'vm.action.cancelmigration': 'host.vms.action.power',
  'vm.action.migrate': 'host.vms.action.migrate',
}
const actions: readonly Action<Vm>[] = vmActions.flatMap((action) => {
  const also = offeredHere[action.id]
  return also === undefined ? [] : [{ ...action, also: [also] }]
})

const isPinnedTo = (vm: Vm, hostId: string): boolean => vm.pinnedHosts.some(({ id }) => id === hostId)

/** How a VM belongs to the host, as far as its row tells. */
const Attachment = ({ vm, hostId }: { readonly vm: Vm; readonly hostId: string }) => {
  const { t } = useText()
  const runs = vm.host?.id === hostId
  return t(runs && isPinnedTo(vm, hostId) ? 'vm.attachment.both' : runs ? 'vm.attachment.running' : 'vm.attachment.pinned')
}

const toColumns = (hostId: string): readonly Column<Vm>[] => {
  const [icon, type, name, ...others] = pickColumns(['vm.col.status_icon', 'vm.col.type_icon', 'vm.col.name', 'vm.col.cluster', 'vm.col.ip', 'vm.col.fqdn', 'vm.col.status', 'vm.col.uptime'])
  const attachment: Column<Vm> = { id: 'vm.attachment', value: (vm) => isPinnedTo(vm, hostId), cell: (vm) => <Attachment vm={vm} hostId={hostId} />, widthPx: 160 }
  return [icon, type, name, attachment, ...others].filter((column) => column !== undefined)
}
/** Lists that were put together here are sorted here. */
const sortedHere = (columns: readonly Column<Vm>[]): readonly Column<Vm>[] => columns.map(({ sortBy, ...column }) => (sortBy === undefined ? column : { ...column, sortLoaded: true }))

interface TabProps { readonly parentId: string; readonly parentName: string }

/** Virtual machines of a host: those that run on it, those pinned to it, or both. */
export const Tab = (props: TabProps) => {
  const { t } = useText()
  const [filter, setFilter] = useState<Filter>('running')
  const tools = (
    <ToggleGroup isCompact aria-label={t('vm.attachment')}>
      {filters.map((choice) => <ToggleGroupItem key={choice} buttonId={`vms-${choice}`} text={t(`vm.attachment.filter.${choice}`)} isSelected={filter === choice} onChange={() => setFilter(choice)} />)}
    </ToggleGroup>
  )
  return filter === 'running' ? <Running {...props} tools={tools} /> : <Pinned {...props} tools={tools} withRunning={filter === 'both'} />
}

interface ListProps extends TabProps { readonly tools: ReactNode }

const Running = ({ parentId, parentName, tools }: ListProps) => {
  const [sort, setSort] = useState<Sort>({ field: 'name', descending: false })
  const columns = useMemo(() => toColumns(parentId), [parentId])
  const list = usePagedList(vms, useMemo(() => ({ search: condition('vm', 'on_host', '=', parentName), sort }), [parentName, sort]))
  return <ListPanel id="host.tab.vms" title="entities.vm" placed={vms} columns={columns} actions={actions} tools={tools} list={list} sort={sort} onSort={setSort} />
}

/** The engine cannot search by pinning, so the machines of the host's cluster are sifted, at most so many. */
const mostSifted = 1000

const Pinned = ({ parentId, tools, withRunning }: ListProps & { readonly withRunning: boolean }) => {
  const { t } = useText()
  const { row: host } = useDetail(hosts, parentId)
  const cluster = useQuery(host?.cluster ? nameQuery('cluster', host.cluster.id) : { queryKey: ['cluster', 'names', ''], queryFn: skipToken })
  const columns = useMemo(() => sortedHere(toColumns(parentId)), [parentId])
  const search = typeof cluster.data === 'string' ? condition('vm', 'cluster', '=', cluster.data) : undefined
  const sifting = vms.some({ search: search ?? '' }, mostSifted)
  const isSearchable = search !== undefined
  const { data: all } = useQuery({ ...sifting, enabled: isSearchable })
  const sifted = useQuery({
    ...sifting,
    enabled: isSearchable,
    select: ({ rows }) => rows.filter((vm) => isPinnedTo(vm, parentId) || (withRunning && vm.host?.id === parentId)),
  })
  return (
    <>
      {all?.more && <p>{t('vm.attachment.sifted', { count: mostSifted })}</p>}
      <SubList id="host.tab.vms" title="entities.vm" placed={vms} columns={columns} actions={actions} tools={tools} result={sifted} />
    </>
  )
}
