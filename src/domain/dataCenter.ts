import type { Ref } from './entity.ts'
import type { Version } from './vm.ts'

/** A data center. Source: DataCenterMapper.java; REST `problematic` is NonResponsive inside the engine. */
export interface DataCenter {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly comment: string
  /** uninitialized, up, maintenance, not_operational, problematic, contend, or a word we do not know */
  readonly status: string
  /** storage of one host's own disks */
  readonly local: boolean
  readonly version?: Version | undefined
  readonly supportedVersions: readonly Version[]
  readonly storageFormat?: string | undefined
  readonly quotaMode?: string | undefined
  readonly macPool?: Ref | undefined
}
