import { useQuery } from '@tanstack/react-query'
import { TimeChart } from '../../blocks/charts/TimeChart.tsx'
import type { Host } from '../../domain/host.ts'
import { isHostMeasured } from '../../domain/hostStatus.ts'
import { hostTraffic } from '../../engine/resources/hostTraffic.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

/** The time axis is at least this long, so that the first readings stand at its end. */
const shortestMs = 10 * 60_000

/** Load of a host from the moment this page first looked: unlike of virtual machines, the engine keeps no history of hosts. */
export const HostCharts = ({ host }: { readonly host: Host }) => {
  const { t } = useText()
  const { percent, time } = useFormat()
  const isMeasured = isHostMeasured(host)
  const { data: load } = useQuery({ ...statisticsQuery('host', host.id), enabled: isMeasured })
  const { data: traffic } = useQuery({ ...hostTraffic(host.id), enabled: isMeasured })
  if (!isMeasured) return <p>{t('host.charts.none')}</p>
  const loads = load?.course ?? []
  const rates = traffic?.course ?? []
  const times = [...loads, ...rates].map(({ atMs }) => atMs)
  const toMs = Math.max(...times, 0)
  const axis = { group: `host-${host.id}`, fromMs: Math.min(...times, toMs - shortestMs), toMs, format: percent, most: 100 }
  return (
    <div className="host-charts" data-feature="plus.host.charts">
      <TimeChart
        title="host.charts.load" {...axis}
        data={{
          timesMs: loads.map(({ atMs }) => atMs),
          series: [{ label: 'field.cpu', values: loads.map(({ cpuPercent }) => cpuPercent) }, { label: 'field.memory', values: loads.map(({ memoryPercent }) => memoryPercent) }],
        }}
      />
      <TimeChart
        title="host.charts.network" {...axis}
        data={{ timesMs: rates.map(({ atMs }) => atMs), series: [{ label: 'host.charts.busiest', values: rates.map((rate) => rate.percent) }] }}
      />
      {times.length > 0 && <p className="host-charts__since">{t('host.charts.since', { time: time(Math.min(...times)) })}</p>}
    </div>
  )
}
