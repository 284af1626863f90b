import type { Network } from '../../domain/network.ts'
import type { VnicProfile } from '../../domain/vnicProfile.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, identity, int, list, named, ref, target } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { defineResource } from '../resource.ts'

export const decodeNetwork = (wire: Wire.Network): Network => ({
  ...identity(wire),
  dataCenter: ref(wire.data_center),
  cluster: ref(wire.cluster),
  status: wire.status,
  vlanId: int(wire.vlan?.id),
  mtu: int(wire.mtu, 0),
  usages: list(wire.usages?.usage),
  required: flag(wire.required),
  display: flag(wire.display),
  stp: flag(wire.stp, false),
  portIsolation: flag(wire.port_isolation, false),
  vdsmName: wire.vdsm_name,
  qos: ref(wire.qos),
  externalProvider: ref(wire.external_provider),
  dnsServers: list(wire.dns_resolver_configuration?.name_servers?.name_server),
})

export const networks = defineResource<Network, Wire.Network>({
  type: 'network',
  path: 'networks',
  element: 'network',
  decode: decodeNetwork,
  parents: (network) => target('data_center', network.dataCenter),
  defaultSort: { field: 'name', descending: false },
})

/** Networks of one cluster with their role and status there; of one data center. */
export const clusterNetworks = defineChildren<Network, Wire.Network>({
  parent: { type: 'cluster', path: collectionPaths.cluster },
  path: 'networks',
  element: 'network',
  decode: decodeNetwork,
})
export const dataCenterNetworks = defineChildren<Network, Wire.Network>({
  parent: { type: 'data_center', path: collectionPaths.data_center },
  path: 'networks',
  element: 'network',
  decode: decodeNetwork,
})

export const decodeVnicProfile = (wire: Wire.VnicProfile): VnicProfile => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: wire.description ?? '',
  network: ref(wire.network),
  networkFilter: ref(wire.network_filter),
  qos: ref(wire.qos),
  failover: ref(wire.failover),
  passThrough: wire.pass_through?.mode === 'enabled',
  migratable: flag(wire.migratable),
  portMirroring: flag(wire.port_mirroring, false),
  customProperties: named(wire.custom_properties?.custom_property),
})

/** The engine cannot search vNIC profiles (BackendVnicProfilesResource). */
export const vnicProfiles = defineResource<VnicProfile, Wire.VnicProfile>({
  type: 'vnic_profile',
  path: 'vnicprofiles',
  element: 'vnic_profile',
  decode: decodeVnicProfile,
  parents: (profile) => target('network', profile.network),
  whole: true,
})
