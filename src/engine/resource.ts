import type { EntityType, Target } from '../domain/entity.ts'

/** What a list shows: search text of the user's language (without prefix), and the engine's sort field. */
export interface ListQuery {
  readonly search?: string
  readonly sort?: { readonly field: string; readonly descending: boolean }
}

/** What the engine answered to a change: follow `jobId` to watch it, `correlationId` to trace it. */
export interface Accepted {
  readonly correlationId: string
  readonly jobId?: string
  /** id of the created object, for creations */
  readonly id?: string
}

export interface Row { readonly id: string; readonly name?: string }

/** One page of a list, and whether another may follow (the page was full). */
export interface Page<T> { readonly rows: readonly T[]; readonly more: boolean; readonly readAt: number }

export interface ResourceFacts<T extends Row, W> {
  readonly type: EntityType
  /** collection path below the API, such as `vms` */
  readonly path: string
  readonly decode: (wire: W) => T
  /** the array member of a collection answer, `{ "vm": [...] }` */
  readonly element: string
  /** words of `status` during which a row is read singly every 2 to 3 s */
  readonly transitional?: readonly string[]
  /** objects above this row, nearest first, system left out: along these a permission counts */
  readonly parents?: (row: T) => readonly Target[]
  /** fields by which the engine sorts the whole list; default is the list's own order */
  readonly defaultSort?: { readonly field: string; readonly descending: boolean }
  /** lists that the engine cannot search or page: read whole, at most a few hundred rows */
  readonly whole?: boolean
}
