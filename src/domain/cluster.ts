import type { Ref } from './entity.ts'
import type { NamedValue, Version } from './vm.ts'

/** A cluster. Source: ClusterMapper.java. */
export interface Cluster {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly comment: string
  readonly dataCenter?: Ref | undefined
  readonly version?: Version | undefined
  readonly cpuType?: string | undefined
  readonly architecture?: string | undefined
  readonly biosType?: string | undefined
  readonly macPool?: Ref | undefined
  readonly schedulingPolicy?: Ref | undefined
  readonly schedulingProperties: readonly NamedValue[]
  readonly virtService: boolean
  readonly glusterService: boolean
  readonly ballooning: boolean
  readonly threadsAsCores: boolean
  readonly ksm: boolean
  readonly ksmAcrossNumaNodes: boolean
  readonly memoryOverCommitPercent?: number | undefined
  readonly transparentHugePages: boolean
  readonly haReservation: boolean
  readonly fencingEnabled: boolean
  /** migrate, migrate_highly_available, do_not_migrate */
  readonly onError?: string | undefined
  readonly migrationPolicy?: Ref | undefined
  readonly migrationBandwidth?: string | undefined
  readonly firewallType?: string | undefined
  readonly switchType?: string | undefined
  readonly vncEncryption: boolean
  readonly fipsMode?: string | undefined
  readonly logMemoryThreshold?: number | undefined
  readonly serialNumberPolicy?: string | undefined
  readonly rngSources: readonly string[]
  readonly upgradeInProgress: boolean
  readonly upgradePercent?: number | undefined
  readonly upgradeCorrelationId?: string | undefined
}
