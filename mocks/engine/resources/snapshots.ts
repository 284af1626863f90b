/** Snapshots of VMs, to read, with the disks and NICs of their moment. Sources: SnapshotMapper, BackendSnapshotsResource.addVmConfiguration. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { blankId } from '../../../src/domain/entity.ts'
import type { Call } from '../call.ts'
import { collection } from '../registry.ts'
import type { SnapshotRow } from '../rows.ts'
import { showDisk } from './disks.ts'

/** Oldest first, the active one before all. */
const snapshotsOf = ({ world, ids }: Call): SnapshotRow[] =>
  [...world.tables.snapshots.by('vmId', ids[0] ?? '')].sort((one, other) => Number(other.snapshot_type === 'active') - Number(one.snapshot_type === 'active') || one.date - other.date)

collection('vms/snapshots', {
  type: 'Snapshot', list: snapshotsOf, find: (call, id) => snapshotsOf(call).find((row) => row.id === id),
  show: ({ id, description, date, snapshot_type, snapshot_status, persist_memorystate, vmId, config }: SnapshotRow): Model.Snapshot => ({
    id, description, date, snapshot_type, snapshot_status, persist_memorystate,
    // the active snapshot is the VM as it is; the others tell what it was
    vm: snapshot_type === 'active' || !config ? { id: vmId } : { id: vmId, ...config.name !== undefined && { name: config.name }, ...config.cpu && { cpu: config.cpu }, ...config.memory !== undefined && { memory: config.memory } },
  }),
})

const snapshotOf = ({ world, ids }: Call) => world.tables.snapshots.get(ids[1] ?? '')
const disksOf = (call: Call) => (snapshotOf(call)?.diskIds ?? []).flatMap((id) => call.world.tables.disks.get(id) ?? [])
collection('vms/snapshots/disks', { type: 'Disk', list: disksOf, find: (call, id) => disksOf(call).find((row) => row.id === id), show: showDisk })
const nicsOf = ({ world, ids }: Call) => world.tables.nics.by('ownerId', ids[0] ?? '')
collection('vms/snapshots/nics', { type: 'Nic', list: nicsOf, find: (call, id) => nicsOf(call).find((row) => row.id === id), show: (row): object => row })
const drive = { id: blankId }
collection('vms/snapshots/cdroms', { type: 'Cdrom', list: () => [drive], find: (_call, id) => (id === blankId ? drive : undefined), show: (row: { id: string }): object => row })
