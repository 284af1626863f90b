import type { QueryValue } from './transport.ts'

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

/** One page of a list, and whether another may follow (the page was full). `readAt`: when these rows were first seen like this. */
export interface Page<T> { readonly rows: readonly T[]; readonly more: boolean; readonly readAt: number }

/** Options of one change. A correlation id is shared by all requests of one action of the user. */
export interface ChangeOptions { readonly correlationId?: string; readonly query?: Readonly<Record<string, QueryValue>> }
