/** Work that was under way when a world began: rows in transition get the rest of their operation, so that nothing stays there for ever. */
import { vmStatusOf } from '../../../src/domain/vmStatus.ts'
import type { VmRow } from '../rows.ts'
import { addPending } from '../scheduling/memory.ts'
import type { World } from '../world.ts'
import { migrationSeconds, seconds } from './durations.ts'
import { bringUp } from './hostState.ts'
import { bySystem, endJob, laterForVm, markVm, onVmTask, tell, type Cause } from './operation.ts'
import './migrate.ts'
import './power.ts'
import './start.ts'

/** What comes next for a VM in this status, and after how long. */
const nextParts: Readonly<Record<string, readonly [task: string, delaySeconds: number]>> = {
  wait_for_launch: ['vm.boot', seconds.launch],
  powering_up: ['vm.up', seconds.boot],
  restoring_state: ['vm.up', seconds.restore],
  powering_down: ['vm.off', seconds.shutdown],
  reboot_in_progress: ['vm.rebooted', seconds.reboot],
  saving_state: ['vm.saved', seconds.suspend],
  image_locked: ['vm.unlocked', 30],
}

/** A snapshot under way is done: disks and VM are free again. */
onVmTask('vm.unlocked', (world, vm, cause) => {
  for (const { disk } of world.tables.diskAttachments.by('ownerId', vm.id)) {
    if (world.tables.disks.get(disk.id)?.status === 'locked') world.tables.disks.change(disk.id, (row) => { row.status = 'ok' })
  }
  for (const snapshot of world.tables.snapshots.by('vmId', vm.id)) {
    if (snapshot.snapshot_status === 'locked') world.tables.snapshots.change(snapshot.id, (row) => { row.snapshot_status = 'ok' })
  }
  world.tables.vms.change(vm.id, (row) => { row.status = row.host ? 'up' : 'down' })
  tell(world, 'USER_CREATE_SNAPSHOT_FINISHED_SUCCESS', cause, { vm }, { snapshot: 'weekly' })
  endJob(world, cause, true)
})

function continueVm(world: World, vm: VmRow, cause: Cause): void {
  if (vm.hidden.operation !== undefined) return
  if (vm.status === 'migrating') {
    const to = vm.hidden.migration?.toHostId
    if (to === undefined) return
    markVm(world, vm.id)
    addPending(world, to, vm)
    world.tables.vms.change(vm.id, (row) => { if (row.hidden.migration) row.hidden.migration = { ...row.hidden.migration, ...(cause.jobId !== '' && { jobId: cause.jobId }) } })
    const tenth = migrationSeconds(vm.memory ?? 0) / 10
    laterForVm(world, vm, tenth, 'vm.moved', cause, { to, part: 5 })
    return
  }
  const next = nextParts[vmStatusOf(vm)]
  if (!next) return
  markVm(world, vm.id)
  laterForVm(world, vm, next[1], next[0], cause)
}

/**
 * Gives every VM and host in transition the rest of its way; rows that already wait for scheduled work are left alone.
 * @param jobOf running job of a VM, by the VM's id
 */
export function continueOperations(world: World, jobOf: ReadonlyMap<string, string> = new Map()): void {
  for (const status of [...Object.keys(nextParts), 'migrating']) {
    for (const vm of world.tables.vms.by('status', status)) {
      const jobId = jobOf.get(vm.id)
      const job = jobId === undefined ? undefined : world.tables.jobs.get(jobId)
      continueVm(world, vm, job ? { jobId: job.id, correlationId: job.correlation_id } : bySystem(world))
    }
  }
  for (const status of ['reboot', 'unassigned', 'initializing'] as const) {
    for (const host of world.tables.hosts.by('status', status)) if (host.hidden.operation === undefined) bringUp(world, host.id, bySystem(world))
  }
}
