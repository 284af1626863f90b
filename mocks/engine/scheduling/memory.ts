/** Memory as the scheduler counts it. Sources: SlaValidator, VmOverheadCalculatorImpl, VDS.calculateFreeVirtualMemory. */
import { vmStatusOf, hostedVmStatuses } from '../../../src/domain/vmStatus.ts'
import type { HostRow, VmRow } from '../rows.ts'
import { vcpusOf } from '../statistics/usage.ts'
import type { World } from '../world.ts'

const mib = 1024 ** 2
/** What the engine keeps free for the host's own processes (VdsDynamic.reservedMem as VDSM reports it). */
const reservedBytes = 321 * mib
/** Video memory of one head, MiB. */
const videoMib = 16

/** Memory QEMU takes beside the guest's own: page tables, video, vCPU and I/O threads (x86). */
export function overheadBytes(vm: Pick<VmRow, 'memory' | 'cpu' | 'io' | 'display' | 'hidden'>): number {
  const heads = vm.hidden.graphics.length === 0 ? 0 : vm.display?.monitors ?? 1
  const fixed = Math.ceil((vm.memory ?? 0) / mib / 512) + 64
  return (fixed + heads * videoMib + 8 * vcpusOf(vm) + 8 * (vm.io?.threads ?? 0)) * mib
}

/** What a VM needs of a host: its memory and the overhead. */
export const neededBytes = (vm: Parameters<typeof overheadBytes>[0]): number => (vm.memory ?? 0) + overheadBytes(vm)

const occupies = (vm: Pick<VmRow, 'status'>): boolean => {
  const hosted: readonly string[] = [...hostedVmStatuses, 'unknown', 'not_responding']
  return hosted.includes(vmStatusOf(vm))
}

/** Memory of the VMs that run on a host; those still pending are not counted twice. */
export function committedBytes(world: World, host: HostRow): number {
  const pending = new Set(host.hidden.pending.map(({ vmId }) => vmId))
  let sum = 0
  for (const vm of world.tables.vms.by('host', host.id)) if (occupies(vm) && !pending.has(vm.id)) sum += neededBytes(vm)
  return sum
}
export const pendingBytes = (host: HostRow): number => host.hidden.pending.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0)

/**
 * Memory that may still be given to VMs: physical times over-commit, less what runs, what is pending and what the host keeps.
 * REST shows it as `max_scheduling_memory`.
 */
export function maxSchedulingBytes(world: World, host: HostRow): number {
  const percent = world.tables.clusters.get(host.cluster.id)?.memory_policy?.over_commit?.percent ?? 100
  const limit = ((host.memory ?? 0) * percent) / 100
  return Math.max(0, Math.floor(limit - committedBytes(world, host) - pendingBytes(host) - reservedBytes))
}

/** Promises memory and vCPUs of a host to a VM that is starting or arriving; at most one promise a VM and host. */
export function addPending(world: World, hostId: string, vm: VmRow): void {
  const promise = { vmId: vm.id, memoryBytes: neededBytes(vm), vcpus: vcpusOf(vm) }
  world.tables.hosts.change(hostId, (host) => { host.hidden.pending = [...host.hidden.pending.filter(({ vmId }) => vmId !== vm.id), promise] })
}
/** Takes the promise back: the VM is up, or it failed. */
export function dropPending(world: World, hostId: string | undefined, vmId: string): void {
  const host = hostId === undefined ? undefined : world.tables.hosts.get(hostId)
  if (!host?.hidden.pending.some((promise) => promise.vmId === vmId)) return
  world.tables.hosts.change(host.id, (row) => { row.hidden.pending = row.hidden.pending.filter((promise) => promise.vmId !== vmId) })
}
