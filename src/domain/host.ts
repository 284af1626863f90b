import type { Ref } from './entity.ts'
import type { Version } from './vm.ts'

/** State of the hosted-engine agent of a host; sent with all-content. Score 0 to 3400. */
export interface HostedEngineState {
  readonly configured: boolean
  readonly active: boolean
  readonly score: number
  readonly globalMaintenance: boolean
  readonly localMaintenance: boolean
}

/** A host. Sizes in bytes. Source: HostMapper.java. Members the engine leaves out stay absent. */
export interface Host {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly comment: string
  /** a word of `hostStatuses`, or one we do not know */
  readonly status: string
  /** why it is non-operational */
  readonly statusDetail?: string | undefined
  readonly address: string
  /** where consoles of its VMs connect to, when it is not the host's own address */
  readonly displayAddress?: string | undefined
  readonly cluster?: Ref | undefined
  /** rhel, ovirt_node, rhev_h */
  readonly type?: string | undefined
  readonly externalStatus?: string | undefined
  readonly updateAvailable: boolean
  readonly reinstallationRequired: boolean
  readonly networkOperationInProgress: boolean
  readonly hostedEngine?: HostedEngineState | undefined
  readonly powerManagementEnabled: boolean
  readonly automaticPowerManagement: boolean
  readonly kdumpDetection: boolean
  readonly fenceAgents: readonly string[]
  /** none, contending, spm */
  readonly spmStatus?: string | undefined
  readonly spmPriority?: number | undefined
  readonly activeVms: number
  readonly migratingVms: number
  readonly totalVms: number
  readonly memoryBytes?: number | undefined
  readonly maxSchedulingMemoryBytes?: number | undefined
  readonly cpuName?: string | undefined
  readonly cpuType?: string | undefined
  readonly cpuSpeedMhz?: number | undefined
  readonly sockets: number
  readonly coresPerSocket: number
  readonly threadsPerCore: number
  /** physical cores: sockets × cores */
  readonly cores: number
  readonly architecture?: string | undefined
  readonly osType?: string | undefined
  readonly osVersion?: string | undefined
  readonly kernelCommandLine?: string | undefined
  readonly vdsmVersion?: Version | undefined
  readonly libvirtVersion?: Version | undefined
  readonly hardwareManufacturer?: string | undefined
  readonly hardwareProduct?: string | undefined
  readonly hardwareFamily?: string | undefined
  readonly hardwareVersion?: string | undefined
  readonly hardwareUuid?: string | undefined
  readonly hardwareSerial?: string | undefined
  readonly iscsiInitiator?: string | undefined
  readonly kdumpStatus?: string | undefined
  readonly seLinuxMode?: string | undefined
  readonly ksm?: boolean | undefined
  readonly transparentHugePages?: boolean | undefined
  readonly devicePassthrough?: boolean | undefined
  readonly numaSupported?: boolean | undefined
  readonly ovnConfigured?: boolean | undefined
  readonly vgpuPlacement?: string | undefined
  readonly sshFingerprint?: string | undefined
  readonly sshPort?: number | undefined
  readonly certificateSubject?: string | undefined
}
