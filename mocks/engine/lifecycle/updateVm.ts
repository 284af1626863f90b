/** Editing VMs: what takes effect at once, what waits for the next run. Sources: UpdateVmCommand, VmManagementCommandBase, @EditableVmField. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { runningVmStatuses, vmStatusOf } from '../../../src/domain/vmStatus.ts'
import { refuse, type Call } from '../call.ts'
import type { VmRow } from '../rows.ts'
import { maxSchedulingBytes } from '../scheduling/memory.ts'
import { checkName, i18nName } from '../validate.ts'
import type { World } from '../world.ts'
import { runLifecycle } from './command.ts'
import { tell } from './operation.ts'
import { checkHostedEngine } from './vmChecks.ts'

/** Members that may change at any time. The engine's own names are in vm_fields_editable of the defaults. */
const always = [
  'name', 'description', 'comment', 'delete_protected', 'high_availability', 'placement_policy', 'migration', 'migration_downtime', 'tunnel_migration',
  'use_latest_template_version', 'initialization',
] as const satisfies readonly (keyof VmRow & keyof Model.Vm)[]
/** Members that a running process keeps until it ends. */
const whenDown = [
  'stateless', 'bios', 'os', 'display', 'time_zone', 'type', 'usb', 'cpu_shares', 'custom_emulated_machine', 'custom_cpu_model', 'custom_properties',
  'io', 'start_paused', 'serial_number', 'storage_error_resume_behaviour', 'multi_queues_enabled', 'sso', 'soundcard_enabled', 'tpm_enabled', 'rng_device',
  'console', 'virtio_scsi', 'custom_compatibility_version', 'numa_tune_mode',
] as const satisfies readonly (keyof VmRow & keyof Model.Vm)[]

const mib = 1024 ** 2
/** A running guest takes memory in DIMMs of this size (x86). */
const hotPlugStep = 128 * mib

const isRunning = (vm: VmRow): boolean => {
  const running: readonly string[] = [...runningVmStatuses, 'paused', 'saving_state', 'restoring_state', 'unknown', 'not_responding']
  return running.includes(vmStatusOf(vm))
}

/** Composite members keep what the body does not name. */
function merged<Key extends keyof VmRow>(vm: VmRow, key: Key, value: unknown): Partial<VmRow> {
  const before: unknown = vm[key]
  const isRecord = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one)
  return { [key]: isRecord(before) && isRecord(value) ? { ...before, ...value } : value }
}
/** Those of the members that the body changes, as they will be. */
function picked(vm: VmRow, body: Partial<Model.Vm>, keys: readonly (keyof VmRow & keyof Model.Vm)[]): Partial<VmRow> {
  const changes: Partial<VmRow> = {}
  for (const key of keys) {
    if (body[key] === undefined) continue
    const change = merged(vm, key, body[key])
    if (JSON.stringify(change[key]) !== JSON.stringify(vm[key])) Object.assign(changes, change)
  }
  return changes
}

/** CPU and memory: sockets and memory go up on a running guest at once, everything else waits. */
function sizing(world: World, vm: VmRow, body: Partial<Model.Vm>, later: boolean): { readonly now: Partial<VmRow>; readonly next: Partial<VmRow> } {
  const topology = body.cpu?.topology && { ...vm.cpu?.topology, ...body.cpu.topology }
  const cpu: Partial<VmRow> = body.cpu ? { cpu: { ...vm.cpu, ...body.cpu, ...(topology && { topology }) } } : {}
  const onlySockets = topology?.cores === vm.cpu?.topology?.cores && topology?.threads === vm.cpu?.topology?.threads
  const memory: Partial<VmRow> = {
    ...(body.memory !== undefined && body.memory !== vm.memory && { memory: body.memory }),
    ...(body.memory_policy && { memory_policy: { ...vm.memory_policy, ...body.memory_policy } }),
  }
  if (!isRunning(vm)) return { now: { ...cpu, ...memory }, next: {} }
  const isCpuHot = !later && vm.status === 'up' && body.cpu?.topology !== undefined && onlySockets && (topology?.sockets ?? 1) >= (vm.cpu?.topology?.sockets ?? 1)
  const growth = (body.memory ?? 0) - (vm.memory ?? 0)
  const host = vm.host && world.tables.hosts.get(vm.host.id)
  const isMemoryHot = !later && vm.status === 'up' && growth > 0 && host !== undefined && maxSchedulingBytes(world, host) > growth + hotPlugStep
  return {
    now: { ...(isCpuHot && cpu), ...(isMemoryHot && memory) },
    next: { ...(!isCpuHot && cpu), ...(!isMemoryHot && memory) },
  }
}

function validate(call: Call, vm: VmRow, body: Partial<Model.Vm>): void {
  const { tables } = call.world
  checkHostedEngine(call, vm)
  if (body.name !== undefined) {
    checkName(body.name, { max: 64, pattern: i18nName })
    const dataCenterId = tables.clusters.get(vm.cluster.id)?.data_center?.id
    const isTaken = tables.vms.by('name', body.name).some((other) => other.id !== vm.id && tables.clusters.get(other.cluster.id)?.data_center?.id === dataCenterId)
    if (isTaken) refuse('ACTION_TYPE_FAILED_NAME_ALREADY_USED', { name: body.name })
  }
  if (body.template?.id !== undefined && body.template.id !== vm.template.id) refuse('ACTION_TYPE_FAILED_TEMPLATE_ID_CANT_BE_CHANGED')
  if (body.cluster?.id !== undefined && body.cluster.id !== vm.cluster.id) checkCluster(call, vm, body.cluster.id)
  const hosts = body.placement_policy?.hosts ?? []
  if (hosts.some(({ id }) => tables.hosts.get(id ?? '')?.cluster.id !== (body.cluster?.id ?? vm.cluster.id))) refuse('ACTION_TYPE_FAILED_DEDICATED_VDS_NOT_IN_SAME_CLUSTER')
  const memory = body.memory ?? vm.memory ?? 0
  const { guaranteed, max } = { ...vm.memory_policy, ...body.memory_policy }
  const grows = vm.status === 'up' && memory > (vm.memory ?? 0)
  if (grows && (memory - (vm.memory ?? 0)) % hotPlugStep !== 0) refuse('ACTION_TYPE_FAILED_HOT_PLUGGED_MEMORY_MUST_BE_DIVIDABLE_BY')
  if (guaranteed !== undefined && guaranteed > memory) refuse('ACTION_TYPE_FAILED_MIN_MEMORY_CANNOT_EXCEED_MEMORY_SIZE')
  if (max !== undefined && max < memory) refuse('ACTION_TYPE_FAILED_MAX_MEMORY_CANNOT_BE_SMALLER_THAN_MEMORY_SIZE')
}
/** ChangeVMClusterCommand: only when down, inside the data center, and where its networks are. */
function checkCluster({ world: { tables } }: Call, vm: VmRow, clusterId: string): void {
  const target = tables.clusters.get(clusterId)
  if (vm.status !== 'down') refuse('VM_STATUS_NOT_VALID_FOR_UPDATE')
  if (target?.data_center?.id !== tables.clusters.get(vm.cluster.id)?.data_center?.id) refuse('VM_CANNOT_MOVE_TO_CLUSTER_IN_OTHER_STORAGE_POOL')
  const networks = new Set(tables.clusterNetworks.by('clusterId', clusterId).map(({ networkId }) => networkId))
  const lacks = tables.nics.by('ownerId', vm.id).some(({ vnic_profile: profile }) => profile && !networks.has(tables.vnicProfiles.get(profile.id)?.network.id ?? ''))
  if (lacks) refuse('MOVE_VM_CLUSTER_MISSING_NETWORK')
}

/** Runs UpdateVm; answers the row as it is afterwards. `nextRun` puts hot fields off as well. */
export function updateVm(call: Call, vm: VmRow, body: Partial<Model.Vm>, nextRun: boolean): VmRow {
  const { world } = call
  runLifecycle(call, {
    name: 'UpdateVm', permit: 'edit_vm_properties', on: { type: 'vm', id: vm.id }, job: `Changing VM ${vm.name}`, atOnce: true,
    validate: () => validate(call, vm, body),
    execute: (cause) => {
      const configured: VmRow = { ...vm, ...vm.hidden.nextRun }
      const atRest = picked(isRunning(vm) ? configured : vm, body, whenDown)
      const { now, next } = sizing(world, vm, body, nextRun)
      const moved: Partial<VmRow> = body.cluster?.id !== undefined && body.cluster.id !== vm.cluster.id
        ? { cluster: { id: body.cluster.id }, placement_policy: { affinity: vm.placement_policy?.affinity ?? 'migratable' } } : {}
      const waiting = isRunning(vm) ? { ...atRest, ...next } : {}
      const changed = world.tables.vms.change(vm.id, (row) => {
        Object.assign(row, picked(vm, body, always), now, moved, isRunning(vm) ? {} : atRest)
        if (Object.keys(waiting).length === 0) return
        row.hidden.nextRun = { ...row.hidden.nextRun, ...waiting }
        row.next_run_configuration_exists = true
      })
      tell(world, 'USER_UPDATE_VM', cause, { vm: changed })
      if (isRunning(vm) && now.memory !== undefined) tell(world, 'HOT_SET_MEMORY', cause, { vm: changed })
      if (isRunning(vm) && now.cpu !== undefined) tell(world, 'HOT_SET_NUMBER_OF_CPUS', cause, { vm: changed })
    },
  })
  return world.tables.vms.get(vm.id) ?? vm
}
