/**
 * A host that stops answering: grace, non-responsive with unknown VMs, soft fencing, then fencing if the cluster's policy lets it.
 * Sources: VdsManager.handleNetworkException, VdsNotRespondingTreatmentCommand, SshSoftFencingCommand, FencingPolicy.
 */
import type { HostRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import { seconds } from './durations.ts'
import { fenceProxy, fenceRestart } from './fencing.ts'
import { enterService, setHost } from './hostState.ts'
import { abortMigration } from './migrate.ts'
import { bySystem, laterForHost, laterForVm, markHost, markVm, onHostTask, onVmTask, tell, type Cause } from './operation.ts'
import { makeDown } from './vmDown.ts'
import { stopLeaving } from './maintenance.ts'

/** Statuses in which the engine watches a host at all. */
const watched: readonly string[] = ['up', 'preparing_for_maintenance', 'non_operational', 'error', 'initializing', 'unassigned']

/** Control interface: the host answers no more, until `mendHost` or a restart of the machine. Does nothing to hosts that nobody watches. */
export function breakHost(world: World, hostId: string): void {
  const before = world.tables.hosts.get(hostId)
  if (!before || !watched.includes(before.status)) return
  if (before.status === 'preparing_for_maintenance') stopLeaving(world, hostId)
  markHost(world, hostId)
  world.tables.hosts.change(hostId, (row) => { row.hidden.silent = true })
  const host = setHost(world, hostId, 'connecting')
  const guests = world.tables.vms.by('host', hostId).length
  const grace = seconds.connectingGrace + (host.spm?.status === 'spm' ? seconds.connectingGraceOfSpm : 0) + seconds.connectingGracePerVm * guests
  const cause = bySystem(world)
  tell(world, 'VDS_HOST_NOT_RESPONDING_CONNECTING', cause, { host }, { seconds: Math.round(grace) })
  laterForHost(world, host, grace, 'host.lost', cause)
}

onHostTask('host.lost', (world, host, cause) => {
  const lost = setHost(world, host.id, 'non_responsive')
  tell(world, 'VDS_HOST_NOT_RESPONDING', cause, { host: lost })
  loseSight(world, lost, cause)
  laterForHost(world, lost, seconds.softFencing, 'host.soft', cause)
})

/** VMs there are unknown; migrations towards it end on their source, starts there are lost. */
function loseSight(world: World, host: HostRow, cause: Cause): void {
  for (const vm of world.tables.vms.by('migratingTo', host.id)) abortMigration(world, vm, cause, { event: 'VM_MIGRATION_FAILED' })
  for (const vm of world.tables.vms.by('host', host.id)) {
    markVm(world, vm.id)
    const unknown = world.tables.vms.change(vm.id, (row) => {
      row.status = 'unknown'
      delete row.status_detail
      delete row.hidden.migration
    })
    tell(world, 'VM_SET_TO_UNKNOWN_STATUS', cause, { vm: unknown, host })
    if (isLeased(unknown)) laterForVm(world, unknown, seconds.leaseRestart, 'vm.leased', cause)
  }
  world.tables.hosts.change(host.id, (row) => { row.hidden.pending = [] })
}
const isLeased = (vm: VmRow): boolean => vm.high_availability?.enabled === true && vm.lease?.storage_domain !== undefined

/** The lease proves that the VM is dead though nobody fenced its host. */
onVmTask('vm.leased', (world, vm, cause) => {
  if (vm.status === 'unknown') makeDown(world, vm.id, cause, { exit: 'error', reason: -1, message: 'its lease has ended' })
})

onHostTask('host.soft', (world, host, cause) => {
  tell(world, 'VDS_SOFT_RECOVER', cause, { host })
  laterForHost(world, host, seconds.softFencing, 'host.treat', cause)
})

onHostTask('host.treat', (world, host, cause) => {
  if (host.hidden.silent !== true) {
    mendHost(world, host.id)
    return
  }
  if (host.power_management?.enabled !== true || host.hidden.fenceAgents.length === 0) {
    tell(world, 'VDS_ALERT_FENCE_IS_NOT_CONFIGURED', cause, { host })
    return
  }
  if (!policyAllows(world, host) || !fenceProxy(world, host)) {
    tell(world, 'VDS_AUTO_FENCE_STATUS_FAILED', cause, { host })
    return
  }
  tell(world, 'VDS_AUTO_FENCE_STATUS', cause, { host })
  fenceRestart(world, host.id, cause, 'up')
})

/** Fencing policy of the cluster: off, or too many hosts broken at once (then the network is suspected, not the hosts). */
function policyAllows(world: World, host: HostRow): boolean {
  const policy = world.tables.clusters.get(host.cluster.id)?.fencing_policy
  if (policy?.enabled === false) return false
  const broken = policy?.skip_if_connectivity_broken
  if (broken?.enabled !== true) return true
  const hosts = world.tables.hosts.by('cluster', host.cluster.id).filter(({ status }) => status !== 'maintenance')
  const silent = hosts.filter(({ status }) => status === 'non_responsive' || status === 'connecting')
  return (100 * silent.length) / hosts.length < (broken.threshold ?? 50)
}

/** Control interface: the host answers again. Its VMs went on running meanwhile. */
export function mendHost(world: World, hostId: string): void {
  const before = world.tables.hosts.get(hostId)
  if (before?.status !== 'connecting' && before?.status !== 'non_responsive') return
  const cause: Cause = bySystem(world)
  markHost(world, hostId)
  world.tables.hosts.change(hostId, (row) => { delete row.hidden.silent })
  enterService(world, hostId, cause, 'VDS_RECOVER')
  const host = world.tables.hosts.get(hostId)
  for (const vm of world.tables.vms.by('host', hostId)) {
    if (vm.status !== 'unknown') continue
    markVm(world, vm.id)
    const seen = world.tables.vms.change(vm.id, (row) => { row.status = 'up' })
    tell(world, 'VM_STATUS_RESTORED', cause, { vm: seen, host }, { status: 'up' })
  }
}
