/** Statistics of a VM, of its NICs and disks. A VM that does not run has its memory and otherwise zeros and empty histories. */
import type { DiskRow, NicRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import { diskRates, historyLength, nicRates, nicTotals, pointAt, pointSeconds } from './curves.ts'
import type { StatisticRow } from './definitions.ts'
import { statistic } from './definitions.ts'
import { isGuestReporting } from './guest.ts'
import { fraction } from './noise.ts'
import { isVmReporting, vmUsageAt, vmUsedBytes } from './usage.ts'
import type { Usage } from './usage.ts'

/** Usage at the last history points, newest first; it begins when the VM was started. */
export function vmHistory(world: World, vm: VmRow, nowMs: number): Usage[] {
  if (!isVmReporting(vm)) return []
  const newest = pointAt(nowMs)
  const nics = world.tables.nics.by('ownerId', vm.id)
  const known = vm.start_time === undefined ? historyLength : Math.floor((nowMs - vm.start_time) / 1000 / pointSeconds) + 1
  return Array.from({ length: Math.max(1, Math.min(historyLength, known)) }, (_, back) => vmUsageAt(world, vm, newest - back, nics))
}

/** GET …/vms/{id}/statistics, in the order of VmStatisticalQuery. */
export function vmStatistics(world: World, vm: VmRow, nowMs: number): StatisticRow[] {
  const point = pointAt(nowMs)
  const history = vmHistory(world, vm, nowMs)
  const now = history[0] ?? { cpuPercent: 0, memoryPercent: 0, networkPercent: 0 }
  const installed = vm.memory ?? 0
  const used = vmUsedBytes(vm, point)
  const free = isVmReporting(vm) ? installed - used : 0
  // what is not used lies in caches and buffers for the greater part
  const cached = Math.floor(free * (0.3 + 0.4 * fraction(vm.hidden.seed, 61)))
  const buffered = Math.floor((free - cached) * 0.1)
  const hypervisor = Math.round(now.cpuPercent * 0.1)
  const { migration } = vm.hidden
  const progress = migration ? Math.min(99, Math.max(0, Math.floor((100 * (nowMs - migration.startedMs)) / Math.max(1, migration.durationMs)))) : 0
  const elapsed = isVmReporting(vm) && vm.start_time !== undefined ? Math.max(0, Math.floor((nowMs - vm.start_time) / 1000)) : 0
  return [
    statistic('memory.installed', installed), statistic('memory.used', used), statistic('cpu.current.guest', now.cpuPercent - hypervisor), statistic('cpu.current.hypervisor', hypervisor),
    statistic('cpu.current.total', now.cpuPercent), statistic('network.current.total', now.networkPercent), statistic('migration.progress', progress), statistic('memory.buffered', buffered),
    statistic('memory.cached', cached), statistic('memory.free', free), statistic('memory.unused', free - cached - buffered), statistic('elapsed.time', elapsed),
    statistic('cpu.usage.history', history.map(({ cpuPercent }) => cpuPercent)), statistic('memory.usage.history', history.map(({ memoryPercent }) => memoryPercent)),
    statistic('network.usage.history', history.map(({ networkPercent }) => networkPercent)), statistic('disks.usage', fileSystems(world, vm)),
  ]
}

/** File systems as the guest agent lists them; the boot disk is filled as far as its seed says. */
function fileSystems(world: World, vm: VmRow): string {
  if (!isGuestReporting(vm)) return '[]'
  const boot = world.tables.diskAttachments.by('ownerId', vm.id).find(({ bootable }) => bootable)
  const total = world.tables.disks.get(boot?.disk.id ?? '')?.provisioned_size
  if (total === undefined || total === 0) return '[]'
  const windows = vm.os?.type?.startsWith('windows') === true
  const used = Math.round(total * (0.2 + 0.6 * fraction(vm.hidden.seed, 62)))
  return JSON.stringify([{ path: windows ? 'C:\\' : '/', total: String(total), used: String(used), fs: windows ? 'NTFS' : 'xfs' }])
}

/** Traffic of a NIC as statistics: rates in bytes and bits, totals, errors. Shared by NICs of VMs and of hosts. */
export const trafficStatistics = ({ receivedPerSecond, sentPerSecond }: { receivedPerSecond: number; sentPerSecond: number }, { received, sent }: { received: number; sent: number }): StatisticRow[] => [
  statistic('data.current.rx', receivedPerSecond), statistic('data.current.tx', sentPerSecond), statistic('data.current.rx.bps', 8 * receivedPerSecond), statistic('data.current.tx.bps', 8 * sentPerSecond),
  statistic('data.total.rx', received), statistic('data.total.tx', sent), statistic('errors.total.rx', 0), statistic('errors.total.tx', 0),
]

const silent = { receivedPerSecond: 0, sentPerSecond: 0 }

/** GET …/vms/{id}/nics/{id}/statistics. A NIC of a template, or one that is unplugged, moves nothing. */
export function nicStatistics(world: World, nic: NicRow, nowMs: number): StatisticRow[] {
  const vm = world.tables.vms.get(nic.ownerId)
  const moves = vm !== undefined && isVmReporting(vm) && vm.status !== 'paused' && nic.plugged !== false && nic.linked !== false
  if (!moves) return trafficStatistics(silent, { received: 0, sent: 0 })
  return trafficStatistics(nicRates(nic.hidden.seed, pointAt(nowMs)), nicTotals(nic.hidden.seed, (nowMs - (vm.start_time ?? nowMs)) / 1000))
}

/** GET …/disks/{id}/statistics: zeros unless a running VM has the disk. A domain that is nearly full is slow. */
export function diskStatistics(world: World, disk: DiskRow, nowMs: number): StatisticRow[] {
  const { diskAttachments, vms } = world.tables
  const vm = diskAttachments.by('disk', disk.id).flatMap(({ ownerId, active }) => active === false ? [] : vms.get(ownerId) ?? []).find((owner) => isVmReporting(owner) && owner.status !== 'paused')
  const rates = vm ? diskRates(disk.hidden.seed, pointAt(nowMs), fraction(disk.hidden.seed, 71) < 0.03) : { readPerSecond: 0, writtenPerSecond: 0, latencySeconds: 0 }
  const seconds = vm ? Math.max(0, (nowMs - (vm.start_time ?? nowMs)) / 1000) : 0
  return [
    statistic('data.current.read', rates.readPerSecond), statistic('data.current.write', rates.writtenPerSecond),
    statistic('data.current.read_ops', Math.round(seconds * (5 + 40 * fraction(disk.hidden.seed, 72)))), statistic('data.current.write_ops', Math.round(seconds * (3 + 60 * fraction(disk.hidden.seed, 73)))),
    statistic('disk.read.latency', rates.latencySeconds), statistic('disk.write.latency', rates.latencySeconds * 1.4), statistic('disk.flush.latency', rates.latencySeconds * 0.6),
  ]
}
