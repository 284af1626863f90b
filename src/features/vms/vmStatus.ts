import type { Status } from '../../blocks/status/status.ts'
import type { Vm } from '../../domain/vm.ts'
import { hostedVmStatuses, vmOverlay, vmStatusKind, vmStatusOf } from '../../domain/vmStatus.ts'

/** Status of a VM as icons show it: its word, why it needs attention, and the lock while its images are busy. */
export const toVmStatus = (vm: Vm): Status => {
  const alerts = vmOverlay(vm)
  return { type: 'vm', kind: vmStatusKind(vm), word: vmStatusOf(vm), ...(alerts.length > 0 && { marks: [{ mark: 'alert' as const, lines: alerts }] }) }
}

/** Does it occupy a host, so that there is load to measure and an uptime? */
export const isHosted = ({ status }: Pick<Vm, 'status'>): boolean => hostedVmStatuses.some((word) => word === status)
