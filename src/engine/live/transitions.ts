import { queryClient } from '../cache.ts'
import { isEngineFault } from '../fault.ts'
import { detailKey } from '../keys.ts'
import type { Row } from '../rows.ts'
import { patchRows, readersInUse, refreshLists, rereadRows, visiblePages, type Reader } from './refresh.ts'

/** Up to so many objects are read one by one; more by one search. */
const mostSingly = 4

const hasStatus = (row: unknown): row is Row & { readonly status: unknown } => typeof row === 'object' && row !== null && 'id' in row && 'status' in row

/** Ids of what is in view and in a status that ends by itself. */
export function idsInTransition({ type, transitional = [] }: Reader): readonly string[] {
  const rows = visiblePages(type).flatMap(({ rows: shown }) => shown)
  const details = queryClient
    .getQueryCache()
    .findAll({ queryKey: [type], type: 'active', predicate: ({ queryKey }) => queryKey.length === 2 })
    .map(({ state }) => state.data)
  const inTransition = [...rows, ...details].filter((row) => hasStatus(row) && transitional.some((word) => word === row.status))
  return [...new Set(inTransition.flatMap((row) => (hasStatus(row) ? [row.id] : [])))]
}

/** Reads again whatever is on its way to another status. Source of the statuses: the entities' own tables. */
export async function followTransitions(): Promise<void> {
  await Promise.all(
    readersInUse().map(async (reader) => {
      const ids = idsInTransition(reader)
      if (ids.length > mostSingly) return rereadRows(reader, ids)
      await Promise.all(ids.map((id) => rereadOne(reader, id)))
    }),
  )
}

async function rereadOne(reader: Reader, id: string): Promise<void> {
  try {
    const row = await reader.readOne(id)
    patchRows(reader.type, [row])
    if (queryClient.getQueryData(detailKey(reader.type, id)) !== undefined) queryClient.setQueryData(detailKey(reader.type, id), row)
  } catch (error) {
    if (!isEngineFault(error, 'missing')) return // the banner speaks of it, the next round asks again
    refreshLists([reader.type])
    void queryClient.invalidateQueries({ queryKey: detailKey(reader.type, id) })
  }
}
