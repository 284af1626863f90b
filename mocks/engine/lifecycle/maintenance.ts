/** Taking hosts out of service: VMs leave one by one, then the host is in maintenance. Sources: MaintenanceNumberOfVdssCommand, MaintenanceVdsCommand. */
import { jobHandle } from '../jobs.ts'
import type { HostRow, VmRow } from '../rows.ts'
import { findHost } from '../scheduling/selectHost.ts'
import { onTask, type World } from '../world.ts'
import { seconds } from './durations.ts'
import { setAgentMaintenance, setHost } from './hostState.ts'
import { beginMigration } from './migrate.ts'
import { laterForHost, markHost, onHostTask, tell, text, type Cause } from './operation.ts'
import { beginUpgrade } from './upgrade.ts'
import { giveUpSpm, dataCenterOf, followDataCenter, handOverSpm } from './storagePoolManager.ts'

export interface UpgradeWish { readonly reboot: boolean; readonly from: 'up' | 'maintenance' }

/** VMs by the priority in which they leave: high availability first. */
const guestsOf = (world: World, hostId: string): readonly VmRow[] => world.tables.vms.by('host', hostId)
  .toSorted((one, other) => (other.high_availability?.priority ?? 0) - (one.high_availability?.priority ?? 0) || one.name.localeCompare(other.name))
const isEmpty = (world: World, host: HostRow): boolean =>
  world.tables.vms.by('host', host.id).length === 0 && world.tables.vms.by('migratingTo', host.id).length === 0

/** Begins a maintenance; the job goes on until the last VM has left. A host without VMs is there at once. */
export function beginMaintenance(world: World, hostId: string, cause: Cause, reason: string | undefined, upgrade?: UpgradeWish): void {
  const before = world.tables.hosts.get(hostId)
  if (!before) return
  endLeavingJob(world, hostId)
  markHost(world, hostId)
  setAgentMaintenance(world, hostId, true)
  const job = cause.jobId === '' ? undefined : jobHandle(world, cause.jobId)
  job?.goesOn()
  const total = world.tables.vms.by('host', hostId).length
  const stepId = total > 0 && job ? job.step('Migrating VMs away from the host') : ''
  world.tables.hosts.change(hostId, (row) => {
    row.hidden.leaving = { jobId: cause.jobId, correlationId: cause.correlationId, stepId, total, ...(cause.userId !== undefined && { userId: cause.userId }), ...(upgrade && { upgrade: { ...upgrade } }) }
    if (reason === undefined) delete row.hidden.maintenanceReason
    else row.hidden.maintenanceReason = reason
  })
  const answers = before.status === 'up' || before.status === 'non_operational' || before.status === 'error' || before.status === 'preparing_for_maintenance'
  if (!answers || isEmpty(world, before)) {
    arriveInMaintenance(world, hostId)
    return
  }
  const host = setHost(world, hostId, 'preparing_for_maintenance', reason)
  handOverSpm(world, host)
  sendAway(world, host)
  laterForHost(world, host, seconds.maintenanceRetry, 'host.retry', cause)
}

const causeOfLeaving = ({ hidden: { leaving } }: HostRow): Cause =>
  ({ jobId: '', correlationId: leaving?.correlationId ?? '', ...(leaving?.userId !== undefined && { userId: leaving.userId }) })

/** Asks the scheduler for a host for every VM that is not moving yet; the engine itself causes these migrations. */
function sendAway(world: World, host: HostRow): void {
  const cause: Cause = { ...causeOfLeaving(host), userId: undefined }
  for (const vm of guestsOf(world, host.id)) {
    if (vm.status !== 'up' && vm.status !== 'paused') continue
    const target = findHost({ world, vms: [vm], isMigration: true, ignoresVmAffinity: true })
    if (target) beginMigration(world, vm.id, target, cause, { reason: 'host goes into maintenance', forMaintenance: true })
    else tell(world, 'VM_MIGRATION_FAILED_DURING_MOVE_TO_MAINTENANCE_NO_DESTINATION_VDS', cause, { vm, host })
  }
}

/** Somebody left, or came up in the meantime: progress, and arrival when nobody is left. */
onTask('host.leaving', (world, args) => {
  const host = world.tables.hosts.get(text(args, 'host'))
  if (host?.status !== 'preparing_for_maintenance' || !host.hidden.leaving) return
  const { jobId, stepId, total } = host.hidden.leaving
  const left = world.tables.vms.by('host', host.id).length
  if (stepId !== '' && total > 0) jobHandle(world, jobId).progress(stepId, (100 * Math.max(0, total - left)) / total)
  if (isEmpty(world, host)) arriveInMaintenance(world, host.id)
  else sendAway(world, host)
})

/** A maintenance that hangs, because a migration failed or a VM was just starting, tries again after a while. */
onHostTask('host.retry', (world, host, cause) => {
  if (host.status !== 'preparing_for_maintenance') return
  if (isEmpty(world, host)) {
    arriveInMaintenance(world, host.id)
    return
  }
  const stuck = world.tables.vms.by('host', host.id).some(({ status }) => status !== 'migrating')
  if (stuck) {
    tell(world, 'USER_VDS_MAINTENANCE_MIGRATION_FAILED', cause, { host })
    endLeavingJob(world, host.id)
  }
  sendAway(world, host)
  laterForHost(world, host, seconds.maintenanceRetry, 'host.retry', cause)
})

function arriveInMaintenance(world: World, hostId: string): void {
  const before = world.tables.hosts.get(hostId)
  const leaving = before?.hidden.leaving
  if (!before || !leaving) return
  markHost(world, hostId)
  giveUpSpm(world, before)
  world.tables.hosts.change(hostId, (row) => {
    delete row.hidden.leaving
    delete row.hidden.silent
    row.hidden.pending = []
  })
  const host = setHost(world, hostId, 'maintenance', before.hidden.maintenanceReason)
  const dataCenter = dataCenterOf(world, host)
  if (dataCenter) followDataCenter(world, dataCenter.id)
  tell(world, 'VDS_MAINTENANCE', { ...causeOfLeaving(before), userId: undefined }, { host })
  if (leaving.jobId !== '') jobHandle(world, leaving.jobId).end(true)
  if (leaving.upgrade) beginUpgrade(world, hostId, causeOfLeaving(before), leaving.upgrade)
}

/** Activation of a host that was leaving: what still runs there stays. */
export function stopLeaving(world: World, hostId: string): void {
  endLeavingJob(world, hostId)
  markHost(world, hostId)
  world.tables.hosts.change(hostId, (row) => { delete row.hidden.leaving })
}

/** The job of a maintenance ends as failed while the host may go on trying: it hangs, is asked for again, or is given up. */
function endLeavingJob(world: World, hostId: string): void {
  const leaving = world.tables.hosts.get(hostId)?.hidden.leaving
  if (!leaving || leaving.jobId === '') return
  jobHandle(world, leaving.jobId).end(false)
  world.tables.hosts.change(hostId, (row) => { if (row.hidden.leaving) row.hidden.leaving = { ...row.hidden.leaving, jobId: '', stepId: '' } })
}
