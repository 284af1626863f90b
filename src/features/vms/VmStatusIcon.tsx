import { featureProps } from '../../blocks/featureProps.ts'
import { StatusIcon } from '../../blocks/status/StatusIcon.tsx'
import type { Vm } from '../../domain/vm.ts'
import { isVmStatus, vmStatusOf } from '../../domain/vmStatus.ts'
import type { VmStatus } from '../../domain/vmStatus.ts'
import { toVmStatus } from './vmStatus.ts'

/** Items of today's portal by status. */
const statusFeatures: Readonly<Record<VmStatus, string>> = {
  up: 'vm.list.status.up', down: 'vm.list.status.down', powering_up: 'vm.list.status.powering_up', powering_down: 'vm.list.status.powering_down',
  reboot_in_progress: 'vm.list.status.reboot', wait_for_launch: 'vm.list.status.wait_for_launch', paused: 'vm.list.status.paused',
  suspended: 'vm.list.status.suspended', saving_state: 'vm.list.status.saving', restoring_state: 'vm.list.status.restoring',
  image_locked: 'vm.list.status.image_locked', image_illegal: 'vm.list.status.image_illegal', migrating: 'vm.list.status.migrating',
  not_responding: 'vm.list.status.not_responding', unknown: 'vm.list.status.unknown', unassigned: 'vm.list.status.unknown',
}

/** Icon of a virtual machine with the exclamation mark and its reasons. */
export const VmStatusIcon = ({ vm }: { readonly vm: Vm }) => {
  const status = toVmStatus(vm)
  const word = vmStatusOf(vm)
  const [id, ...also] = [...(isVmStatus(word) ? [statusFeatures[word]] : []), ...(status.marks ? ['vm.list.status.alert'] : [])]
  return <span {...(id !== undefined && featureProps({ id, also }))}><StatusIcon status={status} /></span>
}
