/** Status of a host and what follows from it; the way from contact to up. Sources: VdsManager, ActivateVdsCommand, InitVdsOnUpCommand. */
import type { HostRow } from '../rows.ts'
import type { World } from '../world.ts'
import { seconds } from './durations.ts'
import { missingNetwork } from './equipHost.ts'
import { endJob, laterForHost, markHost, onHostTask, tell, type Cause } from './operation.ts'
import { dataCenterOf, followDataCenter } from './storagePoolManager.ts'

/** Shows the status with its detail (none unless given), and lets the data center follow. */
export function setHost(world: World, hostId: string, status: HostRow['status'], detail?: string): HostRow {
  const host = world.tables.hosts.change(hostId, (row) => {
    row.status = status
    if (detail === undefined) delete row.status_detail
    else row.status_detail = detail
  })
  const dataCenter = dataCenterOf(world, host)
  if (dataCenter) followDataCenter(world, dataCenter.id)
  return host
}

/** Local maintenance of the hosted-engine agent goes with the host's own. */
export function setAgentMaintenance(world: World, hostId: string, local: boolean): void {
  world.tables.hosts.change(hostId, (host) => {
    if (host.hosted_engine?.configured === true) host.hosted_engine = { ...host.hosted_engine, local_maintenance: local, active: !local, score: local ? 0 : 3400 }
  })
}

/** First contact, then initialization, then up, or maintenance when that is wished. */
export function bringUp(world: World, hostId: string, cause: Cause, into: 'up' | 'maintenance' = 'up'): void {
  markHost(world, hostId)
  world.tables.hosts.change(hostId, (row) => { delete row.hidden.silent })
  const host = setHost(world, hostId, 'unassigned')
  laterForHost(world, host, seconds.hostContact, 'host.initialize', cause, { into })
}
onHostTask('host.initialize', (world, host, cause, args) => {
  const initializing = setHost(world, host.id, 'initializing')
  laterForHost(world, initializing, seconds.hostInitialize, 'host.ready', cause, args)
})
onHostTask('host.ready', (world, host, cause, args) => {
  const into = args['into'] === 'maintenance' ? 'maintenance' : 'up'
  if (into === 'up') enterService(world, host.id, cause, 'VDS_DETECTED')
  else tell(world, 'VDS_MAINTENANCE', cause, { host: setHost(world, host.id, 'maintenance', host.hidden.maintenanceReason) })
  endJob(world, cause, true)
})

/** A host that answers goes into service, unless it lacks a network that its cluster requires. Source: HandleVdsVersionCommand, HostNetworkTopology checks. */
export function enterService(world: World, hostId: string, cause: Cause, event: string): void {
  const before = world.tables.hosts.change(hostId, (row) => { row.hidden.failedRuns = 0 })
  const missing = missingNetwork(world, before)
  if (missing) {
    const host = setHost(world, hostId, 'non_operational', 'network_unreachable')
    tell(world, 'VDS_SET_NONOPERATIONAL_NETWORK', cause, { host }, { network: missing.name })
    return
  }
  setAgentMaintenance(world, hostId, false)
  const host = setHost(world, hostId, 'up')
  tell(world, event, cause, { host }, { status: 'up' })
}

/** A restart of the machine: silent for a minute, then contact again. */
export function restartMachine(world: World, hostId: string, cause: Cause, into: 'up' | 'maintenance', status: HostRow['status'] = 'reboot'): void {
  markHost(world, hostId)
  world.tables.hosts.change(hostId, (row) => {
    row.hidden.bootTimeMs = world.now()
    row.hidden.pending = []
  })
  const host = setHost(world, hostId, status)
  laterForHost(world, host, seconds.hostReboot, 'host.rebooted', cause, { into })
}
onHostTask('host.rebooted', (world, host, cause, args) => {
  world.tables.hosts.change(host.id, (row) => { delete row.hidden.silent })
  bringUp(world, host.id, cause, args['into'] === 'maintenance' ? 'maintenance' : 'up')
})
