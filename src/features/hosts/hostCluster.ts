import { clustersQuery } from '../../blocks/cells/dataCenterOf.ts'
import type { Cluster } from '../../domain/cluster.ts'
import type { Host } from '../../domain/host.ts'
import { queryClient } from '../../engine/cache.ts'

/** Cluster of a host. Rights need all clusters from the start, so they are at hand when somebody acts. */
export const clusterNow = (host: Host): Cluster | undefined =>
  queryClient.getQueryData<readonly Cluster[]>(clustersQuery.queryKey)?.find(({ id }) => id === host.cluster?.id)

/** Does the host serve Gluster volumes? */
export const servesGluster = (host: Host): boolean => clusterNow(host)?.glusterService === true
