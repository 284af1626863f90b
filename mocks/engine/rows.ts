/**
 * What the embedded engine keeps. Rows have the members of the REST model with native numbers and booleans
 * (strings exist only in the codec); `hidden` holds what the engine knows and REST does not show.
 * References are `{ id }`. Sub-collections are tables of their own with the parent's id.
 */
import type * as Model from '../../src/wire/model.generated.ts'

export interface Ref { id: string }
type Named = { id: string; name: string }
type Collections<T, Names extends keyof T> = Omit<T, Names | 'id' | 'name' | 'link' | 'actions' | 'href'>

export interface DataCenterRow extends Named, Collections<Model.DataCenter, 'clusters' | 'networks' | 'permissions' | 'quotas' | 'qoss' | 'storage_domains' | 'iscsi_bonds' | 'mac_pool'> {
  status: Model.DataCenterStatus
  hidden: { spmHostId?: string; masterDomainId?: string; defaultQuotaId?: string }
}
export interface ClusterRow extends Named, Collections<Model.Cluster, 'data_center' | 'mac_pool' | 'scheduling_policy' | 'affinity_groups' | 'cpu_profiles' | 'networks' | 'permissions' | 'gluster_hooks' | 'gluster_volumes' | 'external_network_providers' | 'enabled_features' | 'network_filters' | 'management_network'> {
  data_center?: Ref
  mac_pool: Ref
  scheduling_policy: Ref
  hidden: { emulatedMachine?: string }
}
export interface HostRow extends Named, Collections<Model.Host, 'cluster' | 'nics' | 'statistics' | 'network_attachments' | 'devices' | 'hooks' | 'host_numa_nodes' | 'permissions' | 'tags' | 'affinity_labels' | 'agents' | 'storages' | 'katello_errata' | 'unmanaged_networks' | 'storage_connection_extensions' | 'external_network_provider_configurations' | 'external_host_provider' | 'summary' | 'status'> {
  status: Model.HostStatus
  cluster: Ref
  hidden: HostHidden
}
export interface HostHidden {
  /** seed of its statistics curves */
  seed: number
  bootTimeMs: number
  lastFenceMs?: number
  /** mark of the operation under way: work scheduled for an older one is void */
  operation?: string
  /** it does not answer: broken by the control interface */
  silent?: boolean
  /** VMs in the order in which they leave for maintenance, with what the user gave */
  leaving?: { jobId: string; correlationId: string; userId?: string; stepId: string; total: number; upgrade?: { reboot: boolean; from: 'up' | 'maintenance' } }
  failedRuns: number
  maintenanceReason?: string
  fenceAgents: { id: string; type: string; address: string; username: string; order: number; port?: number; options?: { name: string; value: string }[] }[]
  committedBytes: number
  /** memory, vCPUs promised to VMs that are starting or arriving */
  pending: { vmId: string; memoryBytes: number; vcpus: number }[]
  emulatedMachines: string[]
  cpuFlags: string[]
  swapTotalBytes: number
  numaNodeCount: number
}
export interface VmRow extends Named, Collections<Model.Vm, 'cluster' | 'template' | 'original_template' | 'host' | 'vm_pool' | 'instance_type' | 'quota' | 'cpu_profile' | 'nics' | 'disk_attachments' | 'snapshots' | 'statistics' | 'sessions' | 'applications' | 'cdroms' | 'graphics_consoles' | 'host_devices' | 'host_numa_nodes' | 'katello_errata' | 'mediated_devices' | 'permissions' | 'reported_devices' | 'tags' | 'watchdogs' | 'affinity_labels' | 'floppies' | 'status' | 'storage_domain' | 'small_icon' | 'large_icon' | 'dynamic_cpu' | 'external_host_provider'> {
  /** absent for image_illegal, which REST does not name */
  status?: Model.VmStatus
  cluster: Ref
  template: Ref
  original_template: Ref
  host?: Ref
  vm_pool?: Ref
  instance_type?: Ref
  quota?: Ref
  cpu_profile?: Ref
  small_icon: Ref
  large_icon: Ref
  hidden: VmHidden
}
/** Members of a VM that a run-once start may override. */
export type RunOnceMember = 'os' | 'stateless' | 'bios' | 'display' | 'custom_emulated_machine' | 'custom_cpu_model' | 'custom_properties' | 'initialization' | 'placement_policy'
export interface VmHidden {
  seed: number
  curve: 'desktop' | 'server' | 'batch'
  createdById: string
  /** graphics protocols it is configured with; empty = headless */
  graphics: ('vnc' | 'spice')[]
  guestAgent: boolean
  /** what the agent reports while it runs */
  ips: { address: string; version: 'v4' | 'v6' }[]
  exit?: 'normal' | 'error'
  exitReason?: number
  /** host names tried in this start, for reruns */
  triedHostIds: string[]
  migration?: { fromHostId: string; toHostId: string; startedMs: number; durationMs: number; reason?: string; jobId?: string; wasPaused?: boolean }
  /** pending configuration: members that differ at next run */
  nextRun?: Partial<VmRow>
  haRestart?: { attempts: number; nextMs: number }
  lockedBy?: string
  /** mark of the operation under way: work scheduled for an older one is void */
  operation?: string
  /** configured members that a run-once start has overridden, restored when it is down; `volatile` makes a reboot a power-off */
  runOnce?: { restore: Partial<VmRow>; added: RunOnceMember[]; volatile: boolean }
  cdFileId?: string
}
export interface TemplateRow extends Named, Collections<Model.Template, 'cluster' | 'vm' | 'nics' | 'disk_attachments' | 'cdroms' | 'graphics_consoles' | 'permissions' | 'tags' | 'watchdogs' | 'status' | 'small_icon' | 'large_icon' | 'cpu_profile' | 'quota' | 'mediated_devices' | 'version' | 'storage_domain'> {
  status: Model.TemplateStatus
  cluster?: Ref
  cpu_profile?: Ref
  quota?: Ref
  small_icon: Ref
  large_icon: Ref
  version: { version_name?: string; version_number: number; base_template?: Ref }
  hidden: { graphics: ('vnc' | 'spice')[]; createdById: string }
}
export interface VmPoolRow extends Named, Collections<Model.VmPool, 'cluster' | 'template' | 'vm' | 'instance_type' | 'permissions'> { cluster: Ref; template: Ref; hidden: Record<string, never> }
export interface StorageDomainRow extends Named, Collections<Model.StorageDomain, 'data_center' | 'data_centers' | 'disks' | 'templates' | 'vms' | 'files' | 'images' | 'permissions' | 'storage_connections' | 'disk_profiles' | 'disk_snapshots' | 'host' | 'status'> {
  /**
   * status per data center it is attached to; unattached when empty. `sizeBytes` is the whole capacity;
   * used, available and committed are read from its disks (statistics/capacity.ts), so rows do not carry them
   */
  hidden: { sizeBytes?: number; attachments: { dataCenterId: string; status: Model.StorageDomainStatus }[]; files: { id: string; name: string; type: string; sizeBytes: number }[] }
}
export interface DiskRow extends Named, Collections<Model.Disk, 'storage_domain' | 'storage_domains' | 'vms' | 'template' | 'permissions' | 'statistics' | 'quota' | 'disk_profile' | 'disk_snapshots' | 'snapshot' | 'status'> {
  status?: Model.DiskStatus
  storage_domains: Ref[]
  quota?: Ref
  disk_profile?: Ref
  /** `templateId`: the template whose disk this one is a thin layer over */
  hidden: { seed: number; templateId?: string }
}
export interface DiskAttachmentRow extends Collections<Model.DiskAttachment, 'disk' | 'vm' | 'template'> { id: string; disk: Ref; /** VM or template that has it */ ownerId: string }
export interface NicRow extends Named, Collections<Model.Nic, 'vm' | 'vms' | 'template' | 'instance_type' | 'network' | 'vnic_profile' | 'reported_devices' | 'statistics' | 'network_labels' | 'network_attachments' | 'network_filter_parameters' | 'virtual_function_allowed_labels' | 'virtual_function_allowed_networks'> {
  vnic_profile?: Ref
  /** VM, template or instance type that has it */
  ownerId: string
  hidden: { seed: number }
}
export interface SnapshotRow { id: string; vmId: string; description: string; date: number; snapshot_type: Model.SnapshotType; snapshot_status: Model.SnapshotStatus; persist_memorystate: boolean; diskIds: string[]; /** configuration of that moment */ config?: Partial<VmRow> }
export interface NetworkRow extends Named, Collections<Model.Network, 'data_center' | 'cluster' | 'qos' | 'network_labels' | 'permissions' | 'vnic_profiles' | 'external_provider' | 'external_provider_physical_network' | 'status'> { data_center: Ref; hidden: { labels: string[] } }
export interface ClusterNetworkRow { id: string; clusterId: string; networkId: string; required: boolean; usages: Model.NetworkUsage[]; display: boolean; status: Model.NetworkStatus }
export interface VnicProfileRow extends Named, Collections<Model.VnicProfile, 'network' | 'network_filter' | 'permissions' | 'qos' | 'failover'> { network: Ref; network_filter?: Ref; qos?: Ref; hidden: Record<string, never> }
export interface HostNicRow extends Named, Collections<Model.HostNic, 'host' | 'network' | 'qos' | 'statistics' | 'network_labels' | 'virtual_functions_configuration' | 'physical_function' | 'bonding'> {
  hostId: string
  network?: Ref
  slaveIds?: string[]
  bondMode?: number
  hidden: { seed: number; labels: string[] }
}
export interface NetworkAttachmentRow { id: string; hostId: string; nicId: string; network: Ref; in_sync: boolean; ip_address_assignments: Model.IpAddressAssignment[]; reported_configurations: Model.ReportedConfiguration[]; properties: Model.Property[] }
export interface HostDeviceRow extends Named, Collections<Model.HostDevice, 'host' | 'vm' | 'parent_device' | 'physical_function'> { hostId: string; vmId?: string; parentId?: string }
export interface MacPoolRow extends Named { description?: string; default_pool: boolean; allow_duplicates: boolean; ranges: { from: string; to: string }[] }
export interface UserRow extends Named { user_name: string; principal: string; namespace: string; domain: Ref; domain_entry_id: string; last_name?: string; email?: string; department?: string; groupIds: string[]; /** only users of `internal`; plain because the embedded engine is a simulation */ password?: string; failedLogins: number; lockedUntilMs?: number }
export interface GroupRow extends Named { namespace: string; domain?: Ref; domain_entry_id: string }
export interface RoleRow extends Named { description?: string; administrative: boolean; mutable: boolean; permitIds: string[]; /** holder also sees what lies below */ inherit: boolean }
export interface PermissionRow { id: string; role: Ref; user?: Ref; group?: Ref; object: { type: PermissionObject; id: string }; creation_date: number }
export interface TagRow extends Named { description?: string; parentId: string }
export interface TagUseRow { id: string; tagId: string; target: { type: 'vm' | 'host' | 'template' | 'user' | 'group'; id: string } }
export interface BookmarkRow extends Named { value: string }
export interface UserOptionRow extends Named { userId: string; content: string }
export interface EventRow { id: string; index: number; code: number; severity: Model.LogSeverity; time: number; description: string; correlation_id?: string; origin: string; custom_id: number; flood_rate: number; removed?: boolean; refs: Partial<Record<'cluster' | 'data_center' | 'host' | 'storage_domain' | 'template' | 'user' | 'vm', { id: string; name: string }>> }
export interface JobRow { id: string; description: string; owner?: Ref; status: Model.JobStatus; start_time: number; end_time?: number; last_updated: number; auto_cleared: boolean; external: boolean; correlation_id: string }
export interface StepRow { id: string; jobId: string; parentId?: string; description: string; type: Model.StepEnum; status: Model.StepStatus; number: number; start_time: number; end_time?: number; progress?: number; external: boolean }
export interface AffinityGroupRow extends Named, Collections<Model.AffinityGroup, 'cluster' | 'vms' | 'hosts' | 'vm_labels' | 'host_labels'> { cluster: Ref; vmIds: string[]; hostIds: string[]; vmLabelIds: string[]; hostLabelIds: string[] }
export interface AffinityLabelRow extends Named { vmIds: string[]; hostIds: string[]; has_implicit_affinity_group: boolean }
export interface CpuProfileRow extends Named { description?: string; cluster: Ref; qos?: Ref }
export interface DiskProfileRow extends Named { description?: string; storage_domain: Ref; qos?: Ref }
export interface SchedulingPolicyRow extends Named, Collections<Model.SchedulingPolicy, 'balances' | 'filters' | 'weight'> { filterNames: string[]; weights: { name: string; factor: number }[]; balance: string }
export interface InstanceTypeRow extends Named, Collections<Model.InstanceType, 'nics' | 'watchdogs' | 'graphics_consoles' | 'cdroms' | 'disk_attachments' | 'cluster' | 'permissions'> { hidden: { graphics: ('vnc' | 'spice')[] } }
export interface IconRow { id: string; media_type: string; data: string }
export interface DomainRow extends Named {}
/** A log-in: the id is the access token. */
export interface SessionRow { id: string; userId: string; scope: string; startedMs: number; lastUsedMs: number }
export interface SshPublicKeyRow { id: string; userId: string; content: string }

/** Kinds of objects that permissions are given on. */
export type PermissionObject =
  | 'system' | 'data_center' | 'cluster' | 'host' | 'vm' | 'template' | 'vm_pool' | 'storage_domain' | 'disk' | 'network' | 'vnic_profile'
  | 'mac_pool' | 'cpu_profile' | 'disk_profile' | 'instance_type' | 'user' | 'group'

export interface Rows {
  dataCenters: DataCenterRow; clusters: ClusterRow; hosts: HostRow; vms: VmRow; templates: TemplateRow; vmPools: VmPoolRow
  storageDomains: StorageDomainRow; disks: DiskRow; diskAttachments: DiskAttachmentRow; nics: NicRow; snapshots: SnapshotRow
  networks: NetworkRow; clusterNetworks: ClusterNetworkRow; vnicProfiles: VnicProfileRow; hostNics: HostNicRow; networkAttachments: NetworkAttachmentRow; hostDevices: HostDeviceRow
  macPools: MacPoolRow; users: UserRow; groups: GroupRow; roles: RoleRow; permissions: PermissionRow; tags: TagRow; tagUses: TagUseRow; bookmarks: BookmarkRow; userOptions: UserOptionRow
  jobs: JobRow; steps: StepRow; affinityGroups: AffinityGroupRow; affinityLabels: AffinityLabelRow; cpuProfiles: CpuProfileRow; diskProfiles: DiskProfileRow
  schedulingPolicies: SchedulingPolicyRow; instanceTypes: InstanceTypeRow; icons: IconRow; domains: DomainRow
  sessions: SessionRow; sshPublicKeys: SshPublicKeyRow
}
export type TableName = keyof Rows
/** Every table once; the type says when one is forgotten. */
export const tableNames = Object.keys({
  dataCenters: 0, clusters: 0, hosts: 0, vms: 0, templates: 0, vmPools: 0, storageDomains: 0, disks: 0, diskAttachments: 0, nics: 0, snapshots: 0,
  networks: 0, clusterNetworks: 0, vnicProfiles: 0, hostNics: 0, networkAttachments: 0, hostDevices: 0, macPools: 0, users: 0, groups: 0, roles: 0,
  permissions: 0, tags: 0, tagUses: 0, bookmarks: 0, userOptions: 0, jobs: 0, steps: 0, affinityGroups: 0, affinityLabels: 0, cpuProfiles: 0,
  diskProfiles: 0, schedulingPolicies: 0, instanceTypes: 0, icons: 0, domains: 0, sessions: 0, sshPublicKeys: 0,
// `Object.keys` forgets the type of the names; the record's type keeps it true.
} satisfies Record<TableName, 0>) as TableName[]
