import { queryOptions } from '@tanstack/react-query'
import type { EntityType } from '../domain/entity.ts'
import { listKey } from './keys.ts'

/** The engine tells no totals: rows are counted up to this many. */
export const mostCounted = 100

interface Countable {
  readonly type: EntityType
  readonly readList: (query: Readonly<Record<string, string | number>>, signal?: AbortSignal) => Promise<readonly unknown[]>
}

/**
 * Query options of how many rows a search finds, counted up to `mostCounted`: that many means "or more". Read again when rows of the kind come
 * or go. Costs one request per count, so it is for what is on screen.
 */
export const countQuery = ({ type, readList }: Countable, search: string) =>
  queryOptions({
    queryKey: [...listKey(type), { search, sort: '' }, 'count'] as const,
    queryFn: async ({ signal }) => (await readList({ search, max: mostCounted }, signal)).length,
  })
