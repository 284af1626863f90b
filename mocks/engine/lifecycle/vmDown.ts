/** The end of a VM's process, from whatever cause. Sources: VmAnalyzer.proceedDownVm, ProcessDownVmCommand. */
import type { VmRow } from '../rows.ts'
import { dropPending } from '../scheduling/memory.ts'
import type { World } from '../world.ts'
import { forgetGuest } from '../statistics/guest.ts'
import { joinHaRestart } from './haList.ts'
import { settleLeaving } from './leaving.ts'
import { markVm, tell, type Cause } from './operation.ts'

export interface Ending {
  readonly exit: 'normal' | 'error'
  /** exit reason number of vm_exit in statuses.json */
  readonly reason: number
  /** event that tells it; VM_DOWN or VM_DOWN_ERROR when absent */
  readonly event?: string
  readonly message?: string
  /** the engine is about to start it again: no HA restart */
  readonly startsAgain?: boolean
}

/** The members a stopped VM does not have. */
function clearRuntime(vm: VmRow): void {
  delete vm.host
  delete vm.start_time
  delete vm.status_detail
  delete vm.hidden.migration
  forgetGuest(vm)
}

/** Overridden values of a run-once start come back, then the configuration kept for the next run takes effect. */
function settleConfiguration(vm: VmRow): void {
  if (vm.hidden.runOnce) {
    Object.assign(vm, vm.hidden.runOnce.restore)
    for (const member of vm.hidden.runOnce.added) delete vm[member]
  }
  delete vm.hidden.runOnce
  vm.run_once = false
  if (vm.hidden.nextRun) Object.assign(vm, vm.hidden.nextRun)
  delete vm.hidden.nextRun
  vm.next_run_configuration_exists = false
}

/** Makes a VM down: effects of power-off, event, HA restart after an error, and the host that may have waited for it. */
export function makeDown(world: World, vmId: string, cause: Cause, { exit, reason, event, message, startsAgain = false }: Ending): void {
  const before = world.tables.vms.get(vmId)
  if (!before) return
  const host = before.host && world.tables.hosts.get(before.host.id)
  dropPending(world, host?.id, vmId)
  dropPending(world, before.hidden.migration?.toHostId, vmId)
  markVm(world, vmId)
  for (const snapshot of world.tables.snapshots.by('vmId', vmId)) if (snapshot.snapshot_type === 'stateless') world.tables.snapshots.remove(snapshot.id)
  const vm = world.tables.vms.change(vmId, (row) => {
    clearRuntime(row)
    settleConfiguration(row)
    row.status = 'down'
    row.stop_time = world.now()
    row.hidden.exit = exit
    row.hidden.exitReason = reason
    row.hidden.triedHostIds = []
  })
  tell(world, event ?? (exit === 'error' ? 'VM_DOWN_ERROR' : 'VM_DOWN'), cause, { vm, host }, { message: message ?? 'the process was lost' })
  if (exit === 'error' && !startsAgain) joinHaRestart(world, vm, cause)
  for (const left of [host?.id, before.hidden.migration?.toHostId]) if (left !== undefined) settleLeaving(world, left)
}
