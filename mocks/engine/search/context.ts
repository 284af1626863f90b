import type { World } from '../world.ts'

/** One search being evaluated: the moment is the same for all its rows. */
export interface Context {
  readonly world: World
  readonly nowMs: number
  readonly caseSensitive: boolean
  /** of events only those with a greater index */
  readonly after?: number
}

/** What a row shows in a field. Dates are epoch ms, spans seconds, choices words of the language; a list is a text of several values. */
export type Cell = string | number | boolean | null | undefined | readonly string[]
