import { transitionalHostStatuses } from '../../domain/hostStatus.ts'
import type { Host, HostedEngineState } from '../../domain/host.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { flag, identity, int, list, ref, target, version } from '../decode.ts'
import { defineResource } from '../resource.ts'

const decodeHostedEngine = (wire: Wire.HostedEngine | undefined): HostedEngineState | undefined =>
  wire && {
    configured: flag(wire.configured, false),
    active: flag(wire.active, false),
    score: int(wire.score, 0),
    globalMaintenance: flag(wire.global_maintenance, false),
    localMaintenance: flag(wire.local_maintenance, false),
  }

export function decodeHost(wire: Wire.Host): Host {
  const { topology } = wire.cpu ?? {}
  const sockets = int(topology?.sockets, 1)
  const coresPerSocket = int(topology?.cores, 1)
  const hardware = wire.hardware_information
  return {
    ...identity(wire),
    status: wire.status ?? 'unassigned',
    statusDetail: wire.status_detail,
    address: wire.address ?? '',
    displayAddress: wire.display?.address,
    cluster: ref(wire.cluster),
    type: wire.type,
    externalStatus: wire.external_status,
    updateAvailable: flag(wire.update_available, false),
    reinstallationRequired: flag(wire.reinstallation_required, false),
    networkOperationInProgress: flag(wire.network_operation_in_progress, false),
    hostedEngine: decodeHostedEngine(wire.hosted_engine),
    powerManagementEnabled: flag(wire.power_management?.enabled, false),
    automaticPowerManagement: flag(wire.power_management?.automatic_pm_enabled, false),
    kdumpDetection: flag(wire.power_management?.kdump_detection, false),
    fenceAgents: list(wire.power_management?.agents?.agent).flatMap(({ type }) => type ?? []),
    spmStatus: wire.spm?.status,
    spmPriority: int(wire.spm?.priority),
    activeVms: int(wire.summary?.active, 0),
    migratingVms: int(wire.summary?.migrating, 0),
    totalVms: int(wire.summary?.total, 0),
    memoryBytes: int(wire.memory),
    maxSchedulingMemoryBytes: int(wire.max_scheduling_memory),
    cpuName: wire.cpu?.name,
    cpuType: wire.cpu?.type,
    cpuSpeedMhz: wire.cpu?.speed,
    sockets,
    coresPerSocket,
    threadsPerCore: int(topology?.threads, 1),
    cores: sockets * coresPerSocket,
    architecture: wire.cpu?.architecture,
    osType: wire.os?.type,
    osVersion: wire.os?.version?.full_version,
    kernelCommandLine: wire.os?.reported_kernel_cmdline,
    vdsmVersion: version(wire.version),
    libvirtVersion: version(wire.libvirt_version),
    hardwareManufacturer: hardware?.manufacturer,
    hardwareProduct: hardware?.product_name,
    hardwareFamily: hardware?.family,
    hardwareVersion: hardware?.version,
    hardwareUuid: hardware?.uuid,
    hardwareSerial: hardware?.serial_number,
    iscsiInitiator: wire.iscsi?.initiator,
    kdumpStatus: wire.kdump_status,
    seLinuxMode: wire.se_linux?.mode,
    ksm: flag(wire.ksm?.enabled),
    transparentHugePages: flag(wire.transparent_hugepages?.enabled),
    devicePassthrough: flag(wire.device_passthrough?.enabled),
    numaSupported: flag(wire.numa_supported),
    ovnConfigured: flag(wire.ovn_configured),
    vgpuPlacement: wire.vgpu_placement,
    sshFingerprint: wire.ssh?.fingerprint,
    sshPort: int(wire.ssh?.port),
    certificateSubject: wire.certificate?.subject,
  }
}

/** Hosts. The hosted-engine state comes with all-content only. */
export const hosts = defineResource<Host, Wire.Host>({
  type: 'host',
  path: 'hosts',
  element: 'host',
  decode: decodeHost,
  searchableById: true,
  transitional: transitionalHostStatuses,
  parents: (host) => target('cluster', host.cluster),
  defaultSort: { field: 'name', descending: false },
  listParams: { all_content: true },
  detailParams: { all_content: true },
})

const withCluster = { touches: (host: Host) => target('cluster', host.cluster) }

export const activateHost = hosts.action('activate', withCluster)
/** To maintenance: the engine moves its VMs away first. */
export const deactivateHost = hosts.action<{ readonly reason?: string; readonly stopGluster?: boolean }>('deactivate', {
  ...withCluster,
  body: (_, input) => ({
    ...(input?.reason ? { reason: input.reason } : {}),
    ...(input?.stopGluster ? { stop_gluster_service: true } : {}),
  }),
})
export const refreshHost = hosts.action('refresh')
/** Asks the host for newer packages; the answer is an event and `updateAvailable`. */
export const checkHostUpgrade = hosts.action('upgradecheck')
export const upgradeHost = hosts.action<{ readonly reboot?: boolean }>('upgrade', { body: (_, input) => ({ reboot: input?.reboot ?? true }) })
export const enrollHostCertificate = hosts.action('enrollcertificate')
export const forceSelectSpm = hosts.action('forceselectspm', withCluster)
export const commitHostNetworks = hosts.action('commitnetconfig')
export const syncHostNetworks = hosts.action('syncallnetworks')

/** `manual` confirms that somebody rebooted it; the others go through its fence agent. Source: FenceType.java. */
export type FenceType = 'restart' | 'start' | 'stop' | 'status' | 'manual'
export const fenceHost = hosts.action<{ readonly type: FenceType; readonly maintenanceAfterRestart?: boolean }>('fence', {
  ...withCluster,
  body: (_, input) => ({
    fence_type: input?.type ?? 'status',
    ...(input?.maintenanceAfterRestart ? { maintenance_after_restart: true } : {}),
  }),
})

export const removeHost = (host: Host, { force = false }: { readonly force?: boolean } = {}) =>
  hosts.remove(host, { query: { force: force ? true : undefined } })
