/**
 * Storage domains, to read: at the top with the status of unattached ones only, below a data center with the status there.
 * Sources: StorageDomainMapper, BackendStorageDomainsResource, BackendAttachedStorageDomainsResource, BackendFilesResource.
 */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { childrenBy, collection, wholeTable } from '../registry.ts'
import type { StorageDomainRow } from '../rows.ts'
import { domainCapacity } from '../statistics/capacity.ts'
import { seededId } from '../ids.ts'
import { wordNumber } from '../statistics/noise.ts'

/** Sizes as they are now; where the storage lies is nothing for plain users. */
function shownDomain(row: StorageDomainRow, { filtered, world }: Call): Model.StorageDomain {
  const capacity = domainCapacity(world, row)
  const { storage, ...rest } = row
  return {
    ...rest, ...storage && { storage: filtered ? { ...storage.type && { type: storage.type } } : storage }, committed: capacity?.committedBytes ?? 0,
    ...capacity && { available: capacity.availableBytes, used: capacity.usedBytes },
  }
}

const linksOfData = ['disks', 'diskprofiles', 'storageconnections', 'templates', 'vms']
const lacking = ({ type }: StorageDomainRow): readonly string[] => type === 'data' ? ['files'] : type === 'iso' ? linksOfData : [...linksOfData, 'files']

collection('storagedomains', {
  ...wholeTable('storageDomains'), type: 'StorageDomain', object: 'storage_domain', search: 'storage', lacks: lacking,
  show: (row: StorageDomainRow, call) => {
    const { attachments } = row.hidden
    return { ...shownDomain(row, call), ...attachments.length === 0 ? { status: 'unattached' } : { data_centers: attachments.map(({ dataCenterId }) => ({ id: dataCenterId })) } }
  },
})

collection('datacenters/storagedomains', {
  ...childrenBy('storageDomains', 'data_center'), type: 'StorageDomain', object: 'storage_domain',
  show: (row: StorageDomainRow, call) => {
    const attachment = row.hidden.attachments.find(({ dataCenterId }) => dataCenterId === call.ids[0])
    return { ...shownDomain(row, call), ...attachment && { status: attachment.status, data_center: { id: attachment.dataCenterId } } }
  },
})

/** Files of an ISO domain; on a data domain the ISO disks play their part. */
function filesOf({ ids, world }: Call): (Model.File & { id: string })[] {
  const domain = world.tables.storageDomains.get(ids[0] ?? '')
  if (!domain) return []
  const storage_domain = { id: domain.id }
  if (domain.type !== 'data') return domain.hidden.files.map(({ id, name, type }) => ({ id, name, type, storage_domain }))
  return world.tables.disks.by('storage_domain', domain.id).flatMap(({ id, name, content_type: content }) => content === 'iso' ? [{ id, name, type: 'iso', storage_domain }] : [])
}
collection('storagedomains/files', { type: 'File', search: 'files', list: filesOf, find: (call, id) => filesOf(call).find((file) => file.id === id), show: (file: Model.File): object => file })

/** How a domain is reached: one connection for a share, one for each LUN's target otherwise. */
function connectionsOf(row: StorageDomainRow | undefined): (Model.StorageConnection & { id: string })[] {
  const { storage } = row ?? {}
  if (!row || !storage?.type || storage.type === 'fcp' || storage.type === 'glance') return []
  const { type, address, path, mount_options, nfs_version, vfs_type } = storage
  const id = (number: number) => seededId(wordNumber(row.id), number)
  if (type !== 'iscsi') return [{ id: id(0), type, ...address !== undefined && { address }, ...path !== undefined && { path }, ...mount_options !== undefined && { mount_options }, ...nfs_version && { nfs_version }, ...vfs_type !== undefined && { vfs_type } }]
  const targets = new Map((storage.volume_group?.logical_units ?? []).map((unit) => [unit.target, unit]))
  return [...targets.values()].map((unit, number) => ({ id: id(number), type, ...unit.address !== undefined && { address: unit.address }, ...unit.port !== undefined && { port: unit.port }, ...unit.portal !== undefined && { portal: unit.portal }, ...unit.target !== undefined && { target: unit.target } }))
}
const showConnection = (row: Model.StorageConnection): object => row
const ofDomain = (call: Call) => connectionsOf(call.world.tables.storageDomains.get(call.ids[0] ?? ''))
collection('storagedomains/storageconnections', { type: 'StorageConnection', filtered: 'refused', list: ofDomain, find: (call, id) => ofDomain(call).find((row) => row.id === id), show: showConnection })
const everywhere = ({ world }: Call) => world.tables.storageDomains.byName().flatMap(connectionsOf)
collection('storageconnections', { type: 'StorageConnection', filtered: 'refused', list: everywhere, find: (call, id) => everywhere(call).find((row) => row.id === id), show: showConnection })

/** VMs and templates that have a disk on the domain. */
function ownersOn<Name extends 'vms' | 'templates'>(name: Name, { ids, world: { tables } }: Call) {
  const owners = new Set(tables.disks.by('storage_domain', ids[0] ?? '').flatMap(({ id }) => tables.diskAttachments.by('disk', id).map(({ ownerId }) => ownerId)))
  return [...owners].flatMap((id) => tables[name].get(id) ?? [])
}
collection('storagedomains/vms', { type: 'Vm', object: 'vm', list: (call) => ownersOn('vms', call), find: (call, id) => ownersOn('vms', call).find((row) => row.id === id), show: ({ id, name }): object => ({ id, name }) })
collection('storagedomains/templates', { type: 'Template', object: 'template', list: (call) => ownersOn('templates', call), find: (call, id) => ownersOn('templates', call).find((row) => row.id === id), show: ({ id, name }): object => ({ id, name }) })
