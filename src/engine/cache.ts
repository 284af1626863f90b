import { QueryClient, replaceEqualDeep } from '@tanstack/react-query'

/**
 * Everything the engine knows, as far as this page has read it. One per page.
 * Nothing is read again by itself (live/ decides what is refreshed and when), the transport retries, and being offline is
 * no state of its own: the engine may stand on this machine.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      structuralSharing: sameRows,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

interface Identified { readonly id: unknown }
const isRow = (value: unknown): value is Identified => typeof value === 'object' && value !== null && 'id' in value
const isRows = (value: unknown): value is readonly Identified[] => Array.isArray(value) && value.every(isRow)
const isPage = (value: unknown): value is { readonly rows: readonly Identified[]; readonly more: boolean } =>
  typeof value === 'object' && value !== null && 'rows' in value && isRows(value.rows) && 'more' in value

/**
 * Structural sharing by id: a row that did not change stays the same object wherever it moved to, so that memoised table
 * rows are not drawn again. (The library compares lists by index: one new row on top would renew all of them.)
 * A page whose rows are the same stays the same page.
 */
export function sameRows(before: unknown, after: unknown): unknown {
  if (isRows(before) && isRows(after)) return keyed(before, after)
  if (isPage(before) && isPage(after)) {
    const rows = keyed(before.rows, after.rows)
    return rows === before.rows && before.more === after.more ? before : { ...after, rows }
  }
  return replaceEqualDeep(before, after)
}

function keyed(before: readonly Identified[], after: readonly Identified[]): readonly Identified[] {
  const known = new Map(before.map((row) => [row.id, row]))
  let same = before.length === after.length
  const rows = after.map((row, index) => {
    const old = known.get(row.id)
    const kept = old === undefined ? row : replaceEqualDeep(old, row)
    if (kept !== before[index]) same = false
    return kept
  })
  return same ? before : rows
}
