import type { Column } from '../column.ts'
import type { ColumnsPreference } from '../preferences.ts'

const usualWidthPx = 150
export const narrowestPx = 40
export const widestPx = 800

/** A column as it stands in the table. */
export interface PlacedColumn<T> {
  readonly column: Column<T>
  readonly widthPx: number
  /** distance from the start of the table at which it sticks; only pinned columns */
  readonly stickyPx: number | undefined
  /** takes the room that the others leave; exactly one */
  readonly grows: boolean
}

const isShown = <T>({ id, hidden, pinned }: Column<T>, wish: ColumnsPreference): boolean => {
  if (pinned) return true
  if (wish.hidden?.includes(id)) return false
  return !hidden || (wish.shown?.includes(id) ?? false)
}

/** All columns in the user's order: pinned ones first, then as chosen, new ones (of a newer version) where they were declared. */
export const orderColumns = <T>(columns: readonly Column<T>[], { order = [] }: ColumnsPreference): readonly Column<T>[] => {
  const wished = order.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const free = columns.filter(({ pinned }) => !pinned)
  const known = wished.filter(({ pinned }) => !pinned)
  const slots = free.map((column) => (known.includes(column) ? undefined : column))
  const queue = known.values()
  return [...columns.filter(({ pinned }) => pinned), ...slots.flatMap((column) => column ?? queue.next().value ?? [])]
}

/** The visible columns with their widths; `startPx` is the width of what stands before them. */
export const layOutColumns = <T>(columns: readonly Column<T>[], wish: ColumnsPreference, startPx: number): readonly PlacedColumn<T>[] => {
  let edge = startPx
  const shown = orderColumns(columns, wish).filter((column) => isShown(column, wish))
  const growing = growingOf(shown, wish)
  return shown.map((column) => {
    const widthPx = clampWidth(wish.widthsPx?.[column.id] ?? column.widthPx ?? usualWidthPx)
    const stickyPx = column.pinned ? edge : undefined
    edge += widthPx
    return { column, widthPx, stickyPx, grows: column === growing }
  })
}

/** The widest that the user gave no width of his own, the last of equals; pinned columns only where there are no others. */
const growingOf = <T>(shown: readonly Column<T>[], { widthsPx = {} }: ColumnsPreference): Column<T> | undefined => {
  const free = shown.filter(({ pinned }) => !pinned)
  const unset = free.filter(({ id }) => widthsPx[id] === undefined)
  const candidates = [unset, free, shown].find((some) => some.length > 0) ?? []
  return candidates.toSorted((left, right) => (left.widthPx ?? usualWidthPx) - (right.widthPx ?? usualWidthPx)).at(-1)
}

export const clampWidth = (px: number): number => Math.round(Math.min(widestPx, Math.max(narrowestPx, px)))

/** Shows or hides one column. */
export const setShown = (wish: ColumnsPreference, id: string, isVisible: boolean): ColumnsPreference => ({
  ...wish,
  hidden: isVisible ? (wish.hidden ?? []).filter((other) => other !== id) : [...(wish.hidden ?? []), id],
  shown: isVisible ? [...(wish.shown ?? []), id] : (wish.shown ?? []).filter((other) => other !== id),
})

export const setWidth = (wish: ColumnsPreference, id: string, px: number): ColumnsPreference => ({
  ...wish, widthsPx: { ...wish.widthsPx, [id]: clampWidth(px) },
})

/** Puts a column `steps` places further (negative: towards the start); pinned ones stay. */
export const moveColumn = <T>(columns: readonly Column<T>[], wish: ColumnsPreference, id: string, steps: number): ColumnsPreference => {
  const ids: readonly string[] = orderColumns(columns, wish).filter(({ pinned }) => !pinned).map((column) => column.id)
  const from = ids.indexOf(id)
  const to = Math.min(ids.length - 1, Math.max(0, from + steps))
  if (from < 0 || from === to) return wish
  return { ...wish, order: ids.toSpliced(from, 1).toSpliced(to, 0, id) }
}
