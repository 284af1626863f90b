import type { IpAddress, Nic, ReportedDevice } from '../../domain/nic.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, list, named, ref } from '../decode.ts'
import { collectionPaths } from '../paths.ts'

export const decodeIp = (wire: Wire.Ip | undefined): IpAddress | undefined =>
  wire?.address === undefined ? undefined : { address: wire.address, version: wire.version, netmask: wire.netmask, gateway: wire.gateway }

export const decodeReportedDevice = (wire: Wire.ReportedDevice): ReportedDevice => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  macAddress: wire.mac?.address,
  ips: list(wire.ips?.ip).flatMap((ip) => decodeIp(ip) ?? []),
})

export const decodeNic = (wire: Wire.Nic): Nic => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  vm: ref(wire.vm),
  vnicProfile: ref(wire.vnic_profile),
  interface: wire.interface,
  linked: flag(wire.linked, false),
  plugged: flag(wire.plugged, false),
  synced: flag(wire.synced),
  macAddress: wire.mac?.address,
  reportedDevices: list(wire.reported_devices?.reported_device).map(decodeReportedDevice),
  filterParameters: named(wire.network_filter_parameters?.network_filter_parameter),
})

/** NICs of one VM with what the guest agent reports about them. */
export const vmNics = defineChildren<Nic, Wire.Nic>({
  parent: { type: 'vm', path: collectionPaths.vm },
  path: 'nics',
  element: 'nic',
  decode: decodeNic,
  params: { follow: 'reporteddevices,networkfilterparameters' },
})

/** Interfaces and addresses inside the guest. Lists of VMs do not carry them: one request per VM, for rows in view only. */
export const vmReportedDevices = defineChildren<ReportedDevice, Wire.ReportedDevice>({
  parent: { type: 'vm', path: collectionPaths.vm },
  path: 'reporteddevices',
  element: 'reported_device',
  decode: decodeReportedDevice,
})
