/** Ending, restarting and suspending VMs. Sources: StopVmCommandBase, ShutdownVmCommand, RebootVmCommand, ResetVmCommand, HibernateVmCommand. */
import type { VmRow } from '../rows.ts'
import { findHost } from '../scheduling/selectHost.ts'
import { dropPending } from '../scheduling/memory.ts'
import type { World } from '../world.ts'
import { seconds } from './durations.ts'
import { forgetGuest, reportGuest } from '../statistics/guest.ts'
import { settleLeaving } from './leaving.ts'
import { endJob, isToFail, laterForVm, markVm, onVmTask, tell, type Cause } from './operation.ts'
import { launch } from './start.ts'
import { makeDown } from './vmDown.ts'

const hostOf = (world: World, vm: VmRow) => vm.host && world.tables.hosts.get(vm.host.id)

/** Marks a running VM, gives up a migration or a start under way, and shows the status. */
function enter(world: World, vmId: string, status: VmRow['status'], reason?: string): VmRow {
  markVm(world, vmId)
  const before = world.tables.vms.get(vmId)
  const destinationId = before?.hidden.migration?.toHostId
  dropPending(world, destinationId, vmId)
  if (destinationId !== undefined) settleLeaving(world, destinationId)
  return world.tables.vms.change(vmId, (vm) => {
    if (status !== undefined) vm.status = status
    delete vm.status_detail
    delete vm.hidden.migration
    if (reason !== undefined) vm.stop_reason = reason
  })
}

/** Power-off: the process is taken away; a saved state is given up. */
export function powerOff(world: World, vm: VmRow, cause: Cause, reason?: string): void {
  if (vm.status === 'suspended') {
    if (reason !== undefined) world.tables.vms.change(vm.id, (row) => { row.stop_reason = reason })
    makeDown(world, vm.id, cause, { exit: 'normal', reason: 6, event: 'USER_STOP_SUSPENDED_VM' })
    endJob(world, cause, true)
    return
  }
  const ending = enter(world, vm.id, 'powering_down', reason)
  laterForVm(world, ending, seconds.powerOff, 'vm.off', cause)
}
onVmTask('vm.off', (world, vm, cause) => {
  makeDown(world, vm.id, cause, { exit: 'normal', reason: 6 })
  endJob(world, cause, true)
})

/** The guest is asked to shut down; one that is to fail ignores it. */
export function shutDown(world: World, vm: VmRow, cause: Cause, reason?: string): void {
  const ending = enter(world, vm.id, 'powering_down', reason)
  if (isToFail(vm)) laterForVm(world, ending, seconds.ignoredShutdown, 'vm.ignored', cause)
  else laterForVm(world, ending, seconds.shutdown, 'vm.off', cause)
}
onVmTask('vm.ignored', (world, vm, cause) => {
  world.tables.vms.change(vm.id, (row) => { row.status = 'up' })
  tell(world, 'VM_POWER_DOWN_FAILED', cause, { vm, host: hostOf(world, vm) })
  endJob(world, cause, false)
})

/** New configuration waits, or the run is volatile: the VM must go down and come back. */
export const needsColdReboot = (vm: VmRow): boolean => vm.next_run_configuration_exists === true || vm.hidden.runOnce?.volatile === true

/** Warm: the guest restarts on its host, as a reset always does. Cold: down, then started again where the scheduler likes. */
export function reboot(world: World, vm: VmRow, cause: Cause, isCold = needsColdReboot(vm)): void {
  const going = enter(world, vm.id, isCold ? 'powering_down' : 'reboot_in_progress')
  laterForVm(world, going, isCold ? seconds.shutdown : seconds.reboot, isCold ? 'vm.cold' : 'vm.rebooted', cause)
}
onVmTask('vm.rebooted', (world, vm, cause) => {
  dropPending(world, vm.host?.id, vm.id)
  world.tables.vms.change(vm.id, (row) => {
    row.status = 'up'
    row.start_time = world.now()
    reportGuest(row)
  })
  endJob(world, cause, true)
})
onVmTask('vm.cold', (world, vm, cause) => {
  const isVolatile = vm.hidden.runOnce?.volatile === true
  makeDown(world, vm.id, cause, { exit: 'normal', reason: 13, event: isVolatile ? 'VM_DOWN' : 'COLD_REBOOT_VM_DOWN', startsAgain: true })
  const down = world.tables.vms.get(vm.id)
  const host = down && !isVolatile ? findHost({ world, vms: [down] }) : undefined
  if (host) {
    tell(world, 'USER_INITIATED_RUN_VM', cause, { vm, host })
    launch(world, vm.id, host, cause)
  } else endJob(world, cause, isVolatile)
})

/** Memory is written to disk, then the process ends. */
export function suspend(world: World, vm: VmRow, cause: Cause): void {
  const saving = enter(world, vm.id, 'saving_state')
  laterForVm(world, saving, seconds.suspend, 'vm.saved', cause)
}
onVmTask('vm.saved', (world, vm, cause) => {
  const host = hostOf(world, vm)
  if (isToFail(vm)) {
    world.tables.vms.change(vm.id, (row) => { row.status = 'up' })
    tell(world, 'USER_SUSPEND_VM_FINISH_FAILURE', cause, { vm, host })
    endJob(world, cause, false)
    return
  }
  dropPending(world, vm.host?.id, vm.id)
  const suspended = world.tables.vms.change(vm.id, (row) => {
    row.status = 'suspended'
    delete row.host
    delete row.start_time
    forgetGuest(row)
  })
  tell(world, 'USER_SUSPEND_VM_OK', cause, { vm: suspended, host })
  if (host) settleLeaving(world, host.id)
  endJob(world, cause, true)
})

/** Why a running VM stopped working by itself. */
export type PauseReason = 'eio' | 'enospc'
/** Storage trouble pauses a running VM; for the control interface and for storage that fails. */
export function pauseByTrouble(world: World, vmId: string, reason: PauseReason, cause: Cause): void {
  const vm = world.tables.vms.get(vmId)
  if (vm?.status !== 'up') return
  const paused = enter(world, vmId, 'paused')
  world.tables.vms.change(vmId, (row) => { row.status_detail = reason })
  tell(world, 'VM_PAUSED', cause, { vm: paused, host: hostOf(world, vm) })
  tell(world, reason === 'eio' ? 'VM_PAUSED_EIO' : 'VM_PAUSED_ENOSPC', cause, { vm: paused, host: hostOf(world, vm) })
}
