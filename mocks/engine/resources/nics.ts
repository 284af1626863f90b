/** NICs of VMs, templates and instance types, and what guests report about theirs. Sources: NicMapper, ReportedDeviceMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { collection } from '../registry.ts'
import type { NicRow, VmRow } from '../rows.ts'
import { hexOf } from '../hex.ts'
import { isGuestReporting } from '../statistics/guest.ts'

const owners = { vms: 'vm', templates: 'template', instancetypes: 'instance_type' } as const

for (const [place, member] of Object.entries(owners)) {
  const nicsOf = ({ world, ids }: Call): readonly NicRow[] => [...world.tables.nics.by('ownerId', ids[0] ?? '')].sort((one, other) => (one.name < other.name ? -1 : 1))
  collection(`${place}/nics`, {
    type: 'Nic', list: nicsOf, find: (call, id) => nicsOf(call).find((row) => row.id === id), show: (row: NicRow): object => ({ ...row, [member]: { id: row.ownerId } }),
  })
}

type Device = Model.ReportedDevice & { id: string }

/** Devices that the agent of a running VM reports: eth0 is its first NIC, and only that one has addresses here. */
function devicesOf(vm: VmRow | undefined, nics: readonly NicRow[]): Device[] {
  if (!vm || !isGuestReporting(vm)) return []
  const ordered = [...nics].sort((one, other) => (one.name < other.name ? -1 : 1))
  return ordered.map((nic, number): Device => ({
    id: hexOf(`eth${number}`), name: `eth${number}`, type: 'network', vm: { id: vm.id }, ...nic.mac && { mac: nic.mac }, ...number === 0 && vm.hidden.ips.length > 0 && { ips: vm.hidden.ips },
  }))
}
const ofVm = ({ world: { tables }, ids }: Call) => devicesOf(tables.vms.get(ids[0] ?? ''), tables.nics.by('ownerId', ids[0] ?? ''))
const ofNic = (call: Call) => {
  const nic = call.world.tables.nics.get(call.ids[1] ?? '')
  return ofVm(call).filter(({ mac }) => nic !== undefined && mac?.address === nic.mac?.address)
}
for (const [place, list] of [['vms/reporteddevices', ofVm], ['vms/nics/reporteddevices', ofNic]] as const) {
  collection(place, { type: 'ReportedDevice', list, find: (call, id) => list(call).find((row) => row.id === id), show: (row: Device): object => row })
}
// parameters of network filters belong to editing NICs: nobody has any
collection('vms/nics/networkfilterparameters', { type: 'NetworkFilterParameter', list: () => [], find: () => undefined, show: (row: { id: string }): object => row })
