/** Evaluates a search on the world: which rows, in which order, which page. */
import { parseSearch, type Condition, type SearchQuery } from '../../../src/domain/search/parse.ts'
import { searchObjects, type SearchObjectName } from '../../../src/domain/search/objects.ts'
import { PlainFault } from '../call.ts'
import type { World } from '../world.ts'
import { FirstOf, orderOf, type Keyed } from './order.ts'
import type { Context } from './context.ts'
import { compileOwn, type Join, type Joined, type Source } from './source.ts'

export interface SearchSettings {
  /** `case_sensitive`; off in the engine unless asked for */
  readonly caseSensitive?: boolean
  /** size of a page; without it everything is one page */
  readonly max?: number
  /** events only: those with a greater index */
  readonly after?: number
}

/** Rows an index can name for a condition. Undefined = no index helps. */
export type Shortcut<Row> = (condition: Condition, context: Context) => readonly Row[] | undefined

/** An object of the language that can be searched for. */
export interface Searchable<Row> extends Source<Row> {
  readonly relations: Readonly<Record<string, Joined<Row>>>
  /** all rows; in default order when `isOrdered` */
  readonly all: (context: Context) => Iterable<Row>
  /** all rows backwards, where `all` is ordered and holds them in memory */
  readonly backwards?: (context: Context) => Iterable<Row>
  readonly isOrdered: boolean
  /** how many rows there are, about */
  readonly count: (context: Context) => number
  readonly shortcut?: Shortcut<Row>
}

export interface Found<Row> { readonly rows: readonly Row[]; /** rows looked at: what a search costs */ readonly visited: number }

/** The whole condition as one test. Relations used are joined once, so that all their conditions see the same related row. */
function compileQuery<Row>(source: Pick<Searchable<Row>, 'object' | 'cells' | 'relations'>, { groups }: SearchQuery, context: Context): (row: Row) => boolean {
  const joins = new Map<string, Join<Row>>()
  let current: Row | undefined
  const compile = (condition: Condition): (() => boolean) => {
    const { relation } = condition
    if (relation === undefined) {
      const test = compileOwn(source, condition, context)
      return () => test(current)
    }
    const join = joins.get(relation) ?? source.relations[relation]?.(context)
    if (!join) return () => condition.operator === '!='
    joins.set(relation, join)
    return join.compile(condition)
  }
  const tests = groups.map((group) => group.map((alternative) => alternative.map(compile)))
  const holds = () => tests.every((group) => group.some((alternative) => alternative.every((test) => test())))
  const nested = [...joins.values()].reduce<(row: Row) => boolean>((inner, join) => (row) => join.some(row, () => inner(row)), holds)
  return (row) => {
    current = row
    return nested(row)
  }
}

/** The smallest set of rows that indexes can name for the search; undefined = all rows must be looked at. */
function candidates<Row extends { readonly id: string }>(searchable: Searchable<Row>, { groups }: SearchQuery, context: Context): readonly Row[] | undefined {
  let best: readonly Row[] | undefined
  for (const group of groups) {
    const named = namedBy(searchable, group, context)
    if (named && (!best || named.length < best.length)) best = named
  }
  return best
}
function namedBy<Row extends { readonly id: string }>({ shortcut }: Searchable<Row>, group: SearchQuery['groups'][number], context: Context): readonly Row[] | undefined {
  const sets: (readonly Row[])[] = []
  for (const alternative of group) {
    let best: readonly Row[] | undefined
    for (const condition of alternative) {
      const named = shortcut?.(condition, context)
      if (named && (!best || named.length < best.length)) best = named
    }
    if (!best) return undefined
    sets.push(best)
  }
  return sets.length === 1 ? sets[0] : [...new Set(sets.flat())]
}

/**
 * Rows of the page that `text` asks for, and how many were looked at.
 * Walks rows in kept order and stops at the end of the page where the order allows it; else keeps only the first rows of the order.
 * @throws PlainFault 400 for a text the language does not know
 */
export function findRows<Row extends { readonly id: string }>(searchable: Searchable<Row>, world: World, text: string, { caseSensitive = false, max, after }: SearchSettings): Found<Row> {
  const parsed = parseSearch(searchable.object, text)
  if (!parsed.ok) {
    const { code, start, end } = parsed.error
    throw new PlainFault(400, 'Operation Failed', `[The search text is wrong at "${text.slice(start, Math.max(end, start + 1))}": ${code}]`)
  }
  const { query } = parsed
  const context: Context = { world, nowMs: world.now(), caseSensitive, ...(after !== undefined && { after }) }
  const matches = compileQuery(searchable, query, context)
  const size = max ?? Number.POSITIVE_INFINITY
  const skip = max === undefined ? 0 : ((query.page ?? 1) - 1) * max
  const named = candidates(searchable, query, context)
  const isWalkable = searchable.isOrdered && (isDefault(searchable.object, query.sort) || (searchable.backwards !== undefined && isReversedDefault(searchable.object, query.sort)))
  // Walking the kept order ends after about (end of the page / share of rows that fit) rows; an index that names fewer is better.
  const isIndexBetter = named !== undefined && (!isWalkable || named.length ** 2 < (skip + size) * searchable.count(context))
  const inOrder = isIndexBetter || !isWalkable ? undefined : isDefault(searchable.object, query.sort) ? searchable.all(context) : searchable.backwards?.(context)
  let visited = 0
  if (inOrder) {
    const rows: Row[] = []
    let passed = 0
    for (const row of inOrder) {
      if (rows.length >= size) break
      visited += 1
      if (matches(row) && ++passed > skip) rows.push(row)
    }
    return { rows, visited }
  }
  const order = orderOf(searchable, query.sort, context)
  const kept = new FirstOf<Keyed<Row>>(skip + size, order.compare)
  const everything: Keyed<Row>[] = []
  for (const row of named ?? searchable.all(context)) {
    visited += 1
    if (!matches(row)) continue
    if (skip + size > 2000) everything.push(order.keyed(row))
    else kept.add(order.keyed(row))
  }
  const ordered = everything.length > 0 ? everything.sort(order.compare) : kept.items
  return { rows: ordered.slice(skip, skip + size).map(({ row }) => row), visited }
}

const isDefault = (object: SearchObjectName, sort: SearchQuery['sort']): boolean => {
  const [column, direction] = searchObjects[object].defaultSort[0] ?? []
  return !sort || (sort.field === column && sort.direction === direction)
}
const isReversedDefault = (object: SearchObjectName, sort: SearchQuery['sort']): boolean => {
  const [column, direction] = searchObjects[object].defaultSort[0] ?? []
  return sort?.field === column && sort?.direction !== direction
}
