/** Devices of hosts, and those of them that VMs have. Source: HostDeviceMapper. */
import { Encoded } from '../encode.ts'
import type { Call } from '../call.ts'
import { collection } from '../registry.ts'
import type { HostDeviceRow } from '../rows.ts'

const showDevice = (row: HostDeviceRow, { base }: Call): object => ({
  ...row, host: { id: row.hostId }, ...row.vmId !== undefined && { vm: { id: row.vmId } },
  ...row.parentId !== undefined && { parent_device: new Encoded({ href: `${base}/hosts/${row.hostId}/devices/${row.parentId}`, id: row.parentId }) },
})
const onHost = ({ world, ids }: Call): readonly HostDeviceRow[] => [...world.tables.hostDevices.by('hostId', ids[0] ?? '')].sort((one, other) => (one.name < other.name ? -1 : 1))
const ofVm = ({ world, ids }: Call): readonly HostDeviceRow[] => world.tables.hostDevices.by('vmId', ids[0] ?? '')
for (const [place, list] of [['hosts/devices', onHost], ['vms/hostdevices', ofVm]] as const) {
  collection(place, { type: 'HostDevice', list, find: (call, id) => list(call).find((row) => row.id === id), show: showDevice })
}
