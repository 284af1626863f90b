/** Disks, to read: all of them, those of a storage domain. Source: DiskMapper, BackendDisksResource. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { childrenBy, collection, wholeTable } from '../registry.ts'
import type { DiskAttachmentRow, DiskRow } from '../rows.ts'
import { isGuestReporting } from '../statistics/guest.ts'
import type { World } from '../world.ts'

/** The guest's name of an attached disk, known while its agent reports: letters in the order of attachment, the boot disk first. */
export function logicalName(world: World, attachment: DiskAttachmentRow): string | undefined {
  const vm = world.tables.vms.get(attachment.ownerId)
  if (!vm || !isGuestReporting(vm)) return undefined
  const ordered = [...world.tables.diskAttachments.by('ownerId', vm.id)].sort((one, other) => Number(other.bootable) - Number(one.bootable))
  const position = ordered.findIndex(({ id }) => id === attachment.id)
  return `/dev/${attachment.interface === 'virtio' ? 'vd' : 'sd'}${String.fromCharCode(97 + Math.max(0, position))}`
}

export function showDisk(row: DiskRow, { world }: Pick<Call, 'world'>): Model.Disk {
  const attachments = world.tables.diskAttachments.by('disk', row.id)
  const [only] = attachments
  const name = attachments.length === 1 && only ? logicalName(world, only) : undefined
  return { ...row, ...name !== undefined && { logical_name: name } }
}

collection('disks', { ...wholeTable('disks'), type: 'Disk', object: 'disk', search: 'disks', show: showDisk })
collection('storagedomains/disks', { ...childrenBy('disks', 'storage_domain'), type: 'Disk', object: 'disk', show: showDisk })
collection('datacenters/storagedomains/disks', { ...childrenBy('disks', 'storage_domain'), type: 'Disk', object: 'disk', show: showDisk })

/** Layers of a disk: one for every snapshot that holds it, the newest being its image. Source: BackendDiskSnapshotsResource. */
function layersOf({ ids, world }: Call): (Model.DiskSnapshot & { id: string })[] {
  const disk = world.tables.disks.get(ids[0] ?? '')
  if (!disk) return []
  return world.tables.snapshots.by('disk', disk.id).map((snapshot) => ({
    id: snapshot.snapshot_type === 'active' ? disk.image_id ?? disk.id : snapshot.id, alias: disk.alias ?? disk.name, description: snapshot.description, provisioned_size: disk.provisioned_size ?? 0,
    ...disk.format && { format: disk.format }, ...disk.storage_type && { storage_type: disk.storage_type }, ...disk.status && { status: disk.status }, sparse: disk.sparse ?? false, actual_size: disk.actual_size ?? 0, disk: { id: disk.id },
  }))
}
collection('disks/disksnapshots', { type: 'DiskSnapshot', list: layersOf, find: (call, id) => layersOf(call).find((row) => row.id === id), show: (row: Model.DiskSnapshot): object => row })
