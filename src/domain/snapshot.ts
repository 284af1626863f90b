import type { Ref } from './entity.ts'
import type { Disk } from './disk.ts'
import type { Nic } from './nic.ts'

/** A snapshot, the active state included. Source: SnapshotMapper.java. */
export interface Snapshot {
  readonly id: string
  readonly name: string
  readonly description: string
  /** ok, locked, in_preview, or a word we do not know */
  readonly status: string
  /** regular, active, stateless, preview */
  readonly type: string
  readonly createdAt?: number | undefined
  readonly withMemory: boolean
  readonly vm?: Ref | undefined
  /** where they were read along */
  readonly disks: readonly Disk[]
  readonly nics: readonly Nic[]
  readonly memoryBytes?: number | undefined
  readonly vcpus?: number | undefined
}
