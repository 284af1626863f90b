/** Preconditions of host commands beyond status, in the engine's order (mocks/golden/transitions.json). Each throws the refusal. */
import { hostedEngineOrigins } from '../../../src/domain/hostActions.ts'
import { Refusal, refuse } from '../call.ts'
import type { HostRow, VmRow } from '../rows.ts'
import { hostRules } from '../scheduling/affinity.ts'
import type { World } from '../world.ts'
import { checkHostStatus, hostStatusRules } from './statusRules.ts'
import { dataCenterOf } from './storagePoolManager.ts'

const names = (vms: readonly VmRow[]): string => vms.map(({ name }) => name).toSorted().join(', ')

/** Is another up host of the cluster left for what runs here? */
const others = (world: World, host: HostRow): readonly HostRow[] =>
  world.tables.hosts.by('cluster', host.cluster.id).filter((other) => other.id !== host.id && other.status === 'up')

/** MaintenanceNumberOfVdssCommand.validate: collects what blocks, VM by VM, before the states of the host itself. */
export function checkMaintenance(world: World, host: HostRow): void {
  const [notOperational] = hostStatusRules.deactivate
  const refusedIn: readonly string[] = notOperational.refusedIn
  if (refusedIn.includes(host.status)) checkHostStatus('deactivate', host)
  const vms = world.tables.vms.by('host', host.id)
  const answers = host.status !== 'non_responsive' && host.status !== 'down'
  if (answers && vms.some(({ origin }) => hostedEngineOrigins.includes(origin ?? '')) && !others(world, host).some((other) => (other.hosted_engine?.score ?? 0) > 0)) {
    refuse('VDS_CANNOT_MAINTENANCE_NO_ALTERNATE_HOST_FOR_HOSTED_ENGINE')
  }
  const pinned = vms.filter((vm) => vm.placement_policy?.affinity === 'pinned')
  if (answers && pinned.length > 0) {
    throw new Refusal({ code: 'VDS_CANNOT_MAINTENANCE_IT_INCLUDES_NON_MIGRATABLE_VM', params: { HostName: host.name, VmNames: names(pinned), hostName: host.name, vms: names(pinned) } })
  }
  if (host.status === 'maintenance') checkHostStatus('deactivate', host)
  if (host.spm?.status === 'contending') refuse('VDS_CANNOT_MAINTENANCE_SPM_CONTENDING', { HostName: host.name })
  if (host.status === 'non_responsive' && vms.length > 0) refuse('VDS_CANNOT_MAINTENANCE_VDS_IS_NOT_RESPONDING_WITH_VMS', { HostName: host.name })
  if (host.status === 'non_responsive' && host.spm?.status === 'spm') refuse('VDS_CANNOT_MAINTENANCE_VDS_IS_NOT_RESPONDING_AND_IS_SPM', { HostName: host.name })
  const bound = vms.filter((vm) => hostRules(world, vm).some((rule) => rule.enforcing && rule.positive && rule.hostIds.includes(host.id) && !others(world, host).some(({ id }) => rule.hostIds.includes(id))))
  if (answers && bound.length > 0) refuse('VDS_CANNOT_MAINTENANCE_VDS_HAS_AFFINITY_VMS', { HostName: host.name, vms: names(bound) })
  if (answers && vms.length > 0 && others(world, host).length === 0) refuse('CANNOT_MAINTENANCE_VDS_RUN_VMS_NO_OTHER_RUNNING_VDS', { HostName: host.name })
}

/** RemoveVdsCommand.validate. */
export function checkRemoveHost(world: World, host: HostRow): void {
  checkHostStatus('remove', host)
  if (world.tables.vms.by('host', host.id).length > 0) refuse('VDS_CANNOT_REMOVE_VDS_DETECTED_RUNNING_VM')
  const pinned = world.tables.vms.by('pinnedHost', host.id).filter((vm) => vm.placement_policy?.affinity === 'pinned' && vm.placement_policy.hosts?.length === 1)
  if (pinned.length > 0) refuse('ACTION_TYPE_FAILED_DETECTED_PINNED_VMS', { VmNames: names(pinned) })
  if (world.tables.hostDevices.by('hostId', host.id).some(({ vmId }) => vmId !== undefined)) refuse('ACTION_TYPE_FAILED_DETECTED_ASSIGNED_HOST_DEVICES')
  const dataCenter = dataCenterOf(world, host)
  if (dataCenter?.local === true && world.tables.storageDomains.by('data_center', dataCenter.id).length > 0) refuse('VDS_CANNOT_REMOVE_HOST_WITH_LOCAL_STORAGE')
}

/** ForceSelectSPMCommand.validate. */
export function checkSelectSpm(world: World, host: HostRow): void {
  if (world.tables.clusters.get(host.cluster.id)?.virt_service === false) refuse('CANNOT_FORCE_SELECT_SPM_HOST_DOES_NOT_SUPPORT_VIRT_SERVICES')
  checkHostStatus('force_select_spm', host)
  const dataCenter = dataCenterOf(world, host)
  if (!dataCenter) refuse('CANNOT_FORCE_SELECT_SPM_VDS_NOT_IN_POOL')
  if (host.spm?.status === 'spm' || host.spm?.status === 'contending') refuse('CANNOT_FORCE_SELECT_SPM_VDS_ALREADY_SPM')
  if ((host.spm?.priority ?? 5) === -1) refuse('CANNOT_FORCE_SELECT_SPM_VDS_MARKED_AS_NEVER_SPM')
  if (dataCenter?.status !== 'up' && dataCenter?.status !== 'problematic' && dataCenter?.status !== 'not_operational') refuse('ACTION_TYPE_FAILED_STORAGE_POOL_STATUS_ILLEGAL')
  if (runsStorageTasks(world, dataCenter?.id ?? '')) refuse('CANNOT_FORCE_SELECT_SPM_STORAGE_POOL_HAS_RUNNING_TASKS')
}
/** Locked disks on the data center's domains are what its manager works on. */
const runsStorageTasks = (world: World, dataCenterId: string): boolean => world.tables.storageDomains.by('data_center', dataCenterId)
  .some((domain) => world.tables.disks.by('storage_domain', domain.id).some(({ status }) => status === 'locked'))

/** FenceVdsManualyCommand.validate. */
export function checkConfirmRebooted(world: World, host: HostRow): void {
  checkHostStatus('fence_manual', host)
  if (host.spm?.status === 'spm' && dataCenterOf(world, host)?.status === 'up') refuse('ACTION_TYPE_FAILED_STORAGE_POOL_STATUS_ILLEGAL')
}

/** Name, address and power management of a host that is added or changed. */
export function checkHostIdentity(world: World, { id, name, address }: { readonly id?: string; readonly name?: string | undefined; readonly address?: string | undefined }): void {
  if (name !== undefined && world.tables.hosts.by('name', name).some((other) => other.id !== id)) refuse('ACTION_TYPE_FAILED_NAME_ALREADY_USED', { name })
  if (address === undefined) return
  if (address === '' || !/^[0-9A-Za-z:]([0-9A-Za-z.:-]{0,253}[0-9A-Za-z])?$/.test(address)) refuse('ACTION_TYPE_FAILED_INVALID_VDS_HOSTNAME')
  for (const other of world.tables.hosts.all()) if (other.id !== id && other.address === address) refuse('ACTION_TYPE_FAILED_VDS_WITH_SAME_HOST_EXIST')
}
