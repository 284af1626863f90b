import type { Accepted, Row } from '../../engine/resource.ts'

/** How one object fared. */
export type Outcome<T extends Row> =
  | { readonly row: T; readonly state: 'accepted'; readonly accepted: Accepted }
  | { readonly row: T; readonly state: 'failed'; readonly fault: unknown }

/** The objects whose request failed. */
export const failuresOf = <T extends Row>(outcomes: readonly Outcome<T>[]): readonly Extract<Outcome<T>, { state: 'failed' }>[] =>
  outcomes.flatMap((outcome) => (outcome.state === 'failed' ? [outcome] : []))

/** Requests under way at the same time (DESIGN.md, Selection). */
const atOnce = 4

/**
 * Sends one request per row, four at a time, and goes on after a failure. Never rejects: failures are outcomes.
 * `onOutcome` hears each as it arrives; the answer is in the order of `rows`.
 */
export const runOnRows = async <T extends Row>(
  rows: readonly T[],
  run: (row: T) => Promise<Accepted>,
  onOutcome?: (outcome: Outcome<T>) => void,
): Promise<readonly Outcome<T>[]> => {
  const outcomes: Outcome<T>[] = []
  const queue = rows.entries()
  const work = async (): Promise<void> => {
    for (const [index, row] of queue) {
      const outcome = await attempt(row, run)
      outcomes[index] = outcome
      onOutcome?.(outcome)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, rows.length) }, work))
  return outcomes
}

const attempt = async <T extends Row>(row: T, run: (row: T) => Promise<Accepted>): Promise<Outcome<T>> => {
  try {
    return { row, state: 'accepted', accepted: await run(row) }
  } catch (fault) {
    return { row, state: 'failed', fault }
  }
}
