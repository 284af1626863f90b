import type { ListQuery, Page, Row } from '../../engine/resource.ts'
import type { Column } from '../column.ts'

/** Signs at which a spreadsheet begins to calculate. */
const formulaStart = /^[=+\-@\t\r]/

/** One cell: what looks like a formula gets an apostrophe in front, quotes are doubled, what needs quoting is quoted. Numbers stay numbers. */
export const csvCell = (value: string | number | boolean | undefined): string => {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = formulaStart.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Lines end as RFC 4180 says; the byte order mark tells spreadsheets that it is UTF-8. */
export const toCsv = <T>(columns: readonly Column<T>[], headers: readonly string[], rows: readonly T[]): string =>
  `\u{FEFF}${[headers.map(csvCell), ...rows.map((row) => columns.map(({ value }) => csvCell(value(row))))].map((cells) => cells.join(',')).join('\r\n')}\r\n`

/** Reads every page of a list, one after the other. `onProgress` hears how many rows have come. Rejects when aborted. */
export const readAllRows = async <T extends Row>(
  readPage: (query: ListQuery, n: number, signal: AbortSignal) => Promise<Page<T>>,
  query: ListQuery,
  signal: AbortSignal,
  onProgress: (rows: number) => void,
): Promise<readonly T[]> => {
  // A row that moved to a later page while reading comes once.
  const rows = new Map<string, T>()
  for (let n = 1; ; n += 1) {
    const page = await readPage(query, n, signal)
    for (const row of page.rows) rows.set(row.id, row)
    onProgress(rows.size)
    if (!page.more) return [...rows.values()]
  }
}
