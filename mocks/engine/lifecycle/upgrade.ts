/** Installing and upgrading hosts. Sources: InstallVdsInternalCommand, UpgradeHostInternalCommand, HostEnrollCertificateInternalCommand. */
import type { HostRow } from '../rows.ts'
import type { World } from '../world.ts'
import { seconds } from './durations.ts'
import { equipHost } from './equipHost.ts'
import { bringUp, restartMachine, setHost } from './hostState.ts'
import { endJob, isToFail, laterForHost, markHost, onHostTask, tell, type Cause } from './operation.ts'

/** Addresses that begin so do not answer. */
export const isUnreachable = ({ address }: Pick<HostRow, 'address'>): boolean => address?.startsWith('unreachable') === true

export interface Installation { readonly activate: boolean; readonly reboot: boolean }

/** Installs a host: new, again, or after approval. */
export function beginInstallation(world: World, hostId: string, cause: Cause, { activate, reboot }: Installation): void {
  markHost(world, hostId)
  const host = setHost(world, hostId, 'installing')
  tell(world, 'VDS_ANSIBLE_INSTALL_STARTED', cause, { host })
  const fails = isUnreachable(host) || isToFail(host)
  laterForHost(world, host, fails ? seconds.hostInstallFailure : seconds.hostInstall, 'host.installed', cause, { activate, reboot })
}
onHostTask('host.installed', (world, host, cause, args) => {
  if (isUnreachable(host) || isToFail(host)) {
    const failed = setHost(world, host.id, 'install_failed')
    tell(world, 'VDS_INSTALL_FAILED', cause, { host: failed }, { message: isUnreachable(host) ? 'the address does not answer' : 'a task of the installation failed' })
    endJob(world, cause, false)
    return
  }
  equipHost(world, host.id)
  tell(world, 'VDS_ANSIBLE_INSTALL_FINISHED', cause, { host })
  tell(world, 'VDS_INSTALL', cause, { host })
  const into = args['activate'] === false ? 'maintenance' : 'up'
  if (args['reboot'] === true) restartMachine(world, host.id, cause, into)
  else bringUp(world, host.id, cause, into)
})

/** Upgrades a host in maintenance, then brings it back to where it was. */
export function beginUpgrade(world: World, hostId: string, cause: Cause, { reboot, from }: { readonly reboot: boolean; readonly from: 'up' | 'maintenance' }): void {
  markHost(world, hostId)
  const host = setHost(world, hostId, 'installing')
  laterForHost(world, host, seconds.hostUpgrade, 'host.upgraded', cause, { reboot, into: from })
}
onHostTask('host.upgraded', (world, host, cause, args) => {
  if (isToFail(host)) {
    setHost(world, host.id, 'install_failed')
    tell(world, 'HOST_UPGRADE_FAILED', cause, { host })
    return
  }
  world.tables.hosts.change(host.id, (row) => { row.update_available = false })
  const into = args['into'] === 'maintenance' ? 'maintenance' : 'up'
  const restarts = args['reboot'] === true
  tell(world, restarts ? 'HOST_UPGRADE_FINISHED_AND_WILL_BE_REBOOTED' : 'HOST_UPGRADE_FINISHED', cause, { host })
  if (restarts) restartMachine(world, host.id, cause, into)
  else bringUp(world, host.id, cause, into)
})

/** A new certificate: the host is busy for a moment and comes back as it was. */
export function beginEnrollment(world: World, hostId: string, cause: Cause): void {
  const back = world.tables.hosts.get(hostId)?.status ?? 'maintenance'
  markHost(world, hostId)
  // A silent host may still run VMs: it keeps its status.
  const marked = world.tables.hosts.get(hostId)
  const host = marked && back === 'non_responsive' ? marked : setHost(world, hostId, 'installing')
  tell(world, 'HOST_CERTIFICATION_ENROLLMENT_STARTED', cause, { host })
  laterForHost(world, host, seconds.enrollCertificate, 'host.enrolled', cause, { back })
}
onHostTask('host.enrolled', (world, host, cause, args) => {
  const failed = isToFail(host) || isUnreachable(host)
  const back = args['back'] === 'install_failed' || args['back'] === 'non_responsive' ? args['back'] : 'maintenance'
  const settled = setHost(world, host.id, failed && back !== 'non_responsive' ? 'install_failed' : back, back === 'maintenance' ? host.hidden.maintenanceReason : undefined)
  tell(world, failed ? 'HOST_CERTIFICATION_ENROLLMENT_FAILED' : 'HOST_CERTIFICATION_ENROLLMENT_FINISHED', cause, { host: settled })
})

/** Asks for updates; the answer is an event and `update_available`. */
export function beginUpgradeCheck(world: World, host: HostRow, cause: Cause): void {
  tell(world, 'HOST_AVAILABLE_UPDATES_STARTED', cause, { host })
  laterForHost(world, host, seconds.upgradeCheck, 'host.checked', cause)
}
onHostTask('host.checked', (world, host, cause) => {
  if (isToFail(host)) {
    tell(world, 'HOST_AVAILABLE_UPDATES_FAILED', cause, { host }, { message: 'the package manager failed' })
    return
  }
  const available = host.hidden.seed % 2 === 1
  world.tables.hosts.change(host.id, (row) => { row.update_available = available })
  tell(world, 'HOST_AVAILABLE_UPDATES_FINISHED', cause, { host }, { message: available ? 'updates are available' : 'there are no updates' })
})
