import '@patternfly/react-styles/css/utilities/Accessibility/accessibility.css'
import { Skeleton } from '@patternfly/react-core'
import { Suspense, lazy } from 'react'
import type { MessageKey } from '../../i18n/messages.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { summarize } from './series.ts'
import type { ChartData } from './series.ts'

const Plot = lazy(async () => ({ default: (await import('./Plot.tsx')).Plot }))

interface TimeChartProps {
  readonly title: MessageKey
  readonly data: ChartData
  /** charts of one group share their time axis and hover line */
  readonly group: string
  /** the axis from and to, in milliseconds; the same for all charts of a group */
  readonly fromMs: number
  readonly toMs: number
  /** how a value is written, on the axis too */
  readonly format: (value: number) => string
  /** fixed top of the scale, such as 100 for percent */
  readonly most?: number
}

const heightRem = 12

/** Course of values over time; the same in words for screen readers. The drawing library is fetched with the first chart. */
export const TimeChart = ({ title, data, group, fromMs, toMs, format, most }: TimeChartProps) => {
  const { t } = useText()
  const { time } = useFormat()
  const words = data.series.map((series) => {
    const summary = summarize(series)
    const name = t(series.label)
    return summary ? t('chart.summary', { name, last: format(summary.last), lowest: format(summary.lowest), highest: format(summary.highest) }) : t('chart.noData', { name })
  })
  return (
    <figure aria-label={t(title)}>
      <figcaption>{t(title)}</figcaption>
      <div aria-hidden style={{ height: `${heightRem}rem` }}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <Plot data={data} labels={data.series.map(({ label }) => t(label))} group={group} fromMs={fromMs} toMs={toMs} format={format} formatTime={time} timeLabel={t('field.time')} most={most} />
        </Suspense>
      </div>
      <p className="pf-v6-u-screen-reader">{words.join(' ')}</p>
    </figure>
  )
}
