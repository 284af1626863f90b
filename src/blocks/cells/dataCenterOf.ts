import type { Ref } from '../../domain/entity.ts'
import { queryClient } from '../../engine/cache.ts'
import { allQuery, loadNames, nameNow } from '../../engine/names.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { afterPaint } from '../../lib/afterPaint.ts'

/** Every cluster, read once: hosts and VMs name only their cluster, its data center has to be looked up. */
const everyCluster = allQuery(clusters)
export const clustersQuery = {
  ...everyCluster,
  // Rows come first, what stands beside them second.
  queryFn: async (context: Parameters<typeof everyCluster.queryFn>[0]) => {
    await afterPaint()
    return everyCluster.queryFn(context)
  },
}

/** Name of the data center of a cluster as far as both were read, for exported columns. */
export const dataCenterNow = (cluster: Ref | undefined): string | undefined => {
  const found = queryClient.getQueryData<Awaited<ReturnType<typeof clustersQuery.queryFn>>>(clustersQuery.queryKey)?.find(({ id }) => id === cluster?.id)
  return nameNow('data_center', found?.dataCenter)
}

/** Reads what `dataCenterNow` needs. */
export const loadDataCenters = async (): Promise<void> => {
  const all = await queryClient.fetchQuery(clustersQuery)
  await loadNames('data_center', all.map(({ dataCenter }) => dataCenter))
}
