import type { Ref } from './entity.ts'

/** A storage domain. Sizes in bytes. Source: StorageDomainMapper.java. */
export interface StorageDomain {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly comment: string
  /** only `unattached` in the flat list; under a data center the status there; else absent */
  readonly status?: string | undefined
  readonly externalStatus?: string | undefined
  /** data, iso, export, image, volume, managed_block_storage */
  readonly type: string
  readonly master: boolean
  readonly storageType?: string | undefined
  readonly storageAddress?: string | undefined
  readonly storagePath?: string | undefined
  readonly nfsVersion?: string | undefined
  readonly mountOptions?: string | undefined
  readonly format?: string | undefined
  readonly availableBytes?: number | undefined
  readonly usedBytes?: number | undefined
  readonly committedBytes?: number | undefined
  readonly blockSizeBytes?: number | undefined
  readonly warningLowSpacePercent?: number | undefined
  readonly criticalSpaceGib?: number | undefined
  readonly wipeAfterDelete: boolean
  readonly discardAfterDelete: boolean
  readonly supportsDiscard?: boolean | undefined
  readonly backup: boolean
  readonly dataCenters: readonly Ref[]
}
