/** Networks of data centers, and as clusters use them with status and roles there. Source: NetworkMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import golden from '../../golden/defaults.json' with { type: 'json' }
import type { Call } from '../call.ts'
import { childrenBy, collection, wholeTable } from '../registry.ts'
import type { ClusterNetworkRow, NetworkRow } from '../rows.ts'
import { networkFilterId } from '../networkFilters.ts'

const shared = { type: 'Network', object: 'network', show: (row: NetworkRow): object => row } as const
collection('networks', { ...wholeTable('networks'), ...shared, search: 'networks' })
collection('datacenters/networks', { ...childrenBy('networks', 'data_center'), ...shared })

type Attached = NetworkRow & { use: ClusterNetworkRow }
const attachedTo = ({ world: { tables }, ids }: Call): Attached[] => tables.clusterNetworks.by('clusterId', ids[0] ?? '').flatMap((use) => {
  const network = tables.networks.get(use.networkId)
  return network ? [{ ...network, use }] : []
}).sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))

collection('clusters/networks', {
  type: 'Network', object: 'network', list: attachedTo, find: (call, id) => attachedTo(call).find((row) => row.id === id),
  show: ({ use: { clusterId, display, required, status, usages }, ...network }: Attached): Model.Network => ({ ...network, display, required, status, usages, cluster: { id: clusterId } }),
})

const labelsOf = ({ world, ids }: Call) => (world.tables.networks.get(ids[0] ?? '')?.hidden.labels ?? []).map((id) => ({ id }))
collection('networks/networklabels', { type: 'NetworkLabel', list: labelsOf, find: (call, id) => labelsOf(call).find((row) => row.id === id), show: (row: { id: string }, { ids }): object => ({ ...row, network: { id: ids[0] } }) })

const filters = golden.network_filters.map(([name, version]) => {
  const [major, minor] = String(version).split('.')
  return { id: networkFilterId(String(name)), name: String(name), version: { major: Number(major), minor: Number(minor) } }
})
for (const place of ['networkfilters', 'clusters/networkfilters']) collection(place, { type: 'NetworkFilter', list: () => filters, find: (_call, id) => filters.find((row) => row.id === id), show: (row: (typeof filters)[number]): object => row })
