/** The list of highly available VMs that wait for their restart. Source: HaAutoStartVmsRunner; intervals from the engine's options. */
import { numberOption } from '../options.ts'
import type { VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import { laterForVm, tell, type Cause } from './operation.ts'

/** Seconds until the next try: 10 at first, then 30, from the 10th failure on 1800. */
function waitSeconds(world: World, attempts: number): number {
  if (attempts === 0) return numberOption(world, 'DelayToRunAutoStartVmIntervalInSeconds', 10)
  return attempts < numberOption(world, 'NumOfTriesToRunFailedAutoStartVmInShortIntervals', 10)
    ? numberOption(world, 'RetryToRunAutoStartVmShortIntervalInSeconds', 30)
    : numberOption(world, 'RetryToRunAutoStartVmLongIntervalInSeconds', 1800)
}

/** Puts a highly available VM that failed on the list; others are left as they are. */
export function joinHaRestart(world: World, vm: VmRow, cause: Cause): void {
  if (vm.high_availability?.enabled !== true) return
  tell(world, 'HA_VM_FAILED', cause, { vm })
  waitForHaRestart(world, vm, { ...cause, jobId: '', userId: undefined }, 0)
}

/** Sets the time of the next try after so many failed ones. */
export function waitForHaRestart(world: World, vm: VmRow, cause: Cause, attempts: number): void {
  const delay = waitSeconds(world, attempts)
  const waiting = world.tables.vms.change(vm.id, (row) => { row.hidden.haRestart = { attempts, nextMs: world.now() + (delay * 1000) / world.speed } })
  laterForVm(world, waiting, delay, 'ha.restart', cause)
}
