import type { Cluster } from '../../domain/cluster.ts'
import { condition, conjoin } from '../../domain/search/write.ts'
import { countQuery } from '../../engine/counts.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { vms } from '../../engine/resources/vms.ts'

/** REST tells no counters of clusters: what a cluster holds is searched for by its name. */
export const hostsOfCluster = ({ name }: Pick<Cluster, 'name'>) => condition('host', 'cluster', '=', name)
export const vmsOfCluster = ({ name }: Pick<Cluster, 'name'>) => condition('vm', 'cluster', '=', name)

export const hostCount = (cluster: Cluster) => countQuery(hosts, hostsOfCluster(cluster))
export const vmCount = (cluster: Cluster) => countQuery(vms, vmsOfCluster(cluster))
/** Hosts of the cluster that know of updates. */
export const updateCount = (cluster: Cluster) => countQuery(hosts, conjoin('host', hostsOfCluster(cluster), condition('host', 'update_available', '=', true)))
