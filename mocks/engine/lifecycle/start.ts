/** Starting VMs: from down, from a saved state, after a pause. Sources: RunVmCommand, RunVmCommandBase, ProcessRerun, VmAnalyzer. */
import { numberOption } from '../options.ts'
import type { HostRow, VmRow } from '../rows.ts'
import { addPending, dropPending } from '../scheduling/memory.ts'
import { findHost } from '../scheduling/selectHost.ts'
import { onTask, type World } from '../world.ts'
import { seconds } from './durations.ts'
import { reportGuest } from '../statistics/guest.ts'
import { waitForHaRestart } from './haList.ts'
import { settleLeaving } from './leaving.ts'
import { enterService, setHost } from './hostState.ts'
import { bySystem, endJob, isToFail, laterForVm, markVm, onVmTask, tell, text, type Cause } from './operation.ts'
import { makeDown } from './vmDown.ts'

/** A VM gets its undo point first when it runs stateless, by itself or as a VM of an automatic pool. */
export function runsStateless(world: World, vm: VmRow): boolean {
  if (vm.stateless === true) return true
  const pool = vm.vm_pool && world.tables.vmPools.get(vm.vm_pool.id)
  return pool !== undefined && pool.stateful !== true
}

/** Begins a start on the chosen host: memory is promised at once, the rest comes with time. `pause` starts it paused. */
export function launch(world: World, vmId: string, host: HostRow, cause: Cause, pause = false): void {
  const mark = markVm(world, vmId)
  const before = world.tables.vms.get(vmId)
  if (!before || mark === '') return
  const restores = before.status === 'suspended'
  addPending(world, host.id, before)
  const isStateless = !restores && runsStateless(world, before)
  const vm = world.tables.vms.change(vmId, (row) => {
    row.status = 'wait_for_launch'
    row.host = { id: host.id }
    row.stop_reason = ''
    row.hidden.triedHostIds = [...row.hidden.triedHostIds, host.id]
    delete row.status_detail
    delete row.hidden.exit
    delete row.hidden.exitReason
  })
  if (isStateless) takeUndoPoint(world, vm, cause)
  laterForVm(world, vm, seconds.launch + (isStateless ? seconds.statelessSnapshot : 0), 'vm.boot', cause, { pause, restores })
}

/** The stateless snapshot that power-off goes back to; a rerun on another host keeps the one it has. */
function takeUndoPoint(world: World, vm: VmRow, cause: Cause): void {
  if (world.tables.snapshots.by('vmId', vm.id).some(({ snapshot_type: type }) => type === 'stateless')) return
  world.tables.snapshots.insert({
    id: world.newId(), vmId: vm.id, description: 'stateless snapshot', date: world.now(), snapshot_type: 'stateless', snapshot_status: 'ok',
    persist_memorystate: false, diskIds: world.tables.diskAttachments.by('ownerId', vm.id).map(({ disk }) => disk.id),
  })
  tell(world, 'USER_RUN_VM_AS_STATELESS', cause, { vm, host: vm.host && world.tables.hosts.get(vm.host.id) })
}

/** Host statuses in which a start under way goes on. */
const carries: readonly string[] = ['up', 'preparing_for_maintenance', 'connecting']

onVmTask('vm.boot', (world, vm, cause, args) => {
  const host = vm.host && world.tables.hosts.get(vm.host.id)
  if (isToFail(vm) || !host || !carries.includes(host.status)) {
    failStart(world, vm, cause)
    return
  }
  const pauses = args['pause'] === true
  const restores = args['restores'] === true
  const booting = world.tables.vms.change(vm.id, (row) => {
    row.status = pauses ? 'paused' : restores ? 'restoring_state' : 'powering_up'
    row.start_time = world.now()
    if (pauses) row.status_detail = 'none'
  })
  if (!pauses) {
    laterForVm(world, booting, restores ? seconds.restore : seconds.boot, 'vm.up', cause)
    return
  }
  dropPending(world, host.id, vm.id)
  tell(world, 'USER_INITIATED_RUN_VM_AND_PAUSE', cause, { vm, host })
  endJob(world, cause, true)
})

onVmTask('vm.up', (world, vm, cause) => {
  const up = world.tables.vms.change(vm.id, (row) => {
    row.status = 'up'
    row.hidden.triedHostIds = []
    delete row.status_detail
    delete row.hidden.haRestart
    reportGuest(row)
  })
  dropPending(world, vm.host?.id, vm.id)
  tell(world, cause.userId === undefined ? 'VDS_INITIATED_RUN_VM' : 'USER_RUN_VM', cause, { vm: up, host: vm.host && world.tables.hosts.get(vm.host.id) })
  endJob(world, cause, true)
  if (vm.host) settleLeaving(world, vm.host.id)
})

/** A host on which too many starts failed is taken out of use for a while. Source: VdsManager.failedToRunVm. */
function countFailedRun(world: World, hostId: string, cause: Cause): void {
  const host = world.tables.hosts.change(hostId, (row) => { row.hidden.failedRuns += 1 })
  if (host.status !== 'up' || host.hidden.failedRuns < numberOption(world, 'NumberOfFailedRunsOnVds', 3)) return
  tell(world, 'VDS_FAILED_TO_RUN_VMS', cause, { host: setHost(world, hostId, 'error') })
  world.schedule(numberOption(world, 'TimeToReduceFailedRunOnVdsInMinutes', 30) * 60, 'host.forgive', { host: hostId })
}
onTask('host.forgive', (world, args) => {
  const host = world.tables.hosts.get(text(args, 'host'))
  if (host?.status === 'error') enterService(world, host.id, bySystem(world), 'VDS_DETECTED')
})

/** A start that failed on its host is tried on others, each once, up to MaxRerunVmOnVdsCount; then the VM is down with an error. */
function failStart(world: World, vm: VmRow, cause: Cause): void {
  const tried = vm.hidden.triedHostIds
  tell(world, 'USER_INITIATED_RUN_VM_FAILED', cause, { vm, host: vm.host && world.tables.hosts.get(vm.host.id) })
  dropPending(world, vm.host?.id, vm.id)
  if (vm.host) countFailedRun(world, vm.host.id, cause)
  const waiting = world.tables.vms.change(vm.id, (row) => {
    row.status = 'down'
    delete row.host
  })
  const next = tried.length < numberOption(world, 'MaxRerunVmOnVdsCount', 3) ? findHost({ world, vms: [waiting], blackListIds: tried }) : undefined
  if (next) {
    launch(world, vm.id, next, cause)
    return
  }
  const wasHaRestart = vm.hidden.haRestart
  makeDown(world, vm.id, cause, { exit: 'error', reason: 1, message: 'the process could not be started on any host', startsAgain: true })
  tell(world, cause.userId === undefined ? 'VDS_INITIATED_RUN_VM_FAILED' : 'USER_FAILED_RUN_VM', cause, { vm })
  endJob(world, cause, false)
  if (wasHaRestart) waitForHaRestart(world, vm, cause, wasHaRestart.attempts + 1)
}

/** A paused VM goes on where it is, without scheduling. */
export function resume(world: World, vmId: string, cause: Cause): void {
  markVm(world, vmId)
  const vm = world.tables.vms.change(vmId, (row) => {
    row.status = 'powering_up'
    delete row.status_detail
  })
  laterForVm(world, vm, seconds.hostContact, 'vm.resumed', cause)
}
onVmTask('vm.resumed', (world, vm, cause) => {
  const up = world.tables.vms.change(vm.id, (row) => {
    row.status = 'up'
    reportGuest(row)
  })
  tell(world, 'USER_RESUME_VM', cause, { vm: up, host: vm.host && world.tables.hosts.get(vm.host.id) })
  endJob(world, cause, true)
})

/** A restart of a highly available VM that failed: any host, every try again after a while. */
onVmTask('ha.restart', (world, vm, cause) => {
  if (vm.status !== 'down') return
  const host = findHost({ world, vms: [vm] })
  if (host) {
    launch(world, vm.id, host, cause)
    return
  }
  tell(world, 'HA_VM_RESTART_FAILED', cause, { vm })
  waitForHaRestart(world, vm, cause, (vm.hidden.haRestart?.attempts ?? 0) + 1)
})
