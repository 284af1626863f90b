/** Figures of machines one by one: the network figure costs a look at every NIC, so an order by CPU does not ask for it. */
import { cpuPercent, memoryPercent, pointAt } from '../statistics/curves.ts'
import { hostCpuPercent, isVmReporting, vmUsage } from '../statistics/usage.ts'
import type { HostRow, VmRow } from '../rows.ts'
import type { Context } from './context.ts'

/** Figures of a machine that does not run are nulls in the database. */
type Figure = number | null

export const vmCpu = (vm: VmRow, { nowMs }: Context): Figure => {
  if (!isVmReporting(vm)) return null
  return vm.status === 'paused' ? 0 : cpuPercent(vm.hidden.seed, vm.hidden.curve, pointAt(nowMs))
}
export const vmMemory = (vm: VmRow, { nowMs }: Context): Figure => (isVmReporting(vm) ? memoryPercent(vm.hidden.seed, pointAt(nowMs)) : null)
export const vmNetwork = (vm: VmRow, { world, nowMs }: Context): Figure => (isVmReporting(vm) ? vmUsage(world, vm, nowMs).networkPercent : null)

/** Load over five minutes, as the host's statistics show it. */
export function hostLoad(host: HostRow, { world, nowMs }: Context): number {
  const point = pointAt(nowMs)
  return (hostCpuPercent(world, host, point) + hostCpuPercent(world, host, point - 5) + hostCpuPercent(world, host, point - 10)) / 3
}
