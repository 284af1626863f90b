import { MomentCell, CodeCell, SizeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Fact, FactCard } from '../../blocks/detail/FactCards.tsx'
import type { Cluster } from '../../domain/cluster.ts'
import type { Host } from '../../domain/host.ts'
import type { Readings } from '../../domain/statistics.ts'
import { EngineWord, HostedEngineFact, HugePagesFact, KernelLine, UsedFact, YesNo } from './FactValues.tsx'
import { SpmCell } from './SpmCell.tsx'
import { VmCountCell } from './VmCountCell.tsx'

/** What the General tab tells of: the host, what was measured on it, its cluster; the latter two as soon as they are read. */
export interface HostGeneral {
  readonly host: Host
  readonly readings: Readings | undefined
  readonly cluster: Cluster | undefined
}

const version = (cluster: Cluster | undefined): string | undefined => cluster?.version && `${cluster.version.major}.${cluster.version.minor}`

const info: readonly Fact<HostGeneral>[] = [
  { id: 'host.general.address', value: ({ host }) => <CodeCell>{host.address}</CodeCell> },
  { id: 'entity.cluster', value: ({ host }) => <RefCell type="cluster" to={host.cluster} /> },
  { id: 'host.general.clusterVersion', value: ({ cluster }) => version(cluster) },
  { id: 'host.general.spm', value: ({ host }) => <SpmCell host={host} /> },
  { id: 'entities.vm', value: ({ host }) => <VmCountCell host={host} /> },
  { id: 'host.general.bootTime', value: ({ readings }) => readings?.values['boot.time'] && <MomentCell at={readings.values['boot.time'] * 1000} /> },
  { id: 'host.general.hostedEngine', value: ({ host }) => <HostedEngineFact agent={host.hostedEngine} /> },
  { id: 'host.general.powerManagement', value: ({ host }) => <YesNo is={host.powerManagementEnabled} /> },
  { id: 'host.general.kdump', value: ({ host }) => host.kdumpStatus && <EngineWord kind="host.kdump" word={host.kdumpStatus} /> },
  { id: 'host.general.iscsi', value: ({ host }) => host.iscsiInitiator && <CodeCell>{host.iscsiInitiator}</CodeCell> },
  { id: 'host.general.passthrough', value: ({ host }) => host.devicePassthrough !== undefined && <YesNo is={host.devicePassthrough} /> },
  { id: 'host.general.selinux', value: ({ host }) => host.seLinuxMode && <EngineWord kind="host.selinux" word={host.seLinuxMode} /> },
]

const memory: readonly Fact<HostGeneral>[] = [
  {
    id: 'host.general.physicalMemory',
    value: ({ host, readings }) => <UsedFact totalBytes={readings?.values['memory.total'] ?? host.memoryBytes} usedBytes={readings?.values['memory.used']} />,
  },
  { id: 'host.general.freeMemory', value: ({ readings }) => <SizeCell bytes={readings?.values['memory.free']} /> },
  { id: 'host.general.sharedMemory', value: ({ readings }) => <SizeCell bytes={readings?.values['memory.shared']} /> },
  { id: 'host.general.schedulingMemory', value: ({ host }) => <SizeCell bytes={host.maxSchedulingMemoryBytes} /> },
  { id: 'host.general.swap', value: ({ readings }) => <UsedFact totalBytes={readings?.values['swap.total']} usedBytes={readings?.values['swap.used']} /> },
  { id: 'host.general.ksm', value: ({ host }) => host.ksm !== undefined && <YesNo is={host.ksm} /> },
  { id: 'host.general.transparentHugePages', value: ({ host }) => host.transparentHugePages !== undefined && <YesNo is={host.transparentHugePages} /> },
  { id: 'host.general.hugePages', value: ({ readings }) => readings && <HugePagesFact values={readings.values} /> },
]

const hardware: readonly Fact<HostGeneral>[] = [
  { id: 'host.general.manufacturer', value: ({ host }) => host.hardwareManufacturer },
  { id: 'host.general.family', value: ({ host }) => host.hardwareFamily },
  { id: 'host.general.product', value: ({ host }) => host.hardwareProduct },
  { id: 'field.version', value: ({ host }) => host.hardwareVersion },
  { id: 'host.general.uuid', value: ({ host }) => host.hardwareUuid && <CodeCell>{host.hardwareUuid}</CodeCell> },
  { id: 'host.general.serial', value: ({ host }) => host.hardwareSerial && <CodeCell>{host.hardwareSerial}</CodeCell> },
  { id: 'host.general.cpuModel', value: ({ host }) => host.cpuName },
  { id: 'host.general.cpuType', value: ({ host }) => host.cpuType },
  { id: 'host.general.sockets', value: ({ host }) => host.cpuName && host.sockets },
  { id: 'host.general.coresPerSocket', value: ({ host }) => host.cpuName && host.coresPerSocket },
  { id: 'host.general.threadsPerCore', value: ({ host }) => host.cpuName && host.threadsPerCore },
  { id: 'host.general.logicalCpus', value: ({ host }) => host.cpuName && host.cores * host.threadsPerCore },
  { id: 'host.general.numa', value: ({ host }) => host.numaSupported !== undefined && <YesNo is={host.numaSupported} /> },
  { id: 'host.general.vgpu', value: ({ host }) => host.vgpuPlacement && <EngineWord kind="host.vgpu" word={host.vgpuPlacement} /> },
]

const software: readonly Fact<HostGeneral>[] = [
  { id: 'host.general.os', value: ({ host }) => [host.osType, host.osVersion].filter((part) => part !== undefined).join(' ') },
  { id: 'host.general.kernelLine', value: ({ host }) => host.kernelCommandLine && <KernelLine text={host.kernelCommandLine} /> },
  { id: 'host.general.libvirt', value: ({ host }) => host.libvirtVersion?.full },
  { id: 'host.general.software', value: ({ host }) => host.vdsmVersion?.full },
  { id: 'host.general.ovn', value: ({ host }) => host.ovnConfigured !== undefined && <YesNo is={host.ovnConfigured} /> },
  { id: 'host.general.ssh', value: ({ host }) => host.sshFingerprint && <CodeCell>{host.sshFingerprint}</CodeCell> },
  { id: 'host.general.sshPort', value: ({ host }) => host.sshPort },
  { id: 'host.general.certificate', value: ({ host }) => host.certificateSubject && <CodeCell>{host.certificateSubject}</CodeCell> },
]

/** The cards of the General tab. What today's portal shows beyond these has no place in REST: kernel, KVM, SPICE, Gluster, Ceph, OVS, nmstate versions. */
export const generalCards: readonly FactCard<HostGeneral>[] = [
  { id: 'host.general.info', facts: info },
  { id: 'host.general.memory', facts: memory },
  { id: 'host.general.hardware', facts: hardware },
  { id: 'host.general.softwareCard', facts: software },
]
