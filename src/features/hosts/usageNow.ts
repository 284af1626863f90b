import { toUtilisation } from '../../domain/statistics.ts'
import { queryClient } from '../../engine/cache.ts'
import { hostTraffic } from '../../engine/resources/hostTraffic.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'

/** Load in whole percent as far as it was read, for exported rows: what was never in view was not measured. */
export function usageNow(hostId: string, of: 'memoryPercent' | 'cpuPercent' | 'networkPercent'): number | undefined {
  const measured = queryClient.getQueryData(statisticsQuery('host', hostId).queryKey)
  const percent = of === 'networkPercent' ? queryClient.getQueryData(hostTraffic(hostId).queryKey)?.percent : measured && toUtilisation(measured)[of]
  return percent === undefined ? undefined : Math.round(percent)
}
