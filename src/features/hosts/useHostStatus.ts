import { useQuery } from '@tanstack/react-query'
import { clustersQuery } from '../../blocks/cells/dataCenterOf.ts'
import type { Status } from '../../blocks/status/status.ts'
import type { Cluster } from '../../domain/cluster.ts'
import type { Host } from '../../domain/host.ts'
import { hostOverlay, hostStatusKind } from '../../domain/hostStatus.ts'

/** Status of a host with the reasons that call for attention; some depend on its cluster. */
export const toHostStatus = (host: Host, clusters: readonly Cluster[] | undefined): Status => {
  const cluster = clusters?.find(({ id }) => id === host.cluster?.id)
  const lines = hostOverlay({ ...host, clusterFencingEnabled: cluster?.fencingEnabled })
  return { type: 'host', kind: hostStatusKind(host), word: host.status, ...(lines.length > 0 && { marks: [{ mark: 'alert', lines }] }) }
}

/** The same inside of components: the clusters are read once for all. */
export const useHostStatus = (): ((host: Host) => Status) => {
  const { data } = useQuery(clustersQuery)
  return (host) => toHostStatus(host, data)
}
