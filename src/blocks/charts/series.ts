import type { MessageKey } from '../../i18n/messages.ts'

/** One line of a chart: values at the times of the chart, undefined where nothing was measured. */
export interface Series { readonly label: MessageKey; readonly values: readonly (number | undefined)[] }

export interface ChartData {
  /** milliseconds since 1970, rising */
  readonly timesMs: readonly number[]
  readonly series: readonly Series[]
}

/** Newest, lowest and highest value of a series, for those who do not see the picture. */
export const summarize = ({ values }: Series): { readonly last: number; readonly lowest: number; readonly highest: number } | undefined => {
  const known = values.filter((value) => value !== undefined)
  const last = known.at(-1)
  return last === undefined ? undefined : { last, lowest: Math.min(...known), highest: Math.max(...known) }
}
