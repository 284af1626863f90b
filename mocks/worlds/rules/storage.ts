/** Rules 4 and 5: sizes of disks and domains, snapshots and templates of VMs. */
import { domainCapacity } from '../../engine/statistics/capacity.ts'
import type { World } from '../../engine/world.ts'
import { reporter } from './violation.ts'
import type { Violation } from './violation.ts'

/** Room that a thin layer may take beyond the disk's size for its own tables. */
const layerOverhead = 1.1

/** 4. A disk takes no more room than it was given, its layers together no less than the top one, and a domain holds what lies on it. */
export function storageAddsUp(world: World): Violation[] {
  const { found, report } = reporter('storageAddsUp')
  const { disks, storageDomains } = world.tables
  for (const disk of disks.all()) {
    if (disk.storage_type === 'lun') continue
    const { actual_size: actual = 0, provisioned_size: provisioned = 0, total_size: total = 0 } = disk
    if (actual > provisioned * (disk.format === 'cow' ? layerOverhead : 1)) report(disk.name, `takes ${actual} bytes of ${provisioned}`)
    if (total < actual) report(disk.name, 'its layers are smaller than the newest of them')
    if (disk.storage_domains.length === 0) report(disk.name, 'lies on no storage domain')
    for (const { id } of disk.storage_domains) if (!storageDomains.get(id)) report(disk.name, 'lies on a storage domain that does not exist')
  }
  for (const domain of storageDomains.all()) {
    const capacity = domainCapacity(world, domain)
    if (!capacity) continue
    if (capacity.availableBytes < 0) report(domain.name, 'holds more than its size')
    if (capacity.usedBytes + capacity.availableBytes !== capacity.sizeBytes) report(domain.name, 'used and available are not its size')
  }
  return found
}

/** 5. Every VM has one active snapshot; a thin disk lies on a domain that holds a disk of its template. */
export function vmsHaveTheirLayers(world: World): Violation[] {
  const { found, report } = reporter('vmsHaveTheirLayers')
  const { diskAttachments, disks, snapshots, templates, vms } = world.tables
  for (const vm of vms.all()) {
    const active = snapshots.by('vmId', vm.id).filter(({ snapshot_type: type }) => type === 'active').length
    if (active !== 1) report(vm.name, `has ${active} active snapshots`)
    for (const { disk: { id } } of diskAttachments.by('ownerId', vm.id)) {
      const disk = disks.get(id)
      if (!disk) {
        report(vm.name, 'has a disk that does not exist')
        continue
      }
      const templateId = disk.hidden.templateId
      if (templateId === undefined) continue
      const layers = diskAttachments.by('ownerId', templateId).flatMap((attachment) => disks.get(attachment.disk.id)?.storage_domains ?? [])
      if (!templates.get(templateId)) report(disk.name, 'stands on a template that does not exist')
      else if (!disk.storage_domains.every((domain) => layers.some((layer) => layer.id === domain.id))) report(disk.name, 'lies on a domain without its template')
    }
  }
  return found
}
