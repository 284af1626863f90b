/** Removing VMs with their disks. Sources: RemoveVmCommand, RemoveAllVmImagesCommand. */
import type { VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import { seconds } from './durations.ts'
import { endJob, isToFail, laterForVm, markVm, onVmTask, tell, type Cause } from './operation.ts'

/** Disks are deleted in the background; a VM without disks of its own, or one that leaves them, is gone at once. */
export function beginRemoval(world: World, vm: VmRow, cause: Cause, detachOnly: boolean): void {
  markVm(world, vm.id)
  const images = ownImages(world, vm)
  if (detachOnly || images.length === 0) {
    finish(world, vm, cause, [])
    return
  }
  const locked = world.tables.vms.change(vm.id, (row) => { row.status = 'image_locked' })
  for (const id of images) world.tables.disks.change(id, (disk) => { disk.status = 'locked' })
  laterForVm(world, locked, seconds.removeVm, 'vm.removed', cause)
}

/** Disks that go with the VM: images that nobody shares. Shareable and direct LUN disks are only detached. */
const ownImages = (world: World, vm: VmRow): readonly string[] => world.tables.diskAttachments.by('ownerId', vm.id)
  .map(({ disk }) => world.tables.disks.get(disk.id))
  .flatMap((disk) => disk && disk.shareable !== true && disk.storage_type !== 'lun' ? [disk.id] : [])

onVmTask('vm.removed', (world, vm, cause) => {
  const images = ownImages(world, vm)
  if (isToFail(vm)) {
    for (const id of images) world.tables.disks.change(id, (disk) => { disk.status = 'illegal' })
    finish(world, vm, cause, images)
    return
  }
  tell(world, 'USER_REMOVE_VM_FINISHED', cause, { vm })
  dropRow(world, vm)
  for (const id of images) {
    for (const permission of world.tables.permissions.by('object', id)) world.tables.permissions.remove(permission.id)
    world.tables.disks.remove(id)
  }
  endJob(world, cause, true)
})

function finish(world: World, vm: VmRow, cause: Cause, illegalIds: readonly string[]): void {
  const names = illegalIds.map((id) => world.tables.disks.get(id)?.name ?? id)
  tell(world, names.length > 0 ? 'USER_REMOVE_VM_FINISHED_WITH_ILLEGAL_DISKS' : 'USER_REMOVE_VM_FINISHED', cause, { vm }, { disks: names.join(', ') })
  dropRow(world, vm)
  endJob(world, cause, names.length === 0)
}

/** The row and everything that hangs on it. */
function dropRow(world: World, vm: VmRow): void {
  const { tables } = world
  for (const row of tables.diskAttachments.by('ownerId', vm.id)) tables.diskAttachments.remove(row.id)
  for (const row of tables.nics.by('ownerId', vm.id)) tables.nics.remove(row.id)
  for (const row of tables.snapshots.by('vmId', vm.id)) tables.snapshots.remove(row.id)
  for (const row of tables.permissions.by('object', vm.id)) tables.permissions.remove(row.id)
  for (const row of tables.tagUses.by('target', vm.id)) tables.tagUses.remove(row.id)
  for (const row of tables.affinityGroups.by('vm', vm.id)) tables.affinityGroups.change(row.id, (group) => { group.vmIds = group.vmIds.filter((id) => id !== vm.id) })
  for (const row of tables.affinityLabels.by('vm', vm.id)) tables.affinityLabels.change(row.id, (label) => { label.vmIds = label.vmIds.filter((id) => id !== vm.id) })
  for (const row of tables.hostDevices.by('vmId', vm.id)) tables.hostDevices.change(row.id, (device) => { delete device.vmId })
  tables.vms.remove(vm.id)
}
