/** What POST does with a host. One entry an action; preconditions and effects live in ../lifecycle. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, PlainFault, refuse, type Call } from '../call.ts'
import { runLifecycle, type LifecycleCommand } from '../lifecycle/command.ts'
import { seconds } from '../lifecycle/durations.ts'
import { checkFencing, confirmRebooted, fenceRestart, fenceStart, fenceStop } from '../lifecycle/fencing.ts'
import { checkConfirmRebooted, checkMaintenance, checkSelectSpm } from '../lifecycle/hostChecks.ts'
import { bringUp, setHost } from '../lifecycle/hostState.ts'
import { beginMaintenance, stopLeaving } from '../lifecycle/maintenance.ts'
import { laterForHost, onHostTask, tell } from '../lifecycle/operation.ts'
import { checkHostStatus } from '../lifecycle/statusRules.ts'
import { moveSpm } from '../lifecycle/storagePoolManager.ts'
import { beginEnrollment, beginInstallation, beginUpgrade, beginUpgradeCheck } from '../lifecycle/upgrade.ts'
import { onAction, rowOf } from '../registry.ts'
import type { HostRow } from '../rows.ts'

const actionOf = (call: Call): Partial<Model.Action> => bodyOf<Model.Action>(call)
/** Runs a command on the host of the request. */
function run(call: Call, host: HostRow, command: Omit<LifecycleCommand, 'on'>): void {
  runLifecycle(call, { ...command, on: { type: 'host', id: host.id } })
}

onAction('hosts', 'deactivate', (call) => {
  const { world } = call
  const host = rowOf(call, 'hosts')
  const { reason, stop_gluster_service: stopGluster } = actionOf(call)
  run(call, host, {
    name: 'MaintenanceNumberOfVdss', permit: 'manipulate_host', job: `Moving host ${host.name} to maintenance`,
    validate: () => {
      if (stopGluster === true && world.tables.clusters.get(host.cluster.id)?.gluster_service !== true) refuse('ACTION_TYPE_FAILED_GLUSTER_SERVICE_MAINTENANCE_NOT_SUPPORTED_FOR_CLUSTER')
      checkMaintenance(world, host)
    },
    execute: (cause) => {
      const isGiven = reason !== undefined && reason !== ''
      tell(world, isGiven ? 'USER_VDS_MAINTENANCE' : 'USER_VDS_MAINTENANCE_WITHOUT_REASON', cause, { host }, isGiven ? { reason } : {})
      beginMaintenance(world, host.id, cause, isGiven ? reason : undefined)
    },
  })
})

onAction('hosts', 'activate', (call) => {
  const { world } = call
  const host = rowOf(call, 'hosts')
  run(call, host, {
    name: 'ActivateVds', permit: 'manipulate_host', job: `Activating host ${host.name}`,
    validate: () => checkHostStatus('activate', host),
    execute: (cause, job) => {
      tell(world, 'VDS_ACTIVATE', cause, { host })
      if (host.status === 'preparing_for_maintenance') {
        // It never stopped working: what is still here stays, what has begun to move goes on.
        stopLeaving(world, host.id)
        setHost(world, host.id, 'up')
        job.end(true)
        return
      }
      bringUp(world, host.id, cause)
    },
  })
})

onAction('hosts', 'install', (call) => {
  const { world } = call
  const host = rowOf(call, 'hosts')
  const { activate = true, reboot = true } = actionOf(call)
  run(call, host, {
    name: 'InstallVds', permit: 'edit_host_configuration', keepsLock: false,
    validate: () => {
      checkHostStatus('install', host)
      if (world.tables.vms.by('host', host.id).length > 0) refuse('VDS_CANNOT_INSTALL_STATUS_ILLEGAL')
    },
    execute: (cause) => beginInstallation(world, host.id, cause, { activate, reboot }),
  })
})

onAction('hosts', 'approve', (call) => {
  const { world } = call
  const host = rowOf(call, 'hosts')
  const { activate = true, reboot = true, cluster } = actionOf(call)
  run(call, host, {
    name: 'ApproveVds', permit: 'create_host', job: `Approving host ${host.name}`,
    validate: () => {
      checkHostStatus('approve', host)
      if (cluster?.id !== undefined && !world.tables.clusters.get(cluster.id)) refuse('VDS_CLUSTER_IS_NOT_VALID')
    },
    execute: (cause) => {
      if (cluster?.id !== undefined) world.tables.hosts.change(host.id, (row) => { row.cluster = { id: cluster.id ?? row.cluster.id } })
      tell(world, 'VDS_APPROVE', cause, { host })
      beginInstallation(world, host.id, cause, { activate, reboot })
    },
  })
})

onAction('hosts', 'upgradecheck', (call) => {
  const host = rowOf(call, 'hosts')
  run(call, host, {
    name: 'HostUpgradeCheck', permit: 'edit_host_configuration',
    validate: () => checkHostStatus('upgrade_check', host),
    execute: (cause) => beginUpgradeCheck(call.world, host, cause),
  })
})

onAction('hosts', 'upgrade', (call) => {
  const { world } = call
  const host = rowOf(call, 'hosts')
  const { reboot = true } = actionOf(call)
  run(call, host, {
    name: 'UpgradeHost', permit: 'edit_host_configuration',
    validate: () => {
      checkHostStatus('upgrade', host)
      if (host.update_available !== true) refuse('NO_AVAILABLE_UPDATES_FOR_HOST')
      if (host.status !== 'maintenance') checkMaintenance(world, host)
    },
    execute: (cause) => {
      tell(world, 'HOST_UPGRADE_STARTED', cause, { host })
      const from = host.status === 'maintenance' ? 'maintenance' : 'up'
      if (from === 'maintenance') beginUpgrade(world, host.id, cause, { reboot, from })
      else beginMaintenance(world, host.id, { ...cause, jobId: '' }, undefined, { reboot, from })
    },
  })
})

onAction('hosts', 'enrollcertificate', (call) => {
  const host = rowOf(call, 'hosts')
  run(call, host, {
    name: 'HostEnrollCertificate', permit: 'edit_host_configuration',
    validate: () => checkHostStatus('enroll_certificate', host),
    execute: (cause) => beginEnrollment(call.world, host.id, cause),
  })
})

onAction('hosts', 'refresh', (call) => {
  const host = rowOf(call, 'hosts')
  run(call, host, {
    name: 'RefreshHostCapabilities', permit: 'manipulate_host',
    validate: () => checkHostStatus('refresh', host),
    execute: (cause) => laterForHost(call.world, host, seconds.refresh, 'host.refreshed', cause),
  })
})
onHostTask('host.refreshed', (world, host, cause) => tell(world, 'HOST_REFRESHED_CAPABILITIES', cause, { host }))

onAction('hosts', 'forceselectspm', (call) => {
  const { world } = call
  const host = rowOf(call, 'hosts')
  run(call, host, {
    name: 'ForceSelectSPM', permit: 'manipulate_host', job: `Selecting host ${host.name} as storage pool manager`, atOnce: true,
    validate: () => checkSelectSpm(world, host),
    execute: (cause) => {
      tell(world, 'USER_FORCE_SELECTED_SPM', cause, { host })
      moveSpm(world, host)
    },
  })
})

onAction('hosts', 'fence', (call) => {
  const { world } = call
  const host = rowOf(call, 'hosts')
  const action = actionOf(call)
  const kind = action.fence_type?.toLowerCase()
  switch (kind) {
    case 'status':
      run(call, host, { name: 'GetVdsFenceStatus', permit: 'manipulate_host', atOnce: true, validate: () => checkFencing(world, host, true), execute: () => undefined })
      return { power_management: { status: host.status === 'down' ? 'off' : 'on' } }
    case 'start':
      run(call, host, {
        name: 'StartVds', permit: 'manipulate_host', job: `Starting host ${host.name}`,
        validate: () => {
          checkFencing(world, host)
          checkHostStatus('fence_start', host)
        },
        execute: (cause) => fenceStart(world, host.id, cause),
      })
      return undefined
    case 'stop':
      run(call, host, {
        name: 'StopVds', permit: 'manipulate_host', job: `Stopping host ${host.name}`,
        validate: () => {
          checkFencing(world, host)
          checkHostStatus('fence_stop', host)
        },
        execute: (cause) => fenceStop(world, host.id, cause),
      })
      return undefined
    case 'restart':
      run(call, host, {
        name: 'RestartVds', permit: 'manipulate_host', job: `Restarting host ${host.name}`,
        validate: () => checkFencing(world, host),
        execute: (cause) => {
          if (host.status === 'preparing_for_maintenance') stopLeaving(world, host.id)
          fenceRestart(world, host.id, cause, action.maintenance_after_restart === true || host.status === 'maintenance' ? 'maintenance' : 'up')
        },
      })
      return undefined
    case 'manual':
      run(call, host, {
        name: 'FenceVdsManualy', permit: 'manipulate_host', job: `Confirming that host ${host.name} was restarted`, atOnce: true,
        validate: () => checkConfirmRebooted(world, host),
        execute: (cause) => confirmRebooted(world, host, cause),
      })
      return undefined
    default:
      throw new PlainFault(400, 'Operation Failed', `[fence_type must be one of manual, restart, start, status, stop]`)
  }
})
