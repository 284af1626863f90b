/** Clusters, to read. Source: BackendClustersResource, ClusterMapper. */
import { childrenBy, collection, wholeTable } from '../registry.ts'
import type { ClusterRow } from '../rows.ts'

const shared = { type: 'Cluster', object: 'cluster', show: (row: ClusterRow): object => row } as const

collection('clusters', { ...wholeTable('clusters'), ...shared, search: 'clusters' })
collection('datacenters/clusters', { ...childrenBy('clusters', 'data_center'), ...shared })
