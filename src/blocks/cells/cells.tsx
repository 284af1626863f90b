import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useFormat } from '../../i18n/format.ts'
import type { Moment } from '../../i18n/format.ts'
import './cells.css'

/** Size in bytes. */
export const SizeCell = ({ bytes }: { readonly bytes: number | undefined }) => useFormat().bytes(bytes)

/** 0 to 100 as a bar with the number; the bar warns from 80 and alarms from 95. */
export const PercentCell = ({ percent }: { readonly percent: number | undefined }) => {
  const format = useFormat()
  if (percent === undefined) return null
  const within = Math.min(100, Math.max(0, percent))
  const tone = within >= 95 ? 'danger' : within >= 80 ? 'warning' : 'usual'
  return (
    <span className="percent-cell">
      <span aria-hidden className={`percent-cell__bar percent-cell__bar--${tone}`}><span style={{ inlineSize: `${within}%` }} /></span>
      <span>{format.percent(percent)}</span>
    </span>
  )
}

/** How long ago, with the moment itself on hover. */
export const DateCell = ({ at }: { readonly at: Moment | undefined }) => {
  const format = useFormat()
  if (at === undefined) return null
  return <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>{format.relative(at)}</time>
}

/** The moment itself, to the second, as details show it. */
export const MomentCell = ({ at }: { readonly at: Moment | undefined }) => {
  const format = useFormat()
  if (at === undefined) return null
  return <time dateTime={new Date(at).toISOString()} title={format.relative(at)}>{format.dateTime(at)}</time>
}

/** A link to a page of ours. Inside a table the arrow keys reach it, so it is no tab stop of its own. */
export const LinkCell = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <Link to={to} tabIndex={-1}><bdi>{children}</bdi></Link>
)

/** Addresses and ids. */
export const CodeCell = ({ children }: { readonly children: string | undefined }) => (children === undefined ? null : <code title={children}><bdi>{children}</bdi></code>)

const sparkWidth = 60
const sparkHeight = 16

/** The course of a percentage as a thin line, newest at the end; the last value is written beside it. */
export const SparkCell = ({ percents }: { readonly percents: readonly number[] }) => {
  const format = useFormat()
  const last = percents.at(-1)
  if (last === undefined) return null
  const points = percents.map((percent, index) => `${(index / Math.max(1, percents.length - 1)) * sparkWidth},${sparkHeight - (Math.min(100, percent) / 100) * sparkHeight}`)
  return (
    <span className="percent-cell">
      <svg aria-hidden className="spark-cell" width={sparkWidth} height={sparkHeight} viewBox={`0 0 ${sparkWidth} ${sparkHeight}`}><polyline points={points.join(' ')} fill="none" /></svg>
      <span>{format.percent(last)}</span>
    </span>
  )
}
