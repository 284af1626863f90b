/** Power management. Sources: FenceVdsBaseCommand, StartVdsCommand, StopVdsCommand, RestartVdsCommand, FenceValidator, FenceProxyLocator. */
import { refuse } from '../call.ts'
import { numberOption } from '../options.ts'
import type { HostRow } from '../rows.ts'
import type { World } from '../world.ts'
import { seconds } from './durations.ts'
import { setHost, restartMachine } from './hostState.ts'
import { endJob, isToFail, laterForHost, markHost, onHostTask, tell, type Cause } from './operation.ts'
import { giveUpSpm, dataCenterOf, followDataCenter } from './storagePoolManager.ts'
import { makeDown } from './vmDown.ts'

/** An up host that can talk to the fence agent: of the cluster first, then of the data center. */
export function fenceProxy(world: World, host: HostRow): HostRow | undefined {
  const isFit = (candidate: HostRow): boolean => candidate.id !== host.id && candidate.status === 'up'
  const inCluster = world.tables.hosts.by('cluster', host.cluster.id).find(isFit)
  const dataCenter = dataCenterOf(world, host)
  return inCluster ?? (dataCenter && world.tables.clusters.by('data_center', dataCenter.id)
    .flatMap((cluster) => world.tables.hosts.by('cluster', cluster.id)).find(isFit))
}

/** Checks of every fence command, in the engine's order; throws the refusal. Status queries need no quiet time. */
export function checkFencing(world: World, host: HostRow, isQuery = false): void {
  if (host.power_management?.enabled !== true) refuse('VDS_FENCE_DISABLED')
  if (host.hidden.fenceAgents.length === 0) refuse('ACTION_TYPE_FAILED_PM_ENABLED_WITHOUT_AGENT')
  const quietMs = numberOption(world, 'FenceQuietTimeBetweenOperationsInSec', 180) * 1000
  const since = world.now() - (host.hidden.lastFenceMs ?? Number.NEGATIVE_INFINITY)
  if (!isQuery && since < quietMs) refuse('VDS_FENCE_DISABLED_AT_QUIET_TIME', { timeLeft: Math.ceil((quietMs - since) / 1000) })
  if (!fenceProxy(world, host)) refuse('VDS_NO_VDS_PROXY_FOUND')
}

/** All VMs of a host that is off are down with an error; the highly available are restarted, higher priority first. */
export function loseGuests(world: World, host: HostRow, cause: Cause): void {
  const guests = world.tables.vms.by('host', host.id).toSorted((one, other) =>
    (other.high_availability?.priority ?? 0) - (one.high_availability?.priority ?? 0) || one.name.localeCompare(other.name))
  for (const vm of guests) makeDown(world, vm.id, cause, { exit: 'error', reason: 11, event: 'VM_WAS_SET_DOWN_DUE_TO_HOST_REBOOT_OR_MANUAL_FENCE' })
}

/** The machine is off: its role and its VMs are free for others. */
export function hostIsOff(world: World, host: HostRow, cause: Cause): void {
  giveUpSpm(world, host)
  loseGuests(world, host, cause)
  const dataCenter = dataCenterOf(world, host)
  if (dataCenter) followDataCenter(world, dataCenter.id)
}

const stampFence = (world: World, hostId: string): HostRow => {
  markHost(world, hostId)
  return world.tables.hosts.change(hostId, (row) => { row.hidden.lastFenceMs = world.now() })
}

/** Off, then on again; VMs are lost once the stop is confirmed. The engine itself does it for silent hosts (`event`). */
export function fenceRestart(world: World, hostId: string, cause: Cause, into: 'up' | 'maintenance'): void {
  laterForHost(world, stampFence(world, hostId), seconds.fenceStop, 'host.fenced', cause, { into })
}
onHostTask('host.fenced', (world, host, cause, args) => {
  if (isToFail(host)) {
    tell(world, cause.userId === undefined ? 'SYSTEM_FAILED_VDS_RESTART' : 'USER_FAILED_VDS_RESTART', cause, { host })
    endJob(world, cause, false)
    return
  }
  const off = setHost(world, host.id, 'reboot')
  hostIsOff(world, off, cause)
  tell(world, cause.userId === undefined ? 'SYSTEM_VDS_RESTART' : 'USER_VDS_RESTART', cause, { host })
  restartMachine(world, host.id, cause, args['into'] === 'maintenance' ? 'maintenance' : 'up')
})

export function fenceStop(world: World, hostId: string, cause: Cause): void {
  laterForHost(world, stampFence(world, hostId), seconds.fenceStop, 'host.off', cause)
}
onHostTask('host.off', (world, host, cause) => {
  const off = setHost(world, host.id, 'down')
  hostIsOff(world, off, cause)
  tell(world, 'USER_VDS_STOP', cause, { host })
  endJob(world, cause, true)
})

export function fenceStart(world: World, hostId: string, cause: Cause): void {
  laterForHost(world, stampFence(world, hostId), seconds.fenceStart, 'host.on', cause, { into: world.tables.hosts.get(hostId)?.status === 'maintenance' ? 'maintenance' : 'up' })
}
onHostTask('host.on', (world, host, cause, args) => {
  if (isToFail(host)) {
    tell(world, 'USER_FAILED_VDS_START', cause, { host })
    endJob(world, cause, false)
    return
  }
  tell(world, 'USER_VDS_START', cause, { host })
  if (args['into'] === 'maintenance') endJob(world, cause, true)
  else {
    hostIsOff(world, host, cause)
    restartMachine(world, host.id, cause, 'up')
  }
})

/** What the administrator swears to: the host was restarted by hand. Its VMs are down, its role is free; its status stays. */
export function confirmRebooted(world: World, host: HostRow, cause: Cause): void {
  hostIsOff(world, host, cause)
  tell(world, 'VDS_MANUAL_FENCE_STATUS', cause, { host })
}
