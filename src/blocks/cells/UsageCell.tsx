import { useQuery } from '@tanstack/react-query'
import { toUtilisation } from '../../domain/statistics.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import type { MeasuredType } from '../../engine/resources/statistics.ts'
import { PercentCell, SparkCell } from './cells.tsx'

export type Measure = 'cpu' | 'memory' | 'network'

interface UsageCellProps {
  readonly type: MeasuredType
  readonly id: string
  readonly measure: Measure
  /** false where nothing runs that could be measured: nothing is asked and nothing drawn */
  readonly isMeasured: boolean
}

/**
 * Load of one VM or host: its course where the engine keeps one, else a bar. The readings of all rows in view are asked
 * for together and renewed once a minute (live/).
 */
export const UsageCell = ({ type, id, measure, isMeasured }: UsageCellProps) => {
  const { data } = useQuery({ ...statisticsQuery(type, id), enabled: isMeasured })
  if (!isMeasured || !data) return null
  const load = toUtilisation(data)
  const [percent, history] = ({
    cpu: [load.cpuPercent, load.cpuHistory],
    memory: [load.memoryPercent, load.memoryHistory],
    network: [load.networkPercent, load.networkHistory],
  } as const)[measure]
  return history.length > 1 ? <SparkCell percents={history} /> : <PercentCell percent={percent} />
}
