/** Storage and networks, and what searches reach only through them. Source: searchbackend, *ConditionFieldAutoCompleter and *CrossRefAutoCompleter. */
import { exactNumber, number, oneOf, plainDate, size, text, uuid, yesNo, type SearchObject } from './field.ts'

export const storage = {
  prefixes: ['storage', 'storages'],
  relations: ['host', 'cluster'],
  relationWords: ['hosts', 'clusters'],
  defaultSort: [['name', 'asc']],
  fields: {
    name: text,
    status: oneOf('unknown', 'uninitialized', 'unattached', 'active', 'inactive', 'locked', 'maintenance', 'preparingformaintenance', 'detaching', 'activating'),
    shared_status: oneOf('unattached', 'active', 'inactive', 'mixed'),
    external_status: oneOf('ok', 'info', 'warning', 'error', 'failure'),
    datacenter: text,
    type: oneOf('unknown', 'nfs', 'fcp', 'iscsi', 'localfs', 'posixfs', 'glusterfs', 'glance', 'cinder', 'managed_block_storage', 'unmanaged'),
    free_size: number,
    used_size: number,
    total_size: number,
    committed: number,
    comment: text,
    description: text,
    wipe_after_delete: yesNo,
    discard_after_delete: yesNo,
    'low_space_threshold (%)': exactNumber,
    'critical_space_threshold (gb)': exactNumber,
    backup: yesNo,
  },
} as const satisfies SearchObject

export const disk = {
  prefixes: ['disk', 'disks'],
  relations: ['datacenter', 'storage'],
  relationWords: ['datacenter', 'storage'],
  defaultSort: [['alias', 'asc'], ['id', 'asc']],
  fields: {
    alias: text,
    name: text,
    description: text,
    provisioned_size: size,
    size: size,
    actual_size: size,
    creation_date: plainDate,
    shareable: yesNo,
    status: oneOf('unassigned', 'ok', 'locked', 'illegal'),
    disk_type: oneOf('image', 'lun', 'cinder', 'managed_block_storage', 'kubernetes'),
    disk_content_type: oneOf('data', 'ovf_store', 'memory_dump_volume', 'memory_metadata_volume', 'iso', 'hosted_engine', 'hosted_engine_sanlock', 'hosted_engine_metadata', 'hosted_engine_configuration', 'backup_scratch'),
    allocation_policy: oneOf('unassigned', 'preallocated', 'sparse'),
    number_of_vms: number,
    vm_names: text,
    quota: text,
    id: uuid,
    wipe_after_delete: yesNo,
    last_modified: plainDate,
  },
} as const satisfies SearchObject

export const volume = {
  prefixes: ['volume', 'volumes'],
  relations: ['cluster'],
  relationWords: ['cluster'],
  defaultSort: [['name', 'asc']],
  fields: {
    name: text,
    type: oneOf('distribute', 'replicate', 'distributed_replicate', 'stripe', 'distributed_stripe', 'striped_replicate', 'distributed_striped_replicate', 'disperse', 'distributed_disperse', 'tier', 'unknown'),
    transport_type: oneOf('tcp', 'rdma'),
    replica_count: number,
    stripe_count: number,
    status: oneOf('up', 'down', 'unknown', 'warning'),
  },
} as const satisfies SearchObject

export const quota = {
  prefixes: ['quota', 'quotas'],
  relations: [],
  relationWords: [],
  defaultSort: [['name', 'asc']],
  fields: {
    name: text,
    storagepoolname: text,
    description: text,
    thresholdstoragepercentage: number,
    thresholdclusterpercentage: number,
    gracestoragepercentage: number,
    graceclusterpercentage: number,
    enforcementtype: oneOf('disabled', 'soft_enforcement', 'hard_enforcement'),
  },
} as const satisfies SearchObject

export const network = {
  prefixes: ['network', 'networks'],
  relations: ['cluster_network', 'host_network', 'provider'],
  relationWords: ['cluster_network', 'host_network', 'provider'],
  defaultSort: [['datacenter', 'asc'], ['name', 'asc']],
  fields: {
    name: text,
    description: text,
    comment: text,
    vlanid: number,
    stp: yesNo,
    mtu: number,
    vmnetwork: yesNo,
    datacenter: text,
    label: text,
    provider_name: text,
    qos_name: text,
  },
} as const satisfies SearchObject

export const vnicprofile = {
  prefixes: ['vnicprofile', 'vnicprofiles'],
  relations: [],
  relationWords: [],
  defaultSort: [['name', 'asc']],
  fields: {
    name: text,
    description: text,
    port_mirroring: yesNo,
    passthrough: yesNo,
    network_name: text,
    compatibility_version: text,
    datacenter: text,
    qos_name: text,
    network_filter: text,
    failover: text,
  },
} as const satisfies SearchObject

export const provider = {
  prefixes: ['provider', 'providers'],
  relations: [],
  relationWords: [],
  defaultSort: [['name', 'asc']],
  fields: {
    name: text,
    type: oneOf('openstack_network', 'foreman', 'openstack_image', 'openstack_volume', 'vmware', 'external_network', 'kvm', 'xen', 'kubevirt'),
    description: text,
    url: text,
  },
} as const satisfies SearchObject

export const nic = {
  prefixes: [],
  relations: [],
  relationWords: [],
  defaultSort: [],
  fields: {
    network_name: text,
    mac: text,
  },
} as const satisfies SearchObject

export const vnic = {
  prefixes: [],
  relations: [],
  relationWords: [],
  defaultSort: [],
  fields: {
    network_name: text,
    mac: text,
  },
} as const satisfies SearchObject

export const clusterNetwork = {
  prefixes: [],
  relations: [],
  relationWords: [],
  defaultSort: [],
  fields: {
    network_name: text,
    cluster_name: text,
  },
} as const satisfies SearchObject

export const hostNetwork = {
  prefixes: [],
  relations: [],
  relationWords: [],
  defaultSort: [],
  fields: {
    host_name: text,
  },
} as const satisfies SearchObject
