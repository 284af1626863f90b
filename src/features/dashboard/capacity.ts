import type { Cluster } from '../../domain/cluster.ts'
import type { Host } from '../../domain/host.ts'
import { toUtilisation } from '../../domain/statistics.ts'
import type { Readings } from '../../domain/statistics.ts'

/** Use of one cluster: CPU weighted by cores, memory in bytes. Undefined where no host was measured. */
export interface ClusterUse {
  readonly id: string
  readonly name: string
  readonly hostCount: number
  readonly cpuPercent: number | undefined
  readonly memoryUsedBytes: number
  readonly memoryTotalBytes: number
}

type MeasuredHost = Pick<Host, 'id' | 'cluster' | 'cores' | 'memoryBytes'>

/**
 * Use of each cluster by its hosts that are up.
 * In: clusters, hosts, readings by host id. Out: one entry per cluster, those without hosts too, in the given order.
 */
export const toClusterUse = (clusters: readonly Pick<Cluster, 'id' | 'name'>[], hosts: readonly MeasuredHost[], readings: ReadonlyMap<string, Readings>): readonly ClusterUse[] =>
  clusters.map(({ id, name }) => {
    const own = hosts.filter(({ cluster }) => cluster?.id === id)
    const loads = own.flatMap(({ id: hostId, cores, memoryBytes }) => {
      const reading = readings.get(hostId)
      return reading ? [{ ...toUtilisation(reading), cores: cores ?? 1, memoryBytes: memoryBytes ?? 0 }] : []
    })
    const measured = loads.filter(({ cpuPercent }) => cpuPercent !== undefined)
    const cores = measured.reduce((sum, load) => sum + load.cores, 0)
    return {
      id,
      name,
      hostCount: own.length,
      cpuPercent: cores === 0 ? undefined : measured.reduce((sum, load) => sum + (load.cpuPercent ?? 0) * load.cores, 0) / cores,
      memoryUsedBytes: loads.reduce((sum, load) => sum + (load.memoryBytes * (load.memoryPercent ?? 0)) / 100, 0),
      memoryTotalBytes: own.reduce((sum, { memoryBytes }) => sum + (memoryBytes ?? 0), 0),
    }
  })

/** All clusters taken together. */
export const toTotalUse = (clusters: readonly ClusterUse[]): { readonly cpuPercent: number | undefined; readonly memoryUsedBytes: number; readonly memoryTotalBytes: number } => {
  const measured = clusters.filter(({ cpuPercent }) => cpuPercent !== undefined)
  const hosts = measured.reduce((sum, { hostCount }) => sum + hostCount, 0)
  return {
    cpuPercent: hosts === 0 ? undefined : measured.reduce((sum, { cpuPercent, hostCount }) => sum + (cpuPercent ?? 0) * hostCount, 0) / hosts,
    memoryUsedBytes: clusters.reduce((sum, { memoryUsedBytes }) => sum + memoryUsedBytes, 0),
    memoryTotalBytes: clusters.reduce((sum, { memoryTotalBytes }) => sum + memoryTotalBytes, 0),
  }
}

/** Colour bands of today's dashboard: warning from 75 %, error from 90 %. */
export const toBand = (percent: number | undefined): 'danger' | 'warning' | undefined => {
  if (percent === undefined || percent < 75) return undefined
  return percent < 90 ? 'warning' : 'danger'
}
