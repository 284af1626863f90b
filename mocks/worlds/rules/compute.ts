/** Rules 1, 2, 3 and 6: where VMs run, memory and load of hosts, what a stopped VM leaves behind. */
import type { HostRow, VmRow } from '../../engine/rows.ts'
import { neededBytes } from '../../engine/scheduling/memory.ts'
import { historyLength, pointAt } from '../../engine/statistics/curves.ts'
import { sessionsOf } from '../../engine/statistics/guest.ts'
import { hostStatistics } from '../../engine/statistics/hostStatistics.ts'
import { hostUsage, isHostReporting, vcpusOf, threadsOf, vmUsage, vmUsageAt } from '../../engine/statistics/usage.ts'
import type { World } from '../../engine/world.ts'
import { reporter } from './violation.ts'
import type { Violation } from './violation.ts'

/** Statuses in which a VM exists on a host. */
const hosted = new Set<string | undefined>(['up', 'powering_up', 'powering_down', 'paused', 'migrating', 'not_responding', 'reboot_in_progress', 'saving_state', 'restoring_state', 'wait_for_launch', 'unknown'])
/** Host statuses in which its VMs go on running; the last four are passed through on the way out of service or back. */
const carrying = new Set<string>(['up', 'preparing_for_maintenance', 'connecting', 'non_operational', 'initializing', 'unassigned', 'error'])
/** Host statuses whose VMs the engine has lost sight of. */
const lost = new Set<string>(['non_responsive', 'kdumping', 'reboot', 'connecting', 'initializing', 'unassigned'])

/** 1. A running VM is on a host of its cluster that is in service; it is unknown exactly while that host does not answer. */
export function runningVmsHaveTheirHost(world: World): Violation[] {
  const { found, report } = reporter('runningVmsHaveTheirHost')
  const { hosts, vms } = world.tables
  for (const vm of vms.all()) {
    if (!hosted.has(vm.status)) continue
    const host = vm.host && hosts.get(vm.host.id)
    if (!host) {
      report(vm.name, `is ${vm.status} without a host`)
      continue
    }
    if (host.cluster.id !== vm.cluster.id) report(vm.name, `runs on ${host.name} of another cluster`)
    if (!(vm.status === 'unknown' ? lost : carrying).has(host.status)) report(vm.name, `is ${vm.status} on ${host.name}, which is ${host.status}`)
    if (!vms.by('host', host.id).includes(vm)) report(vm.name, `is not counted on ${host.name}`)
    const target = vm.hidden.migration && hosts.get(vm.hidden.migration.toHostId)
    if (vm.status === 'migrating' && target?.cluster.id !== vm.cluster.id) report(vm.name, 'migrates to no host of its cluster')
  }
  return found
}

/** 2. What runs on a host, with overhead, fits into what its memory and the cluster's over-commitment allow. */
export function memoryOfVmsFitsTheirHost(world: World): Violation[] {
  const { found, report } = reporter('memoryOfVmsFitsTheirHost')
  const { clusters, hosts, vms } = world.tables
  for (const host of hosts.all()) {
    const limit = ((host.memory ?? 0) * (clusters.get(host.cluster.id)?.memory_policy?.over_commit?.percent ?? 100)) / 100
    const needed = vms.by('host', host.id).reduce((sum, vm) => sum + (hosted.has(vm.status) ? neededBytes(vm) : 0), 0)
    if (needed > limit) report(host.name, `promises ${needed} bytes to its VMs and has ${limit}`)
  }
  return found
}

/** 3. The figures of a host add up: used and free memory, swap, user, system and idle; its load is that of its VMs. */
export function hostFiguresAddUp(world: World): Violation[] {
  const { found, report } = reporter('hostFiguresAddUp')
  const now = world.now()
  for (const host of world.tables.hosts.all()) {
    const figure = new Map<string, number | undefined>(hostStatistics(world, host, now).map(({ name, values }): [string, number | undefined] => [name, values[0]?.datum]))
    const sum = (...names: string[]) => names.reduce((total, name) => total + (figure.get(name) ?? Number.NaN), 0)
    if (sum('memory.used', 'memory.free') !== sum('memory.total')) report(host.name, 'used and free memory are not its memory')
    if (sum('swap.used', 'swap.free') !== sum('swap.total') || [...figure.values()].some((value) => value !== undefined && !(value >= 0))) report(host.name, 'has a figure below zero, or swap that does not add up')
    if (sum('cpu.current.user', 'cpu.current.system', 'cpu.current.idle') !== 100) report(host.name, 'user, system and idle are not 100')
    if (isHostReporting(host) && sum('cpu.current.user', 'cpu.current.system') !== expectedLoad(world, host, now)) report(host.name, 'its load is not that of its VMs')
  }
  return found
}

/** Load after the topology's rule, written down a second time: VMs over threads, and two percent. */
function expectedLoad(world: World, host: HostRow, now: number): number {
  const load = world.tables.vms.by('host', host.id).reduce((sum, vm) => sum + vmUsage(world, vm, now).cpuPercent * vcpusOf(vm), 0)
  return Math.min(100, Math.round(load / threadsOf(host) + 2))
}

/** 6. A VM that is down has no host, no guest, no sessions and no figures, and knows when it stopped; one that is up knows when it started. */
export function stoppedVmsLeaveNothingBehind(world: World): Violation[] {
  const { found, report } = reporter('stoppedVmsLeaveNothingBehind')
  const now = world.now()
  for (const vm of world.tables.vms.all()) {
    if (vm.status === 'up' && vm.start_time === undefined) report(vm.name, 'is up and has no start time')
    if (vm.status !== 'down' && vm.status !== 'suspended') continue
    if (vm.host) report(vm.name, `is ${vm.status} and still has a host`)
    if (leftOver(vm)) report(vm.name, `is ${vm.status} and its guest still reports`)
    if (vm.status === 'down' && vm.stop_time === undefined && vm.start_time !== undefined) report(vm.name, 'is down after a run and has no stop time')
    const { cpuPercent, memoryPercent, networkPercent } = vmUsage(world, vm, now)
    if (cpuPercent + memoryPercent + networkPercent !== 0) report(vm.name, `is ${vm.status} and has figures`)
  }
  return found
}
const leftOver = (vm: VmRow) => vm.fqdn !== undefined || vm.guest_operating_system !== undefined || vm.guest_time_zone !== undefined || sessionsOf(vm, (text) => text).length > 0

/** 11. The same seed and time give the same figures: every curve has a whole number as seed and answers finite values twice alike. */
export function figuresAreReproducible(world: World): Violation[] {
  const { found, report } = reporter('figuresAreReproducible')
  const { disks, hostNics, hosts, nics, vms } = world.tables
  for (const table of [vms, hosts, nics, hostNics, disks]) {
    for (const row of table.all()) if (!Number.isInteger(row.hidden.seed)) report(row.name, 'has no whole number as seed of its curves')
  }
  const now = world.now()
  const newest = pointAt(now)
  for (const vm of vms.all()) {
    if (!Number.isInteger(vm.hidden.seed)) continue
    const first = vmUsage(world, vm, now)
    const again = vmUsageAt(world, vm, newest)
    if (first.cpuPercent !== again.cpuPercent || first.memoryPercent !== again.memoryPercent || first.networkPercent !== again.networkPercent) report(vm.name, 'shows other figures than its newest history point')
    const oldest = vmUsageAt(world, vm, newest - historyLength)
    if (![...Object.values(first), ...Object.values(oldest)].every((value) => value >= 0 && value <= 100)) report(vm.name, 'has a figure outside 0 to 100')
  }
  for (const host of hosts.all()) {
    const usage = hostUsage(world, host, now)
    if (Number.isInteger(host.hidden.seed) && !Object.values(usage).every((value) => Number.isFinite(value))) report(host.name, 'has a figure that is no number')
  }
  return found
}
