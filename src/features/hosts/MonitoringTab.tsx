import { EmptyState, EmptyStateBody, Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { TimeChart } from '../../blocks/charts/TimeChart.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { FaultLine } from '../../blocks/faults/FaultLine.tsx'
import { isHostMeasured } from '../../domain/hostStatus.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { hostTraffic } from '../../engine/resources/hostTraffic.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import './hosts.css'

/** The time axis is at least this long, so that the first readings stand at its end. */
const shortestMs = 10 * 60_000

/** Load of a host from the moment this page first looked: unlike of virtual machines, the engine keeps no history of hosts. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { t } = useText()
  const { percent, dateTime } = useFormat()
  const { row: host } = useDetail(hosts, parentId)
  const isMeasured = host !== undefined && isHostMeasured(host)
  const load = useQuery({ ...statisticsQuery('host', parentId), enabled: isMeasured })
  const traffic = useQuery({ ...hostTraffic(parentId), enabled: isMeasured })
  const failed = [load, traffic].find(({ error }) => error)
  if (host && !isMeasured) return <EmptyState titleText={t('host.charts.none')} headingLevel="h2" variant="sm"><EmptyStateBody>{t('host.charts.none.advice')}</EmptyStateBody></EmptyState>
  if (!load.data || !traffic.data) return failed ? <FaultLine fault={failed.error} onRetry={() => void failed.refetch()} /> : <Skeleton screenreaderText={t('state.loading')} />
  const loads = load.data.course
  const rates = traffic.data.course
  const timesMs = [...loads, ...rates].map(({ atMs }) => atMs)
  const toMs = Math.max(...timesMs)
  const sinceMs = Math.min(...timesMs)
  const axis = { group: `host-${parentId}`, fromMs: Math.min(sinceMs, toMs - shortestMs), toMs, format: percent, most: 100 }
  const loadTimes = loads.map(({ atMs }) => atMs)
  return (
    <div className="host-charts">
      <p>{t('host.charts.since', { time: dateTime(sinceMs) })}</p>
      <TimeChart title="host.col.cpu" data={{ timesMs: loadTimes, series: [{ label: 'host.col.cpu', values: loads.map(({ cpuPercent }) => cpuPercent) }] }} {...axis} />
      <TimeChart title="host.col.memory" data={{ timesMs: loadTimes, series: [{ label: 'host.col.memory', values: loads.map(({ memoryPercent }) => memoryPercent) }] }} {...axis} />
      <TimeChart
        title="host.charts.busiest" data={{ timesMs: rates.map(({ atMs }) => atMs), series: [{ label: 'host.charts.busiest', values: rates.map((rate) => rate.percent) }] }} {...axis}
      />
    </div>
  )
}
