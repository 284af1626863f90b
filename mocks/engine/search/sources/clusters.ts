/** Clusters and data centers as searches see them. */
import type { ClusterNetworkRow, ClusterRow, DataCenterRow } from '../../rows.ts'
import { unspaced, versionText } from '../rowsOf.ts'
import type { Source } from '../source.ts'

/** A logical network in a cluster, reached only as a relation. */
export const clusterNetwork: Source<ClusterNetworkRow> = {
  object: 'cluster_network',
  cells: {
    network_name: (row, { world }) => world.tables.networks.get(row.networkId)?.name,
    cluster_name: (row, { world }) => world.tables.clusters.get(row.clusterId)?.name,
  },
}

export const cluster: Source<ClusterRow> = {
  object: 'cluster',
  cells: {
    name: (row) => row.name,
    description: (row) => row.description,
    comment: (row) => row.comment,
    architecture: (row) => row.cpu?.architecture ?? 'undefined',
    compatibility_level: (row) => Number(versionText(row.version) ?? Number.NaN),
    cpu_type: (row) => row.cpu?.type,
  },
}

export const dataCenter: Source<DataCenterRow> = {
  object: 'datacenter',
  cells: {
    name: (row) => row.name,
    description: (row) => row.description,
    comment: (row) => row.comment,
    local: (row) => row.local ?? false,
    // REST calls problematic what the language calls non-responsive
    status: (row) => (row.status === 'problematic' ? 'nonresponsive' : unspaced(row.status)),
    compatibility_version: (row) => versionText(row.version),
  },
}
