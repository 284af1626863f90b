/** The rows of a list as a table sees them, whether they are read page by page or all at once. */
export interface EntityList<T> {
  /** another key is another list: the table scrolls back to its top */
  readonly key: string
  /** rows to give room to; grows while the end is unknown */
  readonly count: number
  /** set once the end has been seen */
  readonly total: number | undefined
  /** undefined: not read yet */
  readonly rowAt: (index: number) => T | undefined
  /** every row that is at hand, in order, also of pages that are no longer refreshed */
  readonly loaded: () => readonly T[]
  /** the newest state of a row that is at hand */
  readonly find: (id: string) => T | undefined
  /** no row has come yet */
  readonly isLoading: boolean
  readonly isRefreshing: boolean
  /** why there are no rows, or why they are old */
  readonly fault: unknown
  /** reads anew what is visible */
  readonly onRefresh: () => void
  /** tells which rows are visible: their pages and the neighbours are kept fresh */
  readonly onRange: (first: number, last: number) => void
}
