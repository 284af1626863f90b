/** Preconditions of VM commands beyond status, in the engine's order (mocks/golden/transitions.json). Each throws the refusal. */
import { refuse, type Call } from '../call.ts'
import { hostedEngineOrigins } from '../../../src/domain/hostActions.ts'
import type { DataCenterRow, DiskRow, StorageDomainRow, VmRow } from '../rows.ts'
import { domainCapacity } from '../statistics/capacity.ts'
import type { World } from '../world.ts'
import { checkVmStatus } from './statusRules.ts'
import { runsStateless } from './start.ts'

const gib = 1024 ** 3
const dataCenterOf = (world: World, vm: VmRow): DataCenterRow | undefined =>
  world.tables.dataCenters.get(world.tables.clusters.get(vm.cluster.id)?.data_center?.id ?? '')
const disksOf = (world: World, vm: VmRow): readonly DiskRow[] =>
  world.tables.diskAttachments.by('ownerId', vm.id).map(({ disk }) => world.tables.disks.get(disk.id)).filter((disk) => disk !== undefined)
const imagesOf = (world: World, vm: VmRow): readonly DiskRow[] => disksOf(world, vm).filter((disk) => disk.storage_type !== 'lun')
const domainsOf = (world: World, disks: readonly DiskRow[]): readonly StorageDomainRow[] =>
  [...new Set(disks.flatMap((disk) => disk.storage_domains.map(({ id }) => id)))].map((id) => world.tables.storageDomains.get(id)).filter((domain) => domain !== undefined)

/** The engine's own VM is not for plain users. */
export function checkHostedEngine(call: Call, vm: VmRow): void {
  if (call.filtered && hostedEngineOrigins.includes(vm.origin ?? '')) refuse('NON_ADMIN_USER_NOT_AUTHORIZED_TO_PERFORM_ACTION_ON_HE')
}
export function checkNoSnapshotOperation(world: World, vm: VmRow): void {
  if (world.tables.snapshots.by('vmId', vm.id).some(({ snapshot_status: status }) => status === 'locked')) refuse('ACTION_TYPE_FAILED_VM_IS_DURING_SNAPSHOT')
}
function checkNoPreview(world: World, vm: VmRow): void {
  if (world.tables.snapshots.by('vmId', vm.id).some(({ snapshot_status: status }) => status === 'in_preview')) refuse('ACTION_TYPE_FAILED_VM_IN_PREVIEW')
}
function checkDisksUnlocked(world: World, vm: VmRow): void {
  const locked = disksOf(world, vm).filter(({ status }) => status === 'locked')
  if (locked.length > 0) refuse('ACTION_TYPE_FAILED_DISKS_LOCKED', { diskAliases: locked.map(({ name }) => name).join(', ') })
}
function checkDataCenterUp(world: World, vm: VmRow): void {
  if (imagesOf(world, vm).length > 0 && dataCenterOf(world, vm)?.status !== 'up') refuse('ACTION_TYPE_FAILED_STORAGE_POOL_STATUS_ILLEGAL')
}
function checkDomainsActive(world: World, vm: VmRow): void {
  const dataCenterId = dataCenterOf(world, vm)?.id
  for (const domain of domainsOf(world, imagesOf(world, vm))) {
    const status = domain.hidden.attachments.find((attachment) => attachment.dataCenterId === dataCenterId)?.status
    if (status !== 'active') refuse('ACTION_TYPE_FAILED_STORAGE_DOMAIN_STATUS_ILLEGAL2', { status: status ?? 'unattached' })
  }
}
function checkSpace(world: World, vm: VmRow): void {
  for (const domain of domainsOf(world, imagesOf(world, vm))) {
    const free = domainCapacity(world, domain)?.availableBytes
    if (free !== undefined && free < (domain.critical_space_action_blocker ?? 5) * gib) refuse('ACTION_TYPE_FAILED_DISK_SPACE_LOW_ON_STORAGE_DOMAIN', { storageName: domain.name })
  }
}

/** What a run-once body or the row itself says about the coming run. */
export interface StartConditions { readonly bootDevices: readonly string[]; readonly stateless: boolean; readonly runOnce: boolean; readonly cdFileId?: string | undefined }

/** RunVmCommand.validate. A paused VM only needs its host. */
export function checkStart(call: Call, vm: VmRow, { bootDevices, stateless, runOnce, cdFileId }: StartConditions): void {
  const { world } = call
  checkHostedEngine(call, vm)
  if (vm.status === 'paused' && !runOnce) {
    if (world.tables.hosts.get(vm.host?.id ?? '')?.status !== 'up') refuse('ACTION_TYPE_FAILED_VDS_STATUS_ILLEGAL')
    return
  }
  if (runOnce) checkVmStatus('run_once', vm)
  const plugged = world.tables.diskAttachments.by('ownerId', vm.id).filter(({ active }) => active !== false)
  if (bootDevices[0] === 'hd' && plugged.length === 0) refuse('VM_CANNOT_RUN_FROM_DISK_WITHOUT_DISK')
  if (bootDevices[0] === 'network' && world.tables.nics.by('ownerId', vm.id).length === 0) refuse('VM_CANNOT_RUN_FROM_NETWORK_WITHOUT_NETWORK')
  if (vm.status === 'image_locked') checkVmStatus('start', vm)
  checkNoSnapshotOperation(world, vm)
  checkVmStatus('start', vm)
  checkDataCenterUp(world, vm)
  if (bootDevices[0] === 'cdrom' && cdFileId === undefined && vm.hidden.cdFileId === undefined && !hasIsoDomain(world, vm)) refuse('VM_CANNOT_RUN_FROM_CD_WITHOUT_ACTIVE_STORAGE_DOMAIN_ISO')
  if (vm.high_availability?.enabled === true && stateless) refuse('VM_CANNOT_RUN_STATELESS_HA')
  checkSpace(world, vm)
  checkDomainsActive(world, vm)
  checkDisksUnlocked(world, vm)
}
function hasIsoDomain(world: World, vm: VmRow): boolean {
  const dataCenterId = dataCenterOf(world, vm)?.id ?? ''
  return world.tables.storageDomains.by('data_center', dataCenterId)
    .some((domain) => domain.type === 'iso' && domain.hidden.attachments.some((one) => one.dataCenterId === dataCenterId && one.status === 'active'))
}
/** NIC networks must still belong to the cluster; asked after the scheduler. */
export function checkNetworks(world: World, vm: VmRow): void {
  const attached = new Set(world.tables.clusterNetworks.by('clusterId', vm.cluster.id).map(({ networkId }) => networkId))
  for (const nic of world.tables.nics.by('ownerId', vm.id)) {
    const network = nic.vnic_profile && world.tables.networks.get(world.tables.vnicProfiles.get(nic.vnic_profile.id)?.network.id ?? '')
    if (!network || nic.plugged === false) continue
    if (!attached.has(network.id)) refuse('ACTION_TYPE_FAILED_NETWORK_NOT_IN_CLUSTER', { networks: network.name })
    if (network.usages?.includes('vm') === false) refuse('ACTION_TYPE_FAILED_NOT_A_VM_NETWORK', { networks: network.name })
  }
}

/** HibernateVmCommand.validate. */
export function checkSuspend(call: Call, vm: VmRow): void {
  const { world } = call
  checkHostedEngine(call, vm)
  checkVmStatus('suspend', vm)
  if (world.tables.clusters.get(vm.cluster.id)?.upgrade_in_progress === true) refuse('VM_CANNOT_SUSPEND_CLUSTER_UPGRADING')
  if (vm.vm_pool) refuse('VM_CANNOT_SUSPEND_VM_FROM_POOL')
  if (runsStateless(world, vm)) refuse('VM_CANNOT_SUSPEND_STATELESS_VM')
  if (!hasRoomForMemory(world, vm)) refuse('ACTION_TYPE_FAILED_NO_SUITABLE_DOMAIN_FOUND')
  checkNoPreview(world, vm)
}
function hasRoomForMemory(world: World, vm: VmRow): boolean {
  const dataCenterId = dataCenterOf(world, vm)?.id ?? ''
  return world.tables.storageDomains.by('data_center', dataCenterId).some((domain) => domain.type === 'data'
    && domain.hidden.attachments.some((one) => one.dataCenterId === dataCenterId && one.status === 'active')
    && (domainCapacity(world, domain)?.availableBytes ?? 0) - (domain.critical_space_action_blocker ?? 5) * gib > (vm.memory ?? 0))
}

/** MigrateVmCommand.validate up to the scheduler. */
export function checkMigrate(call: Call, vm: VmRow, force: boolean): void {
  const { world } = call
  checkHostedEngine(call, vm)
  if (vm.placement_policy?.affinity === 'pinned') refuse('ACTION_TYPE_FAILED_VM_IS_PINNED_TO_HOST')
  if (vm.placement_policy?.affinity === 'user_migratable' && !force) refuse('ACTION_TYPE_FAILED_VM_IS_NON_MIGRTABLE_AND_IS_NOT_FORCED_BY_USER_TO_MIGRATE')
  if (vm.status === 'paused' && vm.status_detail === 'eio') refuse('MIGRATE_PAUSED_EIO_VM_IS_NOT_SUPPORTED')
  checkVmStatus('migrate', vm)
  checkNoSnapshotOperation(world, vm)
  checkDisksUnlocked(world, vm)
}

/** RemoveVmCommand.validate. */
export function checkRemove(call: Call, vm: VmRow, { detachOnly, force }: { readonly detachOnly: boolean; readonly force: boolean }): void {
  const { world } = call
  checkHostedEngine(call, vm)
  if (vm.delete_protected === true) refuse('ACTION_TYPE_FAILED_DELETE_PROTECTION_ENABLED')
  if (detachOnly && world.tables.snapshots.by('vmId', vm.id).some(({ snapshot_type: type, diskIds }) => type !== 'active' && diskIds.length > 0)) refuse('VM_CANNOT_REMOVE_WITH_DETACH_DISKS_SNAPSHOTS_EXIST')
  if (detachOnly && imagesOf(world, vm).some((disk) => disk.hidden.templateId !== undefined)) refuse('VM_CANNOT_REMOVE_WITH_DETACH_DISKS_BASED_ON_TEMPLATE')
  checkVmStatus('remove', vm)
  if (vm.vm_pool) refuse('ACTION_TYPE_FAILED_VM_ATTACHED_TO_POOL')
  checkNoSnapshotOperation(world, vm)
  checkDataCenterUp(world, vm)
  checkDomainsActive(world, vm)
  if (!force) checkDisksUnlocked(world, vm)
  if (!force && vm.status === 'image_locked') refuse('ACTION_TYPE_FAILED_VM_IS_LOCKED')
}
