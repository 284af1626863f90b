import { useEffect, useLayoutEffect, useRef } from 'react'
import UPlot from 'uplot'
import type { AlignedData } from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { ChartData } from './series.ts'

interface PlotProps {
  readonly data: ChartData
  readonly labels: readonly string[]
  readonly group: string
  readonly fromMs: number
  readonly toMs: number
  readonly format: (value: number) => string
  /** a moment on the time axis, milliseconds since 1970 */
  readonly formatTime: (ms: number) => string
  readonly timeLabel: string
  readonly most: number | undefined
}

const colourTokens = ['--pf-t--global--color--brand--default', '--pf-t--global--color--status--warning--default', '--pf-t--global--color--status--success--default', '--pf-t--global--color--status--info--default']
/** Room for the legend below the drawing. */
const legendPx = 32
const tickSpacePx = 90
const token = (element: Element, name: string, fallback: string): string => getComputedStyle(element).getPropertyValue(name).trim() || fallback

/** uPlot counts time in seconds and knows null for a gap. */
const toAligned = ({ timesMs, series }: ChartData): AlignedData => [
  timesMs.map((ms) => ms / 1000),
  ...series.map(({ values }) => values.map((value) => value ?? null)),
]

/** The drawing itself, on a canvas; colours come from the theme and follow its change. */
export const Plot = ({ data, labels, group, fromMs, toMs, format, formatTime, timeLabel, most }: PlotProps) => {
  const box = useRef<HTMLDivElement>(null)
  const plot = useRef<UPlot>(undefined)
  const latest = useRef({ data, fromMs, toMs, format, formatTime, timeLabel })
  useLayoutEffect(() => { latest.current = { data, fromMs, toMs, format, formatTime, timeLabel } })
  const lines = labels.join('\n')

  useEffect(() => {
    const element = box.current
    if (!element) return
    const build = (): void => {
      plot.current?.destroy()
      const text = token(element, '--pf-t--global--text--color--subtle', 'GrayText')
      const grid = { stroke: token(element, '--pf-t--global--border--color--default', 'GrayText'), width: 1 }
      plot.current = new UPlot({
        width: element.clientWidth,
        height: element.clientHeight - legendPx,
        legend: { live: true },
        cursor: { sync: { key: group }, drag: { x: false, y: false } },
        scales: { x: { range: () => [latest.current.fromMs / 1000, latest.current.toMs / 1000] }, y: { range: (_, __, top) => [0, most ?? Math.max(1, top)] } },
        axes: [{ stroke: text, grid, space: tickSpacePx, values: (_, ticks) => ticks.map((tick) => latest.current.formatTime(tick * 1000)) }, { stroke: text, grid, size: 70, values: (_, ticks) => ticks.map((tick) => latest.current.format(tick)) }],
        series: [{ label: latest.current.timeLabel, value: (_, seconds) => (seconds === null ? '–' : latest.current.formatTime(seconds * 1000)) }, ...lines.split('\n').map((label, index) => ({
          label, stroke: token(element, colourTokens[index % colourTokens.length] ?? '', 'CanvasText'), width: 2, points: { show: (_plot: UPlot, _index: number, from: number, to: number) => to - from < 2 },
          value: (_: UPlot, value: number | null) => (value === null ? '–' : latest.current.format(value)),
        }))],
      }, toAligned(latest.current.data), element)
    }
    build()
    const sizes = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height: element.clientHeight - legendPx }))
    sizes.observe(element)
    const themes = new MutationObserver(build)
    themes.observe(document.documentElement, { attributeFilter: ['class'] })
    return () => {
      sizes.disconnect()
      themes.disconnect()
      plot.current?.destroy()
      plot.current = undefined
    }
  }, [group, lines, most])

  useEffect(() => plot.current?.setData(toAligned(data)), [data, fromMs, toMs])
  return <div ref={box} className="time-chart" style={{ height: '100%' }} />
}
