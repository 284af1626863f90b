import type { Verdict } from '../../domain/verdict.ts'
import { no } from '../../domain/verdict.ts'
import type { Row } from '../../engine/resource.ts'
import type { Action, Reason, Skipped } from '../action.ts'

/** One action as a surface shows it for these rows. */
export interface Offer<T extends Row> {
  readonly action: Action<T>
  /** rows it would run on */
  readonly eligible: readonly T[]
  /** chosen rows it would leave out, each with its reason */
  readonly skipped: readonly Skipped<T>[]
  /** set: drawn disabled with this reason */
  readonly refused?: Reason
}

/** Does the user hold this permit on the row or above it? Without a row: anywhere. */
export type May<T> = (permit: string, row: T | undefined) => boolean

/** More at once is refused: every object is a request of its own (DESIGN.md, Selection). */
export const mostRows = 500

const toReason = (verdict: Extract<Verdict, { ok: false }>): Reason =>
  verdict.params ? { why: verdict.why, params: verdict.params } : { why: verdict.why }

/**
 * What an action offers for the chosen rows; undefined hides it. Missing permission or an absent feature hides,
 * status never does. Several rows: it is enabled when any of them passes (`canExecutePartially` of the engine).
 */
export const offerAction = <T extends Row>(action: Action<T>, rows: readonly T[], may: May<T>): Offer<T> | undefined => {
  const permitted = (row: T | undefined): boolean => action.permit === undefined || may(action.permit, row)
  if (action.takes === 'none') return permitted(undefined) ? { action, eligible: [], skipped: [] } : undefined
  if (rows.length === 0) return permitted(undefined) ? { action, eligible: [], skipped: [], refused: { why: 'actions.selectSome' } } : undefined

  const supported = rows.filter((row) => action.offered?.(row) ?? true)
  if (!supported.some(permitted)) return undefined
  if (action.takes === 'one' && rows.length > 1) return { action, eligible: [], skipped: [], refused: { why: 'actions.oneOnly' } }
  if (rows.length > mostRows) return { action, eligible: [], skipped: [], refused: { why: 'actions.tooMany', params: { count: mostRows } } }

  const judged = rows.map((row) => ({ row, verdict: judgeRow(action, row, supported.includes(row), permitted(row)) }))
  const eligible = judged.flatMap(({ row, verdict }) => (verdict.ok ? [row] : []))
  const skipped = judged.flatMap(({ row, verdict }) => (verdict.ok ? [] : [{ row, reason: toReason(verdict) }]))
  const first = skipped[0]
  return eligible.length === 0 && first ? { action, eligible, skipped, refused: first.reason } : { action, eligible, skipped }
}

const judgeRow = <T extends Row>(action: Action<T>, row: T, isSupported: boolean, isPermitted: boolean): Verdict => {
  if (!isSupported) return no('actions.notHere')
  if (!isPermitted) return no('actions.noPermission')
  return action.check?.(row) ?? { ok: true }
}

/** Offers in the order of every surface: by group (ux.md, Actions), inside a group as declared, destructive last. */
export const offerActions = <T extends Row>(actions: readonly Action<T>[], rows: readonly T[], may: May<T>): readonly Offer<T>[] =>
  actions
    .toSorted((left, right) => groupOrder[left.group] - groupOrder[right.group])
    .flatMap((action) => offerAction(action, rows, may) ?? [])

const groupOrder = { create: 0, edit: 1, lifecycle: 2, console: 3, snapshot: 4, migrate: 5, rest: 6, destroy: 7 } as const
