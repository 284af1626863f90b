/** Live migration. Sources: InternalMigrateVmCommand, MigrateVmCommand, migration_policies (max_migrations), VmAnalyzer. */
import { jobHandle } from '../jobs.ts'
import type { HostRow, VmRow } from '../rows.ts'
import { addPending, dropPending } from '../scheduling/memory.ts'
import type { World } from '../world.ts'
import { migrationSeconds, seconds } from './durations.ts'
import { settleLeaving } from './leaving.ts'
import { endJob, isToFail, laterForVm, markVm, onVmTask, tell, text, type Cause } from './operation.ts'

/** Outgoing migrations of a host at a time; policies allow one or two. */
const maxMigrations = 2
/** Progress is told in so many parts. */
const parts = 10

export interface Journey {
  readonly stepId?: string
  readonly reason?: string
  /** part of a maintenance: failures are told so; the cause carries no job then, the maintenance has its own */
  readonly forMaintenance?: boolean
}

/** Promises room on the destination and moves the VM as soon as its host has a free slot. */
export function beginMigration(world: World, vmId: string, to: HostRow, cause: Cause, journey: Journey = {}): void {
  const vm = world.tables.vms.get(vmId)
  if (!vm) return
  markVm(world, vmId)
  addPending(world, to.id, vm)
  const from = vm.host && world.tables.hosts.get(vm.host.id)
  const reason = journey.reason === undefined ? '' : ` (${journey.reason})`
  tell(world, cause.userId === undefined ? 'VM_MIGRATION_START_SYSTEM_INITIATED' : 'VM_MIGRATION_START', cause, { vm, host: from }, { destination: to.name, reason })
  const wasPaused = vm.status === 'paused'
  world.tables.vms.change(vmId, (row) => { row.status = 'migrating' })
  const started = world.tables.vms.change(vmId, (row) => {
    row.hidden.migration = {
      fromHostId: row.host?.id ?? '', toHostId: to.id, startedMs: world.now(), durationMs: 0, wasPaused,
      ...(journey.reason !== undefined && { reason: journey.reason }), ...(cause.jobId !== '' && { jobId: cause.jobId }),
    }
  })
  laterForVm(world, started, 0, 'vm.move', cause, { to: to.id, step: journey.stepId, wasPaused, forMaintenance: journey.forMaintenance === true })
}

/** Waits for a free slot of the source, then copies memory part by part. */
onVmTask('vm.move', (world, vm, cause, args) => {
  const from = vm.host?.id ?? ''
  const isMoving = (vm.hidden.migration?.durationMs ?? 0) > 0
  const moving = world.tables.vms.by('host', from).filter((other) => (other.hidden.migration?.durationMs ?? 0) > 0).length
  if (!isMoving && moving >= maxMigrations) {
    laterForVm(world, vm, seconds.migrationQueue, 'vm.move', cause, args)
    return
  }
  const duration = migrationSeconds(vm.memory ?? 0)
  const started = world.tables.vms.change(vm.id, (row) => {
    if (row.hidden.migration) row.hidden.migration = { ...row.hidden.migration, startedMs: world.now(), durationMs: (duration * 1000) / world.speed }
  })
  laterForVm(world, started, duration / parts, 'vm.moved', cause, { ...args, part: 1 })
})

onVmTask('vm.moved', (world, vm, cause, args) => {
  const part = Number(args['part'] ?? parts)
  const stepId = text(args, 'step')
  const job = cause.jobId === '' ? undefined : jobHandle(world, cause.jobId)
  const to = world.tables.hosts.get(text(args, 'to'))
  if (to?.status !== 'up' || (isToFail(vm) && part * 2 >= parts)) {
    abortMigration(world, vm, cause, { event: args['forMaintenance'] === true ? 'VM_MIGRATION_FAILED_DURING_MOVE_TO_MAINTENANCE' : 'VM_MIGRATION_FAILED', wasPaused: args['wasPaused'] === true })
    if (stepId !== '') job?.endStep(stepId, false)
    endJob(world, cause, false)
    return
  }
  if (stepId !== '') job?.progress(stepId, (100 * part) / parts)
  if (part < parts) {
    laterForVm(world, vm, migrationSeconds(vm.memory ?? 0) / parts, 'vm.moved', cause, { ...args, part: part + 1 })
    return
  }
  arrive(world, vm, to, cause, args['wasPaused'] === true)
  if (stepId !== '') job?.endStep(stepId, true)
  endJob(world, cause, true)
})

function arrive(world: World, vm: VmRow, to: HostRow, cause: Cause, wasPaused: boolean): void {
  const from = vm.host && world.tables.hosts.get(vm.host.id)
  const took = Math.round((vm.hidden.migration?.durationMs ?? 0) / 1000)
  dropPending(world, to.id, vm.id)
  const arrived = world.tables.vms.change(vm.id, (row) => {
    row.host = { id: to.id }
    row.status = wasPaused ? 'paused' : 'up'
    delete row.hidden.migration
  })
  tell(world, 'VM_MIGRATION_DONE', cause, { vm: arrived, host: from }, { destination: to.name, seconds: took })
  if (from) settleLeaving(world, from.id)
}

/** Ends a migration on its source: the VM never stopped there. */
export function abortMigration(world: World, vm: VmRow, cause: Cause, { event, wasPaused = false }: { readonly event: string; readonly wasPaused?: boolean }): void {
  const destination = world.tables.hosts.get(vm.hidden.migration?.toHostId ?? '')
  dropPending(world, destination?.id, vm.id)
  markVm(world, vm.id)
  const stayed = world.tables.vms.change(vm.id, (row) => {
    row.status = wasPaused ? 'paused' : 'up'
    delete row.hidden.migration
  })
  tell(world, event, cause, { vm: stayed, host: vm.host && world.tables.hosts.get(vm.host.id) }, { destination: destination?.name ?? '' })
  if (destination) settleLeaving(world, destination.id)
}
