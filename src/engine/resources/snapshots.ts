import type { Snapshot } from '../../domain/snapshot.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { date, flag, identity, int, list, ref } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { toPath } from '../transport.ts'
import { decodeDisk } from './disks.ts'
import { decodeNic } from './nics.ts'

export function decodeSnapshot(wire: Wire.Snapshot): Snapshot {
  const { sockets, cores, threads } = wire.cpu?.topology ?? {}
  return {
    id: wire.id ?? '',
    name: identity(wire).name,
    description: identity(wire).description,
    status: wire.snapshot_status ?? 'ok',
    type: wire.snapshot_type ?? 'regular',
    createdAt: date(wire.date),
    withMemory: flag(wire.persist_memorystate, false),
    vm: ref(wire.vm),
    disks: list(wire.disks?.disk).map(decodeDisk),
    nics: list(wire.nics?.nic).map(decodeNic),
    memoryBytes: int(wire.memory),
    vcpus: sockets === undefined ? undefined : int(sockets, 1) * int(cores, 1) * int(threads, 1),
  }
}

/** Snapshots of one VM, the active state included. */
export const vmSnapshots = defineChildren<Snapshot, Wire.Snapshot>({
  parent: { type: 'vm', path: collectionPaths.vm },
  path: 'snapshots',
  element: 'snapshot',
  decode: decodeSnapshot,
})

const ofSnapshot = (vmId: string) => ({ type: 'vm' as const, path: toPath(collectionPaths.vm, vmId, 'snapshots') })
/** Disks and NICs as one snapshot keeps them; their key hangs below the snapshot's id. */
export const snapshotDisks = (vmId: string) =>
  defineChildren<ReturnType<typeof decodeDisk>, Wire.Disk>({ parent: ofSnapshot(vmId), path: 'disks', element: 'disk', decode: decodeDisk })
export const snapshotNics = (vmId: string) =>
  defineChildren<ReturnType<typeof decodeNic>, Wire.Nic>({ parent: ofSnapshot(vmId), path: 'nics', element: 'nic', decode: decodeNic })
