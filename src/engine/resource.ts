import { queryOptions } from '@tanstack/react-query'
import type { EntityType, Target } from '../domain/entity.ts'
import { withOrder } from '../domain/search/write.ts'
import type { Action as WireAction } from '../wire/wire.generated.ts'
import { queryClient } from './cache.ts'
import { submit, type Touched } from './changes.ts'
import { decodeItems } from './children.ts'
import { connection } from './connection.ts'
import { isEngineFault } from './fault.ts'
import { detailKey, listKey, pageKey } from './keys.ts'
import { registerReader } from './live/refresh.ts'
import type { Accepted, ChangeOptions, ListQuery, Page, Row } from './rows.ts'
import { read, toPath, type QueryValue } from './transport.ts'
import type { Body } from './wireBody.ts'

export type { Accepted, ListQuery, Page, Row } from './rows.ts'

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
  /** the search language knows a field `id` of these: rows are read again by one search instead of one by one */
  readonly searchableById?: boolean
  /** parameters of every read of the list, of one object */
  readonly listParams?: Readonly<Record<string, QueryValue>>
  readonly detailParams?: Readonly<Record<string, QueryValue>>
}

export const pageSize = 100
/** Pages nobody looks at are forgotten soon: scrolling through ten thousand rows must not keep them all. */
const pageKeptMs = 30_000

/** Search text with what the engine wants at its end: `name=a* sortby name asc page 2`. Source: SyntaxChecker.java. */
export function toSearchText({ search = '', sort }: ListQuery, page?: number): string {
  const text = search.trim()
  // Who typed an order of his own gets it; the language takes one only.
  const isOrdered = /(^|\s)sortby\s/i.test(text)
  return withOrder(text, isOrdered || sort === undefined ? undefined : { field: sort.field, direction: sort.descending ? 'desc' : 'asc' }, page)
}

/** Up to so many objects are asked for one by one. */
const mostSingly = 4
/** Kinds whose ids cannot be searched are few by nature. */
const mostListed = 1000

const unlessMissing = (error: unknown): undefined => {
  if (!isEngineFault(error, 'missing')) throw error
}

const bySearch = (ids: readonly string[]): string => ids.map((id) => `id=${id}`).join(' or ')

/**
 * Everything one kind of object needs to be read and changed: pages of its list, single objects, creations, updates,
 * removals and actions. Changes go through `submit`, which refreshes what they touch, at once and when their job ends.
 */
export function defineResource<T extends Row, W extends object>(facts: ResourceFacts<T, W>) {
  const { type, path, decode, element } = facts
  const parents = (row: T): readonly Target[] => facts.parents?.(row) ?? []
  const touchRow = (row: T): readonly Target[] => [{ type, id: row.id }, ...parents(row)]

  /** Rows of one answer; rows without id are not objects we could show or act on. */
  const decodeList = (answer: Readonly<Record<string, unknown>>): readonly T[] =>
    decodeItems(answer, element, decode).filter(({ id }) => id !== '')

  const readList = async (query: Readonly<Record<string, QueryValue>>, signal?: AbortSignal): Promise<readonly T[]> =>
    decodeList(await read<Record<string, unknown>>(path, { query: { ...facts.listParams, ...query }, signal }))

  /**
   * Page `n`, from 1. Administrators page on the server. With filter on the engine pages only VMs and pools in their plain
   * order and ignores `page` elsewhere (BackendVmsResource.list), so later pages are then cut from a longer answer.
   */
  async function readPage(query: ListQuery, n: number, signal?: AbortSignal): Promise<Page<T>> {
    const readAt = connection().clock.now()
    if (facts.whole) return { rows: n === 1 ? await readList({}, signal) : [], more: false, readAt }
    const sort = query.sort ?? facts.defaultSort
    const sorted: ListQuery = sort ? { ...query, sort } : query
    const plainOrder = sorted.sort?.field === 'name' && !sorted.sort.descending && !query.search
    if (!connection().filtered() || n === 1 || (plainOrder && (path === 'vms' || path === 'vmpools'))) {
      const rows = await readList({ search: toSearchText(sorted, n), max: pageSize }, signal)
      return { rows, more: rows.length >= pageSize, readAt }
    }
    const all = await readList({ search: toSearchText(sorted), max: n * pageSize }, signal)
    return { rows: all.slice((n - 1) * pageSize), more: all.length >= n * pageSize, readAt }
  }

  const readOne = async (id: string, signal?: AbortSignal): Promise<T> =>
    decode(await read<W>(toPath(path, id), { query: facts.detailParams, signal }))

  /**
   * Rows with these ids, at most a page of them, in no order; those that no longer exist are missing.
   * One search where ids can be searched; else one by one, and for more than a few the list.
   */
  async function readMany(ids: readonly string[], signal?: AbortSignal): Promise<readonly T[]> {
    const wanted = ids.slice(0, pageSize)
    if (wanted.length === 0) return []
    if (facts.searchableById) return readList({ search: bySearch(wanted), max: pageSize }, signal)
    if (facts.whole || wanted.length > mostSingly) return (await readList(facts.whole ? {} : { max: mostListed }, signal)).filter(({ id }) => wanted.includes(id))
    const found = await Promise.all(wanted.map((id) => readOne(id, signal).catch(unlessMissing)))
    return found.filter((row) => row !== undefined)
  }

  /** The row in any page that was read, to show while the whole object is on its way. */
  const inPages = (id: string): T | undefined => {
    for (const [, page] of queryClient.getQueriesData<Page<T>>({ queryKey: listKey(type) })) {
      const row = page?.rows?.find((candidate) => candidate.id === id)
      if (row !== undefined) return row
    }
    return undefined
  }

  registerReader({ type, readOne, readMany, transitional: facts.transitional ?? [], whole: facts.whole ?? false })
  return {
    ...facts,
    parents,
    decodeList,
    readList,
    readPage,
    readOne,
    readMany,
    /** query options of page `n`, from 1 */
    page: (query: ListQuery, n: number) =>
      queryOptions({ queryKey: pageKey(type, query, n), queryFn: ({ signal }) => readPage(query, n, signal), gcTime: pageKeptMs }),
    /** query options of the first rows of a search, at most `max`: pickers, problem lists, tree levels */
    some: (query: ListQuery, max = pageSize) =>
      queryOptions({
        queryKey: [...pageKey(type, query, 1), { max }] as const,
        queryFn: async ({ signal }): Promise<Page<T>> => {
          const readAt = connection().clock.now()
          const rows = await readList(facts.whole ? {} : { search: toSearchText(query), max }, signal)
          return { rows, more: !facts.whole && rows.length >= max, readAt }
        },
      }),
    /** query options of one object; shows the row of a list until the whole is there */
    detail: (id: string): DetailQuery<T> => ({
      queryKey: detailKey(type, id),
      queryFn: ({ signal }) => readOne(id, signal),
      placeholderData: () => inPages(id),
    }),
    create: (body: Body<W>, options: ChangeOptions & { readonly touches?: Touched } = {}): Promise<Accepted> =>
      submit({ method: 'POST', path, body, options, touches: options.touches ?? [], listsOf: [type] }),
    update: (row: T, body: Body<W>, options: ChangeOptions = {}): Promise<Accepted> =>
      submit({ method: 'PUT', path: toPath(path, row.id), body, options, touches: touchRow(row), listsOf: [] }),
    remove: (row: T, options: ChangeOptions = {}): Promise<Accepted> =>
      submit({ method: 'DELETE', path: toPath(path, row.id), options, touches: touchRow(row), listsOf: [type] }),
    /**
     * An action of the API: POST on `<path>/<id>/<name>`.
     * `body` makes the action's members from what the user gave; `touches` names what changes besides the row itself.
     */
    action: <Input = unknown>(name: string, { body, touches, listsOf = [] }: ActionFacts<T, Input> = {}) =>
      (row: T, input?: Input, options: ChangeOptions = {}): Promise<Accepted> =>
        submit({
          method: 'POST',
          path: toPath(path, row.id, name),
          body: body?.(row, input) ?? {},
          options,
          touches: [{ type, id: row.id }, ...(touches?.(row, input) ?? [])],
          listsOf,
        }),
  }
}

/** Query options of one object, for `useQuery`. */
export interface DetailQuery<T> {
  readonly queryKey: readonly [EntityType, string]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>
  readonly placeholderData: () => T | undefined
}

export interface ActionFacts<T extends Row, Input> {
  readonly body?: (row: T, input: Input | undefined) => Body<WireAction>
  readonly touches?: (row: T, input: Input | undefined) => Touched
  /** kinds whose lists gain or lose rows */
  readonly listsOf?: readonly EntityType[]
}

export type Resource<T extends Row, W extends object> = ReturnType<typeof defineResource<T, W>>
