import { EmptyState, EmptyStateBody, Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { TimeChart } from '../../blocks/charts/TimeChart.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { FaultLine } from '../../blocks/faults/FaultLine.tsx'
import type { Sample } from '../../domain/statistics.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { vms } from '../../engine/resources/vms.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { isHosted } from './vmStatus.ts'

const charts = [
  { title: 'vm.col.cpu_usage', of: (sample: Sample) => sample.cpuPercent },
  { title: 'vm.col.memory_usage', of: (sample: Sample) => sample.memoryPercent },
  { title: 'vm.col.network_usage', of: (sample: Sample) => sample.networkPercent },
] as const

const shortestMs = 20 * 60_000

/** Load of a VM: the twenty minutes that the engine remembers, and what this page has seen since. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { t } = useText()
  const { percent } = useFormat()
  const { row: vm } = useDetail(vms, parentId)
  const runs = vm !== undefined && isHosted(vm)
  const { data, error, refetch } = useQuery({ ...statisticsQuery('vm', parentId), enabled: runs })
  if (vm && !runs) return <EmptyState titleText={t('vm.monitoring.off')} headingLevel="h2" variant="sm"><EmptyStateBody>{t('vm.monitoring.off.advice')}</EmptyStateBody></EmptyState>
  if (!data) return error ? <FaultLine fault={error} onRetry={() => void refetch()} /> : <Skeleton screenreaderText={t('state.loading')} />
  const timesMs = data.course.map(({ atMs }) => atMs)
  const toMs = data.readAt
  const fromMs = Math.min(timesMs[0] ?? toMs, toMs - shortestMs)
  return (
    <div className="vm-charts">
      <p>{t('vm.monitoring.span')}</p>
      {charts.map(({ title, of }) => (
        <TimeChart
          key={title} title={title} data={{ timesMs, series: [{ label: title, values: data.course.map(of) }] }} group={`vm-${parentId}`}
          fromMs={fromMs} toMs={toMs} format={percent} most={100}
        />
      ))}
    </div>
  )
}
