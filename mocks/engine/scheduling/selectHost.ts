/** Picks a host for VMs. Source: SchedulingManager.schedule; scheduling happens within one request, so it is one at a time by itself. */
import { Refusal, type RefusalReason } from '../call.ts'
import type { HostRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import { affinityClosure } from './affinity.ts'
import { filterUnits, type FilterUnit } from './filters.ts'
import { contextOf, type SchedulingContext, type SchedulingRequest } from './request.ts'
import { selectByRank } from './weights.ts'

export interface DroppedHost { readonly host: HostRow; readonly filter: string; readonly reason: RefusalReason }
export interface Survivors { readonly hosts: readonly HostRow[]; readonly dropped: readonly DroppedHost[] }

/** Units of a cluster without policy row: the default policy `none`. */
const defaultFilters: readonly string[] = filterUnits.filter(({ mandatory }) => mandatory !== true).map(({ name }) => name).filter((name) => name !== 'ClusterInMaintenance')
const defaultWeights = [
  { name: 'OptimalForCpuEvenDistribution', factor: 2 }, { name: 'OptimalForMemoryEvenDistribution', factor: 1 }, { name: 'PreferredHosts', factor: 99 },
  { name: 'VmAffinityGroups', factor: 1 }, { name: 'VmToHostsAffinityGroups', factor: 20 },
]

function unitsFor({ policy }: SchedulingContext): readonly FilterUnit[] {
  const chosen = policy?.filterNames ?? defaultFilters
  return [
    ...filterUnits.filter(({ mandatory }) => mandatory === true),
    ...filterUnits.filter(({ name, mandatory }) => mandatory !== true && chosen.includes(name)),
  ]
}

function candidates({ world, vms, blackListIds, whiteListIds, isMigration }: SchedulingContext): readonly HostRow[] {
  const source = isMigration === true && vms.every((vm) => vm.host?.id === vms[0].host?.id) ? vms[0].host?.id : undefined
  return world.tables.hosts.by('cluster', vms[0].cluster.id)
    .filter(({ id, status }) => status === 'up' && id !== source && blackListIds?.includes(id) !== true && whiteListIds?.includes(id) !== false)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

function filter(context: SchedulingContext): Survivors {
  let hosts = candidates(context)
  const dropped: DroppedHost[] = []
  for (const unit of unitsFor(context)) {
    hosts = hosts.filter((host) => {
      const reason = unit.drop(context, host)
      if (reason) dropped.push({ host, filter: unit.name, reason })
      return !reason
    })
    if (hosts.length === 0) break
  }
  return { hosts, dropped }
}

/** All hosts that would take these VMs, with the reason of each that would not. */
export function possibleHosts(request: SchedulingRequest): Survivors {
  const context = contextOf(request)
  return context ? filter(context) : { hosts: [], dropped: [] }
}

/** Why nothing fits, as the engine answers: no candidate at all, or all filtered out and then one line per host. */
export function schedulingReasons({ dropped }: Survivors): readonly RefusalReason[] {
  if (dropped.length === 0) return [{ code: 'SCHEDULING_NO_HOSTS' }]
  return [
    { code: 'SCHEDULING_ALL_HOSTS_FILTERED_OUT' },
    ...dropped.map(({ host, filter: filterName, reason }) => ({ code: reason.code, params: { ...reason.params, hostName: host.name, filterName } })),
  ]
}

/** The host that wins, and what was left to choose from. */
function decide(request: SchedulingRequest): { readonly host: HostRow | undefined; readonly survivors: Survivors } {
  const context = contextOf(request)
  if (!context) return { host: undefined, survivors: { hosts: [], dropped: [] } }
  const survivors = filter(context)
  const wished = survivors.hosts.find(({ id }) => request.preferredIds?.includes(id) === true)
  const ranked = () => survivors.hosts.length > 1 ? selectByRank(context, survivors.hosts, context.policy?.weights ?? defaultWeights) : survivors.hosts[0]
  return { host: wished ?? ranked(), survivors }
}

/** The host for these VMs; throws the refusal with the reason of every host when none survives. */
export function chooseHost(request: SchedulingRequest): HostRow {
  const { host, survivors } = decide(request)
  if (!host) throw new Refusal(...schedulingReasons(survivors))
  return host
}

/** The host, or nothing; for work of the engine's own that waits and tries again. */
export const findHost = (request: SchedulingRequest): HostRow | undefined => decide(request).host

/**
 * Hosts to which all of these VMs could move, each with its affinity closure when asked. Source: GetValidHostsForVmsQuery.
 * VMs that are unknown here, or of several clusters, have no common target.
 */
export function migrationTargets(world: World, vmIds: readonly string[], withClosure: boolean): readonly HostRow[] {
  const named = vmIds.map((id) => world.tables.vms.get(id)).filter((vm): vm is VmRow => vm !== undefined)
  if (named.length !== vmIds.length) return []
  const [first, ...rest] = withClosure ? affinityClosure(world, named) : named
  if (!first || rest.some((vm) => vm.cluster.id !== first.cluster.id)) return []
  return possibleHosts({ world, vms: [first, ...rest], isMigration: true }).hosts
}
