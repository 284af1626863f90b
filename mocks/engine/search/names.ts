import type { Table } from '../world.ts'

/**
 * Rows whose name may match a pattern, by the kept name order: an exact name or a beginning before the first wildcard costs a
 * binary search. Undefined when the pattern begins with a wildcard. Letters of both cases are alike, so the caller checks again.
 */
export function rowsNamed<Row extends { readonly id: string; readonly name?: string | undefined }>(table: Pick<Table<Row>, 'byName'>, pattern: string): readonly Row[] | undefined {
  const [head = ''] = pattern.toLowerCase().split(/[*%]/, 1)
  if (head === '') return undefined
  const isExact = head.length === pattern.length
  const rows = table.byName()
  let from = 0
  let to = rows.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((rows[middle]?.name?.toLowerCase() ?? '') < head) from = middle + 1
    else to = middle
  }
  let end = from
  for (let name = rows[end]?.name?.toLowerCase(); name !== undefined && (isExact ? name === head : name.startsWith(head)); name = rows[end]?.name?.toLowerCase()) end++
  return rows.slice(from, end)
}
