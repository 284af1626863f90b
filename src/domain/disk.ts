import type { Ref } from './entity.ts'

/** A virtual disk. Sizes in bytes. Source: DiskMapper.java. */
export interface Disk {
  readonly id: string
  /** alias, else name */
  readonly name: string
  readonly description: string
  /** ok, locked, illegal; absent for LUNs */
  readonly status?: string | undefined
  /** image, lun, managed_block_storage */
  readonly storageType: string
  readonly contentType: string
  readonly format?: string | undefined
  readonly sparse: boolean
  readonly shareable: boolean
  readonly wipeAfterDelete: boolean
  readonly propagateErrors: boolean
  /** none, incremental */
  readonly backup?: string | undefined
  readonly provisionedBytes: number
  readonly actualBytes?: number | undefined
  readonly totalBytes?: number | undefined
  readonly imageId?: string | undefined
  readonly qcowVersion?: string | undefined
  readonly storageDomains: readonly Ref[]
  readonly quota?: Ref | undefined
  readonly diskProfile?: Ref | undefined
  /** VMs that have it; only where the answer says so */
  readonly vms: readonly Ref[]
  readonly template?: Ref | undefined
  readonly lun?: Lun | undefined
}

export interface Lun {
  readonly id: string
  readonly sizeBytes?: number | undefined
  readonly serial?: string | undefined
  readonly vendor?: string | undefined
  readonly product?: string | undefined
  readonly paths?: number | undefined
}

/** A disk as one VM or template has it. `id` equals the disk's. Source: DiskAttachmentMapper.java. */
export interface DiskAttachment {
  readonly id: string
  readonly name: string
  readonly active: boolean
  readonly bootable: boolean
  readonly readOnly: boolean
  readonly passDiscard: boolean
  readonly usesScsiReservation: boolean
  readonly interface?: string | undefined
  /** device name inside the guest */
  readonly logicalName?: string | undefined
  /** the disk itself where it was read along */
  readonly disk?: Disk | undefined
  readonly vm?: Ref | undefined
}
