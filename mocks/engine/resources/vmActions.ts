/** What POST does with a VM. One entry an action; preconditions and effects live in ../lifecycle. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { hostedEngineOrigins } from '../../../src/domain/hostActions.ts'
import { bodyOf, refuse, type Call } from '../call.ts'
import { jobHandle } from '../jobs.ts'
import { runLifecycle } from '../lifecycle/command.ts'
import { abortMigration, beginMigration } from '../lifecycle/migrate.ts'
import { tell, type Cause } from '../lifecycle/operation.ts'
import { powerOff, reboot, shutDown, suspend } from '../lifecycle/power.ts'
import { applyRunOnce, isRunOnce, overridesOf } from '../lifecycle/runOnce.ts'
import { launch, resume, runsStateless } from '../lifecycle/start.ts'
import { checkVmStatus } from '../lifecycle/statusRules.ts'
import { checkHostedEngine, checkMigrate, checkNetworks, checkNoSnapshotOperation, checkStart, checkSuspend } from '../lifecycle/vmChecks.ts'
import { onAction, rowOf } from '../registry.ts'
import type { HostRow, VmRow } from '../rows.ts'
import { affinityClosure } from '../scheduling/affinity.ts'
import { chooseHost } from '../scheduling/selectHost.ts'
import type { World } from '../world.ts'

const hostOf = ({ tables }: World, vm: VmRow): HostRow | undefined => vm.host && tables.hosts.get(vm.host.id)
const onVm = (vm: VmRow) => ({ type: 'vm' as const, id: vm.id })
const actionOf = (call: Call): Partial<Model.Action> => bodyOf<Model.Action>(call)

onAction('vms', 'start', (call) => {
  const { world } = call
  const vm = rowOf(call, 'vms')
  const action = actionOf(call)
  const runOnce = isRunOnce(action)
  const overrides = runOnce ? overridesOf(vm, action.vm) : {}
  const trial: VmRow = { ...vm, ...overrides }
  const cdFileId = action.vm?.cdroms?.[0]?.file?.id
  const wished = action.vm?.placement_policy?.hosts?.flatMap(({ id }) => id ?? []) ?? []
  let host: HostRow | undefined
  runLifecycle(call, {
    name: runOnce ? 'RunVmOnce' : 'RunVm', permit: 'run_vm', on: onVm(vm), job: `Launching VM ${vm.name}`,
    validate: () => {
      checkStart(call, trial, { bootDevices: trial.os?.boot?.devices ?? ['hd'], stateless: runsStateless(world, trial), runOnce, cdFileId })
      if (vm.status === 'paused') return
      host = chooseHost({ world, vms: [trial], ...(wished.length > 0 && { preferredIds: wished }) })
      checkNetworks(world, vm)
    },
    execute: (cause) => {
      if (vm.status === 'paused') {
        resume(world, vm.id, cause)
        return
      }
      if (!host) return
      if (runOnce) applyRunOnce(world, vm, overrides, action.volatile === true)
      if (cdFileId !== undefined) world.tables.vms.change(vm.id, (row) => { row.hidden.cdFileId = cdFileId })
      tell(world, 'USER_STARTED_VM', cause, { vm, host })
      launch(world, vm.id, host, cause, action.pause === true || vm.start_paused === true)
    },
  })
})

onAction('vms', 'stop', (call) => {
  const { world } = call
  const vm = rowOf(call, 'vms')
  runLifecycle(call, {
    name: 'StopVm', permit: 'stop_vm', on: onVm(vm), job: `Powering off VM ${vm.name}`,
    validate: () => {
      checkHostedEngine(call, vm)
      checkVmStatus('stop', vm)
    },
    execute: (cause) => {
      if (vm.status !== 'suspended') tell(world, 'USER_STOP_VM', cause, { vm, host: hostOf(world, vm) })
      powerOff(world, vm, cause, actionOf(call).reason)
    },
  })
})

onAction('vms', 'shutdown', (call) => {
  const { world } = call
  const vm = rowOf(call, 'vms')
  const { reason } = actionOf(call)
  runLifecycle(call, {
    name: 'ShutdownVm', permit: 'shut_down_vm', on: onVm(vm), job: `Shutting down VM ${vm.name}`,
    validate: () => {
      checkHostedEngine(call, vm)
      checkVmStatus('shutdown', vm)
    },
    execute: (cause) => {
      // In any status but up nobody in the guest would hear it.
      const isHeard = vm.status === 'up'
      tell(world, isHeard ? 'USER_INITIATED_SHUTDOWN_VM' : 'USER_STOPPED_VM_INSTEAD_OF_SHUTDOWN', cause, { vm, host: hostOf(world, vm) })
      if (isHeard) shutDown(world, vm, cause, reason)
      else powerOff(world, vm, cause, reason)
    },
  })
})

onAction('vms', 'reboot', (call) => {
  const vm = rowOf(call, 'vms')
  runLifecycle(call, {
    name: 'RebootVm', permit: 'reboot_vm', on: onVm(vm), job: `Rebooting VM ${vm.name}`,
    validate: () => {
      checkHostedEngine(call, vm)
      checkVmStatus('reboot', vm)
    },
    execute: (cause) => {
      tell(call.world, 'USER_REBOOT_VM', cause, { vm, host: hostOf(call.world, vm) })
      reboot(call.world, vm, cause)
    },
  })
})

onAction('vms', 'reset', (call) => {
  const vm = rowOf(call, 'vms')
  runLifecycle(call, {
    name: 'ResetVm', permit: 'reset_vm', on: onVm(vm), job: `Resetting VM ${vm.name}`,
    validate: () => {
      checkHostedEngine(call, vm)
      checkVmStatus('reset', vm)
    },
    execute: (cause) => {
      tell(call.world, 'USER_RESET_VM', cause, { vm, host: hostOf(call.world, vm) })
      reboot(call.world, vm, cause, false)
    },
  })
})

onAction('vms', 'suspend', (call) => {
  const { world } = call
  const vm = rowOf(call, 'vms')
  runLifecycle(call, {
    name: 'HibernateVm', permit: 'hibernate_vm', on: onVm(vm), job: `Suspending VM ${vm.name}`, keepsLock: true,
    validate: () => checkSuspend(call, vm),
    execute: (cause) => {
      tell(world, 'USER_SUSPEND_VM', cause, { vm, host: hostOf(world, vm) })
      suspend(world, vm, cause)
    },
  })
})

onAction('vms', 'migrate', (call) => {
  const { world } = call
  const named = rowOf(call, 'vms')
  const action = actionOf(call)
  const vms = action.migrate_vms_in_affinity_closure === true ? affinityClosure(world, [named]) : [named]
  const target = action.host && findTarget(world, action.host)
  let host: HostRow | undefined
  runLifecycle(call, {
    name: vms.length > 1 ? 'MigrateMultipleVms' : target ? 'MigrateVmToServer' : 'MigrateVm', permit: 'migrate_vm', on: onVm(named),
    job: vms.length > 1 ? `Migrating VM ${named.name} and ${vms.length - 1} more` : `Migrating VM ${named.name}`,
    validate: () => {
      for (const vm of vms) checkMigrate(call, vm, action.force === true)
      const [first, ...rest] = vms
      if (first) host = chooseHost({ world, vms: [first, ...rest], isMigration: true, ...(target && { whiteListIds: [target.id] }) })
    },
    execute: (cause, job) => {
      if (!host) return
      for (const vm of vms) beginMigration(world, vm.id, host, vm.id === named.id ? cause : { ...cause, jobId: '' }, vm.id === named.id ? { stepId: job.step(`Migrating VM ${vm.name} to host ${host.name}`) } : {})
    },
  })
})
function findTarget(world: World, { id, name }: Model.Host): HostRow {
  const host = id !== undefined ? world.tables.hosts.get(id) : world.tables.hosts.by('name', name ?? '')[0]
  return host ?? refuse('VDS_INVALID_SERVER_ID')
}

onAction('vms', 'cancelmigration', (call) => {
  const { world } = call
  const vm = rowOf(call, 'vms')
  runLifecycle(call, {
    name: 'CancelMigrateVm', permit: 'migrate_vm', on: onVm(vm), atOnce: true,
    validate: () => {
      checkHostedEngine(call, vm)
      checkVmStatus('cancel_migration', vm)
    },
    execute: (cause: Cause) => {
      tell(world, 'VM_CANCEL_MIGRATION', cause, { vm, host: hostOf(world, vm) })
      const jobId = vm.hidden.migration?.jobId
      abortMigration(world, vm, cause, { event: 'VM_MIGRATION_ABORT', wasPaused: vm.hidden.migration?.wasPaused === true })
      if (jobId !== undefined) jobHandle(world, jobId).end(false)
    },
  })
})

onAction('vms', 'detach', (call) => {
  const { world } = call
  const vm = rowOf(call, 'vms')
  const pool = vm.vm_pool && world.tables.vmPools.get(vm.vm_pool.id)
  runLifecycle(call, {
    name: 'RemoveVmFromPool', permit: 'edit_vm_pool_configuration', on: pool ? { type: 'vm_pool', id: pool.id } : onVm(vm), atOnce: true,
    validate: () => {
      if (!vm.vm_pool) refuse('VM_POOL_CANNOT_DETACH_VM_NOT_ATTACHED_TO_POOL')
      if (vm.status !== 'down') refuse('VM_POOL_CANNOT_REMOVE_RUNNING_VM_FROM_POOL')
      checkNoSnapshotOperation(world, vm)
    },
    execute: (cause) => {
      const ordinary = world.tables.vms.change(vm.id, (row) => { delete row.vm_pool })
      tell(world, 'USER_REMOVE_VM_FROM_POOL', cause, { vm: ordinary }, { pool: pool?.name ?? '' })
    },
  })
})

/** Global maintenance of the hosted engine: a switch on its VM that all of its hosts show. */
onAction('vms', 'maintenance', (call) => {
  const { world } = call
  const vm = rowOf(call, 'vms')
  const on = actionOf(call).maintenance_enabled === true
  const host = hostOf(world, vm)
  runLifecycle(call, {
    name: 'SetHaMaintenance', permit: 'manipulate_host', on: host ? { type: 'host', id: host.id } : onVm(vm), atOnce: true,
    validate: () => {
      if (!host) refuse('VDS_INVALID_SERVER_ID')
      if (host?.status !== 'up') refuse('ACTION_TYPE_FAILED_VDS_STATUS_ILLEGAL')
      if (!hostedEngineOrigins.includes(vm.origin ?? '') || host?.hosted_engine?.configured !== true) refuse('ACTION_TYPE_FAILED_VDS_HA_NOT_CONFIGURED')
    },
    execute: (cause) => {
      for (const one of world.tables.hosts.by('cluster', vm.cluster.id)) {
        if (one.hosted_engine?.configured === true) world.tables.hosts.change(one.id, (row) => { row.hosted_engine = { ...row.hosted_engine, global_maintenance: on } })
      }
      tell(world, 'USER_SET_HOSTED_ENGINE_MAINTENANCE', cause, { host })
    },
  })
})
