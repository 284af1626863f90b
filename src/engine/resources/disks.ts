import type { Disk, DiskAttachment, Lun } from '../../domain/disk.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, identity, int, list, ref, refs, target } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { defineResource } from '../resource.ts'

const decodeLun = (wire: Wire.HostStorage | undefined): Lun | undefined => {
  const unit = list(wire?.logical_units?.logical_unit)[0]
  return unit && {
    id: unit.id ?? '',
    sizeBytes: int(unit.size),
    serial: unit.serial,
    vendor: unit.vendor_id,
    product: unit.product_id,
    paths: int(unit.paths),
  }
}

export function decodeDisk(wire: Wire.Disk): Disk {
  const single = ref(wire.storage_domain)
  const lun = decodeLun(wire.lun_storage)
  return {
    id: wire.id ?? '',
    name: wire.alias ?? wire.name ?? '',
    description: identity(wire).description,
    status: wire.status,
    storageType: wire.storage_type ?? (lun ? 'lun' : 'image'),
    contentType: wire.content_type ?? 'data',
    format: wire.format,
    sparse: flag(wire.sparse, false),
    shareable: flag(wire.shareable, false),
    wipeAfterDelete: flag(wire.wipe_after_delete, false),
    propagateErrors: flag(wire.propagate_errors, false),
    backup: wire.backup,
    provisionedBytes: int(wire.provisioned_size) ?? lun?.sizeBytes ?? 0,
    actualBytes: int(wire.actual_size),
    totalBytes: int(wire.total_size),
    imageId: wire.image_id,
    qcowVersion: wire.qcow_version,
    storageDomains: wire.storage_domains ? refs(wire.storage_domains.storage_domain) : single ? [single] : [],
    quota: ref(wire.quota),
    diskProfile: ref(wire.disk_profile),
    vms: wire.vms ? refs(wire.vms.vm) : refs(wire.vm ? [wire.vm] : []),
    template: ref(wire.template),
    lun,
  }
}

export const decodeDiskAttachment = (wire: Wire.DiskAttachment): DiskAttachment => ({
  id: wire.id ?? '',
  name: wire.disk?.alias ?? wire.name ?? '',
  active: flag(wire.active, false),
  bootable: flag(wire.bootable, false),
  readOnly: flag(wire.read_only, false),
  passDiscard: flag(wire.pass_discard, false),
  usesScsiReservation: flag(wire.uses_scsi_reservation, false),
  interface: wire.interface,
  logicalName: wire.logical_name,
  // A bare reference has no size; only a disk that was read along is one.
  disk: wire.disk?.provisioned_size !== undefined || wire.disk?.lun_storage !== undefined ? decodeDisk(wire.disk) : undefined,
  vm: ref(wire.vm),
})

export const disks = defineResource<Disk, Wire.Disk>({
  type: 'disk',
  path: 'disks',
  element: 'disk',
  decode: decodeDisk,
  searchableById: true,
  transitional: ['locked'],
  parents: (disk) => [
    ...disk.vms.flatMap((vm) => target('vm', vm)),
    ...disk.storageDomains.flatMap((domain) => target('storage_domain', domain)),
  ],
  defaultSort: { field: 'alias', descending: false },
})

/** Disks of one VM, the disks read along. */
export const vmDiskAttachments = defineChildren<DiskAttachment, Wire.DiskAttachment>({
  parent: { type: 'vm', path: collectionPaths.vm },
  path: 'diskattachments',
  element: 'disk_attachment',
  decode: decodeDiskAttachment,
  params: { follow: 'disk' },
})
