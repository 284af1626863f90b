/**
 * Current usage as lists, search and sorting see it: whole percent, always equal to the newest history point.
 * Sums over the VMs of a host and over the NICs of a VM are taken here, so that every reader gets the same figures.
 */
import type { HostRow, NicRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import { cpuPercent, memoryPercent, nicRates, pointAt } from './curves.ts'

export interface Usage { readonly cpuPercent: number; readonly memoryPercent: number; readonly networkPercent: number }

const nothing: Usage = { cpuPercent: 0, memoryPercent: 0, networkPercent: 0 }

/** Statuses in which a process exists on a host and reports figures. A VM of a lost host (unknown) reports none. */
const reporting = new Set<string | undefined>(['up', 'powering_up', 'powering_down', 'migrating', 'reboot_in_progress', 'saving_state', 'restoring_state', 'not_responding', 'paused'])
/** Host statuses in which the engine reads its figures. */
const readable = new Set<string>(['up', 'preparing_for_maintenance', 'maintenance', 'non_operational', 'error'])

export const isVmReporting = (vm: Pick<VmRow, 'status'>): boolean => reporting.has(vm.status)
export const isHostReporting = (host: Pick<HostRow, 'status'>): boolean => readable.has(host.status)

/** Speed that network percentages refer to: 1 Gbit/s for a NIC of a VM, 25 Gbit/s for a port of a host. */
export const nicSpeedBytes = 1.25e8
export const hostPortSpeedBytes = 3.125e9

export const vcpusOf = (vm: Pick<VmRow, 'cpu'>): number => {
  const topology = vm.cpu?.topology
  return (topology?.cores ?? 1) * (topology?.sockets ?? 1) * (topology?.threads ?? 1)
}
export const threadsOf = (host: Pick<HostRow, 'cpu'>): number => {
  const topology = host.cpu?.topology
  return (topology?.cores ?? 1) * (topology?.sockets ?? 1) * (topology?.threads ?? 1)
}

/** Bytes per second in both directions over all plugged NICs of a VM. */
export function vmTraffic(world: World, vm: VmRow, point: number, nics: readonly NicRow[] = world.tables.nics.by('ownerId', vm.id)): number {
  let sum = 0
  for (const nic of nics) {
    if (nic.plugged === false || nic.linked === false) continue
    const { receivedPerSecond, sentPerSecond } = nicRates(nic.hidden.seed, point)
    sum += receivedPerSecond + sentPerSecond
  }
  return sum
}

/** Usage of a VM at one history point, whatever its start; whoever asks for many points looks its NICs up once. */
export function vmUsageAt(world: World, vm: VmRow, point: number, nics?: readonly NicRow[]): Usage {
  if (!isVmReporting(vm)) return nothing
  const memory = memoryPercent(vm.hidden.seed, point)
  if (vm.status === 'paused') return { cpuPercent: 0, memoryPercent: memory, networkPercent: 0 }
  const network = (100 * vmTraffic(world, vm, point, nics)) / (2 * nicSpeedBytes)
  return { cpuPercent: cpuPercent(vm.hidden.seed, vm.hidden.curve, point), memoryPercent: memory, networkPercent: Math.min(100, Math.round(network)) }
}

/** CPU (percent of all vCPUs), memory (percent of its memory) and network (percent of its NICs' speed) of a VM. */
export const vmUsage = (world: World, vm: VmRow, nowMs: number): Usage => vmUsageAt(world, vm, pointAt(nowMs))

/** Memory a VM's guest really uses, bytes; 0 when it reports nothing. */
export const vmUsedBytes = (vm: VmRow, point: number): number =>
  isVmReporting(vm) ? Math.round(((vm.memory ?? 0) * memoryPercent(vm.hidden.seed, point)) / 100) : 0

/** What the host itself takes beside its guests. */
export const hostOwnBytes = 4 * 1024 ** 3

/** Memory in use on a host: its guests' use and about 4 GiB of its own; what exceeds the physical memory is in swap. */
export function hostMemory(world: World, host: HostRow, point: number): { totalBytes: number; usedBytes: number; swapUsedBytes: number } {
  const total = host.memory ?? 0
  if (!isHostReporting(host)) return { totalBytes: total, usedBytes: 0, swapUsedBytes: 0 }
  let wanted = hostOwnBytes
  for (const vm of world.tables.vms.by('host', host.id)) wanted += vmUsedBytes(vm, point)
  const used = Math.min(wanted, total)
  return { totalBytes: total, usedBytes: used, swapUsedBytes: Math.min(wanted - used, host.hidden.swapTotalBytes) }
}

/** CPU load of a host: the load of its VMs over its threads, and 2 percent of its own. */
export function hostCpuPercent(world: World, host: HostRow, point: number): number {
  if (!isHostReporting(host)) return 0
  let load = 0
  for (const vm of world.tables.vms.by('host', host.id)) {
    if (isVmReporting(vm) && vm.status !== 'paused') load += cpuPercent(vm.hidden.seed, vm.hidden.curve, point) * vcpusOf(vm)
  }
  return Math.min(100, Math.round(load / threadsOf(host) + 2))
}

/** Bytes per second over all VMs of a host, what its VM networks carry. */
export function hostTraffic(world: World, host: HostRow, point: number): number {
  let sum = 0
  for (const vm of world.tables.vms.by('host', host.id)) if (isVmReporting(vm) && vm.status !== 'paused') sum += vmTraffic(world, vm, point)
  return sum
}

/** CPU, memory and network of a host; zero while the engine cannot read it. */
export function hostUsage(world: World, host: HostRow, nowMs: number): Usage {
  if (!isHostReporting(host)) return nothing
  const point = pointAt(nowMs)
  const { totalBytes, usedBytes } = hostMemory(world, host, point)
  return {
    cpuPercent: hostCpuPercent(world, host, point),
    memoryPercent: totalBytes === 0 ? 0 : Math.round((100 * usedBytes) / totalBytes),
    networkPercent: Math.min(100, Math.round((100 * hostTraffic(world, host, point)) / (2 * hostPortSpeedBytes))),
  }
}
