/** Use of a storage domain, read from the disks that lie on it, so that it can never disagree with them. */
import type { StorageDomainRow } from '../rows.ts'
import type { World } from '../world.ts'

const gib = 1024 ** 3
/** Two OVF stores of 128 MiB each and the domain's own metadata. Source: sample topology, rule 4. */
export const domainOverheadBytes = 2 * 128 * 1024 ** 2 + gib

export interface Capacity { readonly sizeBytes: number; readonly usedBytes: number; readonly availableBytes: number; readonly committedBytes: number }

/** Bytes in whole GiB, as the engine reports domains; undefined for one that has no size (an image repository). */
export function domainCapacity(world: World, domain: StorageDomainRow): Capacity | undefined {
  const sizeBytes = domain.hidden.sizeBytes
  if (sizeBytes === undefined) return undefined
  let used = domain.type === 'data' ? domainOverheadBytes : 0
  let committed = 0
  for (const file of domain.hidden.files) used += file.sizeBytes
  for (const disk of world.tables.disks.by('storage_domain', domain.id)) {
    used += disk.total_size ?? disk.actual_size ?? 0
    committed += disk.provisioned_size ?? 0
  }
  const usedBytes = Math.ceil(used / gib) * gib
  return { sizeBytes, usedBytes, availableBytes: sizeBytes - usedBytes, committedBytes: Math.ceil(committed / gib) * gib }
}
