import type { ReactNode } from 'react'
import type { MessageKey } from '../i18n/messages.ts'

/** What a cell shows and what export and sorting read. `cell` is one of the cells of `blocks/cells` or the feature's own. */
export interface Column<T> {
  /** feature id and message key of the header */
  readonly id: string & MessageKey
  readonly also?: readonly string[]
  /** plain value: exported to CSV, shown as text where there is no `cell` */
  readonly value: (row: T) => string | number | boolean | undefined
  /** reads what `value` needs beside the row, such as names of referenced objects; export waits for it */
  readonly load?: (rows: readonly T[]) => Promise<unknown>
  readonly cell?: (row: T) => ReactNode
  /** search field by which the engine sorts the whole list */
  readonly sortBy?: string
  /** sorts the loaded rows only; for sub-lists that are read whole */
  readonly sortLoaded?: boolean
  /** starts hidden; the column chooser offers it */
  readonly hidden?: boolean
  /** always there, sticky at the left: the name */
  readonly pinned?: boolean
  /** a column of signs: narrow, its header is told but not written */
  readonly isSign?: boolean
  readonly widthPx?: number
  readonly align?: 'end'
}
