import type { EntityType, Target } from '../../domain/entity.ts'
import { queryClient } from '../cache.ts'
import { listKey, targetOfKey } from '../keys.ts'
import type { Page, Row } from '../rows.ts'

/** How rows of a kind are read again: one by one or several at once, missing ones left out. */
export interface Reader {
  readonly type: EntityType
  readonly readOne: (id: string) => Promise<Row>
  readonly readMany: (ids: readonly string[]) => Promise<readonly Row[]>
  readonly transitional?: readonly string[]
  readonly whole?: boolean
}

const readers = new Map<EntityType, Reader>()

/** Makes a kind of object refreshable row by row. Kinds without a reader have their queries read again. */
export const registerReader = (reader: Reader): void => void readers.set(reader.type, reader)
export const readerOf = (type: EntityType): Reader | undefined => readers.get(type)
export const readersInUse = (): readonly Reader[] => [...readers.values()]

/** Pages of one kind that somebody looks at. */
export function visiblePages(type: EntityType): readonly Page<Row>[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: listKey(type), type: 'active' })
    .flatMap((query) => (isPage(query.state.data) ? [query.state.data] : []))
}

const isPage = (data: unknown): data is Page<Row> => typeof data === 'object' && data !== null && 'rows' in data && Array.isArray(data.rows)

/** Lists of these kinds are read again: something was created or removed. */
export function refreshLists(types: readonly EntityType[]): void {
  for (const type of types) {
    void queryClient.invalidateQueries({ queryKey: listKey(type) })
    void queryClient.invalidateQueries({ queryKey: [type, 'names'] })
    void queryClient.invalidateQueries({ queryKey: [type, 'all'] })
  }
}

/**
 * Reads again what is known of these objects: their own queries and what hangs below them, and their rows in the pages
 * somebody looks at. Pages of a search or of a column that changes by itself may gain or lose rows, so they are read whole.
 */
export function refreshTargets(targets: readonly Target[]): void {
  const byType = Map.groupBy(targets, ({ type }) => type)
  for (const [type, ofType] of byType) {
    const ids = new Set(ofType.map(({ id }) => id))
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => {
        const target = targetOfKey(queryKey)
        return target?.type === type && ids.has(target.id)
      },
    })
    void queryClient.invalidateQueries({ queryKey: [type, 'all'] })
    void queryClient.invalidateQueries({ queryKey: [type, 'names'], predicate: ({ queryKey }) => typeof queryKey[2] === 'string' && ids.has(queryKey[2]) })
    refreshRows(type, [...ids])
  }
}

function refreshRows(type: EntityType, ids: readonly string[]): void {
  // Narrowed lists (a search, a level of the tree) follow every change of their kind.
  void queryClient.invalidateQueries({ queryKey: listKey(type), predicate: ({ queryKey }) => isNarrowed(queryKey[2]) })
  const reader = readers.get(type)
  const shown = new Set(visiblePages(type).flatMap(({ rows }) => rows.map(({ id }) => id)))
  const known = ids.filter((id) => shown.has(id))
  if (known.length === 0) return
  if (reader === undefined || reader.whole) {
    void queryClient.invalidateQueries({ queryKey: listKey(type) })
    return
  }
  void rereadRows(reader, known)
}

const isNarrowed = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'search' in query && query.search !== ''

/** Reads rows and puts them where they are shown; a row that is gone makes its lists be read again. Faults leave the old rows. */
export async function rereadRows(reader: Reader, ids: readonly string[]): Promise<void> {
  try {
    const rows = await reader.readMany(ids)
    patchRows(reader.type, rows)
    if (rows.length < ids.length) refreshLists([reader.type])
  } catch {
    // The reachability banner speaks of it; the next event or transition asks again.
  }
}

/** Puts rows into every page that has them, and into their own queries where these hold the same members. */
export function patchRows(type: EntityType, rows: readonly Row[]): void {
  const fresh = new Map(rows.map((row) => [row.id, row]))
  queryClient.setQueriesData<Page<Row>>({ queryKey: listKey(type) }, (page) => {
    if (!isPage(page) || !page.rows.some(({ id }) => fresh.has(id))) return page
    return { ...page, rows: page.rows.map((row) => fresh.get(row.id) ?? row) }
  })
}
