import type { HostDevice } from '../../domain/hostDevice.ts'
import type { HostNic, NetworkAttachment } from '../../domain/hostNic.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, int, list, named, ref, refs } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { decodeIp } from './nics.ts'

const parent = { type: 'host', path: collectionPaths.host } as const

export const decodeHostNic = (wire: Wire.HostNic): HostNic => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  host: ref(wire.host),
  network: ref(wire.network),
  macAddress: wire.mac?.address,
  status: wire.status,
  speedBps: int(wire.speed),
  mtu: int(wire.mtu),
  vlanId: int(wire.vlan?.id),
  baseInterface: wire.base_interface,
  bridged: flag(wire.bridged, false),
  ipv4: decodeIp(wire.ip),
  ipv6: decodeIp(wire.ipv6),
  bootProtocol: wire.boot_protocol,
  ipv6BootProtocol: wire.ipv6_boot_protocol,
  bondSlaves: refs(wire.bonding?.slaves?.host_nic),
  bondOptions: named(wire.bonding?.options?.option),
  activeSlave: ref(wire.bonding?.active_slave),
  adPartnerMac: wire.bonding?.ad_partner_mac?.address,
  physicalFunction: ref(wire.physical_function),
})

export const decodeNetworkAttachment = (wire: Wire.NetworkAttachment): NetworkAttachment => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  network: ref(wire.network),
  hostNic: ref(wire.host_nic),
  inSync: flag(wire.in_sync, true),
  addresses: list(wire.ip_address_assignments?.ip_address_assignment).flatMap(({ assignment_method, ip }) => {
    const address = decodeIp(ip)
    return address ? [{ ...address, method: assignment_method }] : []
  }),
  differences: list(wire.reported_configurations?.reported_configuration)
    .filter(({ in_sync }) => !flag(in_sync, true))
    .map(({ name = '', expected_value = '', actual_value = '' }) => ({ name, expected: expected_value, actual: actual_value })),
  properties: named(wire.properties?.property),
})

export const decodeHostDevice = (wire: Wire.HostDevice): HostDevice => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  capability: wire.capability,
  vendor: wire.vendor?.name,
  product: wire.product?.name,
  driver: wire.driver,
  iommuGroup: int(wire.iommu_group),
  virtualFunctions: int(wire.virtual_functions),
  placeholder: flag(wire.placeholder, false),
  parentDevice: ref(wire.parent_device),
  physicalFunction: ref(wire.physical_function),
  vm: ref(wire.vm),
  mediatedTypes: list(wire.m_dev_types?.m_dev_type).map(({ name = '', human_readable_name, available_instances }) => ({
    name,
    label: human_readable_name ?? name,
    availableInstances: int(available_instances),
  })),
})

export const hostNics = defineChildren<HostNic, Wire.HostNic>({ parent, path: 'nics', element: 'host_nic', decode: decodeHostNic })
export const hostNetworkAttachments = defineChildren<NetworkAttachment, Wire.NetworkAttachment>({
  parent,
  path: 'networkattachments',
  element: 'network_attachment',
  decode: decodeNetworkAttachment,
})
export const hostDevices = defineChildren<HostDevice, Wire.HostDevice>({ parent, path: 'devices', element: 'host_device', decode: decodeHostDevice })
/** Devices of hosts that one VM is given. */
export const vmHostDevices = defineChildren<HostDevice, Wire.HostDevice>({
  parent: { type: 'vm', path: collectionPaths.vm },
  path: 'hostdevices',
  element: 'host_device',
  decode: decodeHostDevice,
})
