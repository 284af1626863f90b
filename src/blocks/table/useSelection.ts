import { useMemo, useState } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { EntityList } from './entityList.ts'

/** The chosen rows of a list. They survive refresh, sorting and scrolling, because they are kept by id with the newest known state. */
export interface Selection<T extends Row> {
  readonly rows: readonly T[]
  readonly has: (id: string) => boolean
  readonly toggle: (row: T) => void
  /** exactly these */
  readonly choose: (rows: readonly T[]) => void
  /** these as well */
  readonly add: (rows: readonly T[]) => void
  readonly drop: (rows: readonly T[]) => void
}

/** Selection over a list. A row that a completely read list no longer holds is gone and leaves the selection. */
export const useSelection = <T extends Row>(list: EntityList<T>): Selection<T> => {
  const [chosen, setChosen] = useState<ReadonlyMap<string, T>>(new Map())
  return useMemo(() => {
    const whole = list.total !== undefined && list.loaded().length >= list.total ? new Set(list.loaded().map(({ id }) => id)) : undefined
    const rows = [...chosen].flatMap(([id, row]) => (whole && !whole.has(id) ? [] : [list.find(id) ?? row]))
    const ids = new Set(rows.map(({ id }) => id))
    const change = (edit: (next: Map<string, T>) => void): void => {
      const next = new Map(rows.map((row) => [row.id, row]))
      edit(next)
      setChosen(next)
    }
    return {
      rows,
      has: (id) => ids.has(id),
      toggle: (row) => change((next) => void (next.delete(row.id) || next.set(row.id, row))),
      choose: (wanted) => setChosen(new Map(wanted.map((row) => [row.id, row]))),
      add: (wanted) => change((next) => { for (const row of wanted) next.set(row.id, row) }),
      drop: (unwanted) => change((next) => { for (const row of unwanted) next.delete(row.id) }),
    }
  }, [chosen, list])
}
