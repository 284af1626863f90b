/** Rule 7: networks are where they are needed. */
import type { World } from '../../engine/world.ts'
import { reporter } from './violation.ts'
import type { Violation } from './violation.ts'

/** 7. A NIC uses only networks of its cluster; a network that a cluster requires lies on every up host of it. */
export function networksReachTheirUsers(world: World): Violation[] {
  const { found, report } = reporter('networksReachTheirUsers')
  const { clusterNetworks, clusters, hosts, networkAttachments, networks, nics, vms, vnicProfiles } = world.tables
  const attached = new Map([...clusters.all()].map(({ id }) => [id, new Set(clusterNetworks.by('clusterId', id).map(({ networkId }) => networkId))]))
  for (const vm of vms.all()) {
    for (const nic of nics.by('ownerId', vm.id)) {
      if (!nic.vnic_profile) continue
      const networkId = vnicProfiles.get(nic.vnic_profile.id)?.network.id
      if (networkId === undefined) report(`${vm.name} ${nic.name}`, 'uses a vNIC profile that does not exist')
      else if (!attached.get(vm.cluster.id)?.has(networkId)) report(`${vm.name} ${nic.name}`, `uses network ${networks.get(networkId)?.name ?? networkId}, which its cluster does not have`)
    }
  }
  for (const host of hosts.all()) {
    if (host.status !== 'up') continue
    const present = new Set(networkAttachments.by('hostId', host.id).map(({ network }) => network.id))
    for (const { networkId, required } of clusterNetworks.by('clusterId', host.cluster.id)) {
      if (required && !present.has(networkId)) report(host.name, `is up without required network ${networks.get(networkId)?.name ?? networkId}`)
    }
  }
  return found
}
