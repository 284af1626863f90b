import { queryOptions, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { EntityType } from '../../domain/entity.ts'
import { pageKey } from '../../engine/keys.ts'
import { pageSize as pageRows } from '../../engine/resource.ts'
import type { ListQuery, Page, Row } from '../../engine/resource.ts'
import { afterPaint } from '../../lib/afterPaint.ts'
import type { EntityList } from './entityList.ts'

/** Rows drawn as placeholders below the last one read, so that scrolling meets something. */
const roomBelow = 20

/** What a list is read from: page `n` (from 1) of what the query asks for. A resource of `engine` fits. */
export interface PagedSource<T> {
  readonly type: EntityType
  readonly readPage: (query: ListQuery, n: number, signal?: AbortSignal) => Promise<Page<T>>
}

/** The options of one page, under the key by which `engine` refreshes rows. A page that is only near waits for the picture of those in view. */
const pageOptions = <T>(source: PagedSource<T>, query: ListQuery, n: number, isInView: boolean) =>
  queryOptions({
    queryKey: pageKey(source.type, query, n),
    queryFn: async ({ signal }): Promise<Page<T>> => {
      if (!isInView) await afterPaint()
      return source.readPage(query, n, signal)
    },
  })

export interface Reach { readonly key: string; readonly pages: number; readonly total: number | undefined }

/**
 * An endless list: only the pages in the window and one on either side are read and kept fresh (DESIGN.md, Live data).
 * The engine tells no totals, so the list grows with the pages that were seen to be full.
 */
export const usePagedList = <T extends Row>(source: PagedSource<T>, query: ListQuery): EntityList<T> => {
  const client = useQueryClient()
  const key = JSON.stringify(pageKey(source.type, query, 1))
  const [window, setWindow] = useState({ key, first: 1, last: 1 })
  const [reach, setReach] = useState<Reach>({ key, pages: 1, total: undefined })
  const known = reach.key === key ? reach : { key, pages: 1, total: undefined }
  const inWindow = window.key === key ? window : { key, first: 1, last: 1 }

  const numbers = useMemo(() => {
    const from = Math.max(1, inWindow.first - 1)
    const to = Math.min(known.pages, inWindow.last + 1)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  }, [inWindow.first, inWindow.last, known.pages])
  const results = useQueries({ queries: numbers.map((n) => pageOptions(source, query, n, n >= inWindow.first && n <= inWindow.last)) })

  const seen = numbers.reduce<Reach>((so, n, index) => {
    const page = results[index]?.data
    return page === undefined ? so : extend(so, n, page)
  }, known)
  // Derived from what was read, but has to outlive the pages that leave the window.
  if (seen.pages !== reach.pages || seen.total !== reach.total || seen.key !== reach.key) setReach(seen)

  const pages = new Map(numbers.map((n, index) => [n, results[index]?.data]))
  const byId = new Map([...pages.values()].flatMap((page) => page?.rows.map((row) => [row.id, row] as const) ?? []))
  const first = pages.get(1)
  // Collections that the engine cannot page come whole, as one page of any length.
  const whole = first && !first.more && first.rows.length > pageRows ? first.rows : undefined
  const rowAt = (index: number): T | undefined => (whole ? whole[index] : pages.get(Math.floor(index / pageRows) + 1)?.rows[index % pageRows])
  const atHand = (n: number): Page<T> | undefined => client.getQueryData<Page<T>>(pageKey(source.type, query, n))
  const lastRead = Math.max(0, ...[...pages].flatMap(([n, page]) => (page ? [(n - 1) * pageRows + page.rows.length] : [])))
  const failed = results.find(({ error }) => error)

  return {
    key,
    count: seen.total ?? (lastRead === 0 && seen.pages === 1 ? 0 : Math.max(lastRead, (seen.pages - 1) * pageRows) + roomBelow),
    total: seen.total,
    rowAt,
    loaded: () => Array.from({ length: seen.pages }, (_, index) => atHand(index + 1)?.rows ?? []).flat(),
    find: (id) => byId.get(id),
    isLoading: results.every(({ data }) => data === undefined) && !failed,
    isRefreshing: results.some(({ isFetching }) => isFetching),
    fault: failed?.error,
    onRefresh: () => { for (const result of results) void result.refetch() },
    onRange: useCallback((first, last) => {
      const next = { key, first: Math.floor(first / pageRows) + 1, last: Math.floor(Math.max(first, last) / pageRows) + 1 }
      setWindow((now) => (now.key === key && now.first === next.first && now.last === next.last ? now : next))
    }, [key]),
  }
}

/**
 * What page `n` teaches about the length: a full page promises another, a short one is the end, an empty one says the end is before it.
 * The empty page after a full last one stays in reach: it alone tells when the list grows again.
 */
export const extend = (so: Reach, n: number, { rows, more }: Page<unknown>): Reach => {
  if (more) return { ...so, pages: Math.max(so.pages, n + 1), total: so.total !== undefined && so.total >= n * pageRows ? so.total : undefined }
  const before = (n - 1) * pageRows
  if (rows.length === 0 && so.total !== undefined && so.total <= before) return so
  return { ...so, pages: n, total: before + rows.length }
}
