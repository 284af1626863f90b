/** The promises that `npm run bench` checks, and what the older portal was recorded to need on a machine like the usual one (2 busy cores, no GPU). */
export interface Budget {
  readonly what: string
  readonly unit: 'kB' | 'ms' | 'MB' | 'requests'
  /** undefined: reported, not limited */
  readonly most?: number
  /** ovirt-web-ui 1.9.5, by inventory where it was recorded so */
  readonly peer?: string
  /** inventories it is measured at; all where absent */
  readonly at?: readonly number[]
}

export const inventories = [200, 2_000, 10_000, 50_000] as const

export const budgets = {
  coldBytes: { what: 'VM list, cold: on the wire until the first row', unit: 'kB', most: 350, peer: '2,500' },
  idleBytes: { what: 'VM list, cold: on the wire until idle', unit: 'kB', most: 500, peer: '2,500' },
  requests: { what: 'requests to the engine before the first row', unit: 'requests', most: 6, peer: '≈ 90' },
  firstRow: { what: 'first row visible', unit: 'ms', most: 1000, peer: '2,100 at 200; 3,200 at 10,000' },
  minuteBytes: { what: 'list open, idle, one minute, on the wire', unit: 'kB', most: 60, peer: '88 at 200' },
  heap: { what: 'heap after scrolling through all rows', unit: 'MB', most: 120, peer: '273, not finished', at: [10_000] },
  frame: { what: 'scroll, 95th percentile of frame time', unit: 'ms', most: 33, peer: 'seconds', at: [10_000] },
  engineStart: { what: 'embedded engine: start', unit: 'ms', most: 10_000 },
  engineMemory: { what: 'embedded engine: memory', unit: 'MB', most: 1500 },
  enginePage: { what: 'embedded engine: a page of 100 VMs', unit: 'ms', most: 50 },
  engineEvents: { what: 'embedded engine: event tail', unit: 'ms', most: 10 },
} as const satisfies Record<string, Budget>

export type Measure = keyof typeof budgets
export type Measures = Partial<Record<Measure, number>>

/** Whether `value` keeps the budget of `measure`. The first row must also stay within a fifth of its time at the smallest inventory. */
export function keepsBudget(measure: Measure, value: number, smallest: Measures): boolean {
  if (measure === 'firstRow' && smallest.firstRow !== undefined && value > 1.2 * smallest.firstRow) return false
  return value <= budgets[measure].most
}

/** The middle of some values; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = low] = Number.isInteger(middle) ? [sorted[middle - 1], sorted[middle]] : [sorted[Math.floor(middle)]]
  return (low + high) / 2
}

/** The value below which `share` (0 to 1) of the values lie. NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
