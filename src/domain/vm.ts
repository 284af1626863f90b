import type { Ref } from './entity.ts'

/** Version as the engine writes it, in parts and whole where it sends the whole. */
export interface Version { readonly major: number; readonly minor: number; readonly full?: string | undefined }

export interface NamedValue { readonly name: string; readonly value: string }

/** What VMs and templates have in common. Sizes in bytes, times as epoch milliseconds. Source: VmBaseMapper.java. */
export interface VmBase {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly comment: string
  /** desktop, server, high_performance */
  readonly type: string
  readonly cluster?: Ref | undefined
  readonly cpuProfile?: Ref | undefined
  readonly quota?: Ref | undefined
  readonly smallIcon?: Ref | undefined
  readonly largeIcon?: Ref | undefined
  /** storage domain of its lease */
  readonly leaseDomain?: Ref | undefined
  readonly memoryBytes: number
  readonly guaranteedMemoryBytes?: number | undefined
  readonly maxMemoryBytes?: number | undefined
  readonly ballooning: boolean
  readonly sockets: number
  readonly coresPerSocket: number
  readonly threadsPerCore: number
  /** sockets × cores × threads */
  readonly vcpus: number
  readonly architecture?: string | undefined
  readonly cpuMode?: string | undefined
  readonly cpuPinningPolicy?: string | undefined
  readonly cpuShares?: number | undefined
  readonly customCpuModel?: string | undefined
  readonly customEmulatedMachine?: string | undefined
  readonly customCompatibilityVersion?: Version | undefined
  readonly customProperties: readonly NamedValue[]
  readonly osType?: string | undefined
  readonly biosType?: string | undefined
  readonly bootDevices: readonly string[]
  readonly bootMenu: boolean
  readonly kernelPath?: string | undefined
  readonly initrdPath?: string | undefined
  readonly kernelCommandLine?: string | undefined
  /** vnc or spice of the configuration; absent for headless VMs */
  readonly displayType?: string | undefined
  readonly videoType?: string | undefined
  readonly monitors: number
  readonly copyPaste: boolean
  readonly fileTransfer: boolean
  readonly smartcard: boolean
  readonly disconnectAction?: string | undefined
  readonly keyboardLayout?: string | undefined
  readonly usb: boolean
  readonly stateless: boolean
  readonly deleteProtected: boolean
  readonly startPaused: boolean
  readonly multiQueues: boolean
  readonly highAvailability: boolean
  readonly priority: number
  readonly resumeBehaviour?: string | undefined
  /** zone name such as `Etc/GMT`, and its offset such as `+01:00` */
  readonly timeZone?: string | undefined
  readonly timeZoneOffset?: string | undefined
  readonly serialNumberPolicy?: string | undefined
  readonly serialNumber?: string | undefined
  readonly domain?: string | undefined
  readonly origin?: string | undefined
  readonly ioThreads?: number | undefined
  readonly createdAt?: number | undefined
  /** migratable, user_migratable, pinned; absent in the view of users */
  readonly migrationMode?: string | undefined
  /** hosts it is pinned to or preferred on */
  readonly pinnedHosts: readonly Ref[]
  readonly migrationPolicy?: Ref | undefined
  /** milliseconds; -1 or absent: the cluster's */
  readonly migrationDowntimeMs?: number | undefined
  readonly autoConverge?: string | undefined
  readonly compressed?: string | undefined
  readonly encrypted?: string | undefined
  /** sent with all-content only */
  readonly serialConsole?: boolean | undefined
  readonly soundcard?: boolean | undefined
  readonly tpm?: boolean | undefined
  readonly rngSource?: string | undefined
  readonly virtioScsi?: boolean | undefined
}

/** A virtual machine. Source: VmMapper.java. Members the engine leaves out stay absent. */
export interface Vm extends VmBase {
  /** a word of `vmStatuses`, or one we do not know; `image_illegal` where REST sends none */
  readonly status: string
  readonly statusDetail?: string | undefined
  readonly stopReason?: string | undefined
  /** where it runs; absent when it does not, and in the view of users */
  readonly host?: Ref | undefined
  readonly template?: Ref | undefined
  readonly originalTemplate?: Ref | undefined
  readonly pool?: Ref | undefined
  readonly instanceType?: Ref | undefined
  readonly fqdn?: string | undefined
  readonly guestOsFamily?: string | undefined
  readonly guestOsDistribution?: string | undefined
  readonly guestOsVersion?: string | undefined
  readonly guestOsCodename?: string | undefined
  readonly guestArchitecture?: string | undefined
  readonly guestKernel?: string | undefined
  readonly guestTimeZone?: string | undefined
  readonly guestTimeZoneOffset?: string | undefined
  /** addresses the guest agent reports; only where the answer carried its reported devices */
  readonly ips: readonly string[]
  readonly startedAt?: number | undefined
  readonly stoppedAt?: number | undefined
  readonly runOnce: boolean
  readonly nextRunConfigurationExists: boolean
  readonly hasIllegalImages: boolean
}
