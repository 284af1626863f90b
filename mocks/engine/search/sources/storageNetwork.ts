/** Storage domains, disks, networks and NICs as searches see them. */
import type { DiskRow, HostNicRow, NetworkRow, NicRow, StorageDomainRow } from '../../rows.ts'
import { domainCapacity } from '../../statistics/capacity.ts'
import { dataCentersOfStorage, toGib, unspaced, vmsOfDisk } from '../rowsOf.ts'
import type { Source } from '../source.ts'

/** One status over all data centers a domain is attached to. Source: StorageDomainSharedStatus. */
function sharedStatus({ hidden: { attachments } }: StorageDomainRow): string {
  if (attachments.length === 0) return 'unattached'
  const active = attachments.filter(({ status }) => status === 'active').length
  return active === attachments.length ? 'active' : active === 0 ? 'inactive' : 'mixed'
}

export const storage: Source<StorageDomainRow> = {
  object: 'storage',
  cells: {
    name: (row) => row.name,
    status: (row) => unspaced(row.hidden.attachments[0]?.status ?? 'unattached'),
    shared_status: sharedStatus,
    external_status: (row) => row.external_status ?? 'ok',
    datacenter: (row, context) => dataCentersOfStorage(context, row).map(({ name }) => name),
    type: (row) => row.storage?.type,
    free_size: (row, { world }) => toGib(domainCapacity(world, row)?.availableBytes),
    used_size: (row, { world }) => toGib(domainCapacity(world, row)?.usedBytes),
    total_size: (row, { world }) => toGib(domainCapacity(world, row)?.sizeBytes),
    committed: (row, { world }) => toGib(domainCapacity(world, row)?.committedBytes),
    comment: (row) => row.comment,
    description: (row) => row.description,
    wipe_after_delete: (row) => row.wipe_after_delete ?? false,
    discard_after_delete: (row) => row.discard_after_delete ?? false,
    backup: (row) => row.backup ?? false,
  },
}

export const disk: Source<DiskRow> = {
  object: 'disk',
  cells: {
    alias: (row) => row.alias ?? row.name,
    name: (row) => row.alias ?? row.name,
    description: (row) => row.description,
    provisioned_size: (row) => row.provisioned_size,
    size: (row) => row.provisioned_size,
    actual_size: (row) => row.actual_size,
    shareable: (row) => row.shareable ?? false,
    status: (row) => row.status,
    disk_type: (row) => row.storage_type,
    disk_content_type: (row) => row.content_type,
    allocation_policy: (row) => (row.sparse === undefined ? 'unassigned' : row.sparse ? 'sparse' : 'preallocated'),
    number_of_vms: (row, context) => vmsOfDisk(context, row).length,
    vm_names: (row, context) => vmsOfDisk(context, row).map(({ name }) => name),
    id: (row) => row.id,
    disk_id: (row) => row.id,
    wipe_after_delete: (row) => row.wipe_after_delete ?? false,
  },
}

export const network: Source<NetworkRow> = {
  object: 'network',
  cells: {
    name: (row) => row.name,
    description: (row) => row.description,
    comment: (row) => row.comment,
    vlanid: (row) => row.vlan?.id,
    stp: (row) => row.stp ?? false,
    mtu: (row) => row.mtu,
    vmnetwork: (row) => row.usages?.includes('vm') ?? false,
    datacenter: (row, { world }) => world.tables.dataCenters.get(row.data_center.id)?.name,
    label: (row) => row.hidden.labels,
  },
}

/** A NIC of a machine or template, reached only as a relation. */
export const vnic: Source<NicRow> = {
  object: 'vnic',
  cells: {
    network_name: (row, { world }) => {
      const profile = row.vnic_profile && world.tables.vnicProfiles.get(row.vnic_profile.id)
      return profile && world.tables.networks.get(profile.network.id)?.name
    },
    mac: (row) => row.mac?.address,
  },
}

/** A NIC of a host, reached only as a relation. */
export const nic: Source<HostNicRow> = {
  object: 'nic',
  cells: {
    network_name: (row, { world }) => row.network && world.tables.networks.get(row.network.id)?.name,
    mac: (row) => row.mac?.address,
  },
}

/** A host's NIC seen from the network on it. */
export const hostNetwork: Source<HostNicRow> = {
  object: 'host_network',
  cells: { host_name: (row, { world }) => world.tables.hosts.get(row.hostId)?.name },
}
