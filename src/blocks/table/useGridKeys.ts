import { useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { EntityList } from './entityList.ts'
import type { Selection } from './useSelection.ts'

interface GridKeysInput<T extends Row> {
  readonly list: EntityList<T>
  readonly selection: Selection<T>
  readonly box: RefObject<HTMLElement | null>
  readonly heightPx: number
  readonly shownId: string | undefined
  readonly onShow: ((id: string | undefined) => void) | undefined
  readonly onMenu: (rows: readonly T[], at: { readonly x: number; readonly y: number }, returnTo: HTMLElement | undefined) => void
}

const rowOf = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null)
const indexOf = (row: HTMLElement): number => Number(row.dataset['index'])
/** What is meant to be pressed on its own, not as a part of the row. */
const isControl = (target: EventTarget): boolean => target instanceof Element && target.closest('a, button, label, select, textarea, input:not([data-row-check])') !== null
const cellsOf = (row: HTMLElement): readonly HTMLElement[] => [...row.querySelectorAll<HTMLElement>(':scope > :is(td, th):not([aria-hidden])')]
const focusCell = (cell: HTMLElement): void => (cell.querySelector<HTMLElement>('a, button, input') ?? cell).focus()

/**
 * Pointer and keyboard of a grid of rows: one tab stop, arrows, Home, End, Page keys, Space, Shift and Ctrl as in file managers,
 * Ctrl-A over what is at hand, Shift-F10 for the menu. The active row stays in the document even when scrolled away, so the focus is never lost.
 */
export const useGridKeys = <T extends Row>({ list, selection, box, heightPx, shownId, onShow, onMenu }: GridKeysInput<T>) => {
  const [active, setActive] = useState(0)
  /** where a range began */
  const anchor = useRef(0)
  const pendingFocus = useRef<number>(undefined)

  const range = (to: number): readonly T[] => {
    const [first, last] = anchor.current < to ? [anchor.current, to] : [to, anchor.current]
    return Array.from({ length: last - first + 1 }, (_, step) => list.rowAt(first + step)).flatMap((row) => row ?? [])
  }
  const moveTo = (index: number, isExtending = false): void => {
    const next = Math.max(0, Math.min(list.count - 1, index))
    const row = list.rowAt(next)
    setActive(next)
    pendingFocus.current = next
    if (isExtending) return selection.choose(range(next))
    anchor.current = next
    if (row && shownId !== undefined && onShow) {
      selection.choose([row])
      onShow(row.id)
    }
  }
  const toggle = (index: number): void => {
    const row = list.rowAt(index)
    anchor.current = index
    if (row) selection.toggle(row)
  }
  const openMenu = (row: T, at: { readonly x: number; readonly y: number }, returnTo: HTMLElement): void => {
    const isChosen = selection.has(row.id)
    if (!isChosen) selection.choose([row])
    onMenu(isChosen ? selection.rows : [row], at, returnTo)
  }

  const moveInRow = (row: HTMLElement, target: Element, step: 1 | -1): void => {
    const cells = cellsOf(row)
    const now = cells.findIndex((cell) => cell.contains(target))
    const next = cells[now + step]
    if (next) focusCell(next)
    else if (step === -1) row.focus()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowOf(event.target)
    if (!row || !(event.target instanceof Element)) return
    const index = indexOf(row)
    const isOnRow = event.target === row
    const isCommand = event.ctrlKey || event.metaKey
    const perPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / heightPx) - 1)
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + perPage, PageUp: index - perPage,
      Home: 0, End: (list.total ?? lastAtHand(list) + 1) - 1,
    }
    const move = moves[event.key]
    const current = list.rowAt(index)
    if (move !== undefined) moveTo(move, event.shiftKey)
    else if (event.key === 'ArrowRight') moveInRow(row, event.target, 1)
    else if (event.key === 'ArrowLeft' && !isOnRow) moveInRow(row, event.target, -1)
    else if (event.key === ' ' && !isControl(event.target)) toggle(index)
    else if (event.key.toLowerCase() === 'a' && isCommand) selection.add(list.loaded())
    else if (event.key === 'Enter' && isOnRow && current) open(row, current)
    else if (event.key === 'Escape' && shownId !== undefined && onShow) onShow(undefined)
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && current) {
      const { left, bottom } = row.getBoundingClientRect()
      openMenu(current, { x: left + heightPx, y: bottom }, row)
    } else return
    event.preventDefault()
  }
  const open = (element: HTMLElement, row: T): void => {
    if (!onShow) return element.querySelector<HTMLElement>('[data-pinned] a')?.click()
    selection.choose([row])
    onShow(row.id)
  }

  const onClick = (event: MouseEvent): void => {
    const element = rowOf(event.target)
    if (!element || isControl(event.target)) return
    const index = indexOf(element)
    const row = list.rowAt(index)
    // Whoever marks text with the pointer does not mean the row.
    if (!row || (globalThis.getSelection?.()?.toString() ?? '') !== '') return
    setActive(index)
    const isCheck = event.target instanceof Element && event.target.closest('[data-row-check-cell]') !== null
    if (event.shiftKey) return selection.add(range(index))
    if (isCheck || event.ctrlKey || event.metaKey) return toggle(index)
    anchor.current = index
    selection.choose([row])
    onShow?.(row.id)
  }

  return {
    active,
    /** indexes to draw: the visible ones and the active one */
    withActive: (first: number, last: number): number[] => {
      const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)
      if (active >= list.count || (active >= first && active <= last)) return shown
      return active < first ? [active, ...shown] : [...shown, active]
    },
    onKeyDown,
    onClick,
    /** Shift-click means a range, not a marked text. */
    onMouseDown: (event: MouseEvent): void => { if (event.shiftKey) event.preventDefault() },
    onDoubleClick: (event: MouseEvent): void => {
      if (!isControl(event.target)) rowOf(event.target)?.querySelector<HTMLElement>('[data-pinned] a')?.click()
    },
    onContextMenu: (event: MouseEvent): void => {
      const element = rowOf(event.target)
      const row = element && list.rowAt(indexOf(element))
      if (!element || !row) return
      event.preventDefault()
      setActive(indexOf(element))
      openMenu(row, { x: event.clientX, y: event.clientY }, element)
    },
    onFocus: (event: FocusEvent): void => {
      const row = rowOf(event.target)
      if (row) setActive(indexOf(row))
    },
    /** after each drawing: brings a row that keys moved to into view and into focus */
    onDrawn: (scrollTo: (index: number) => void): void => {
      const index = pendingFocus.current
      const row = index === undefined ? null : (box.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`) ?? null)
      if (index === undefined || !row) return
      pendingFocus.current = undefined
      scrollTo(index)
      row.focus({ preventScroll: true })
    },
    /** for keys and buttons outside the rows */
    jump: (index: number): void => moveTo(index),
  }
}

/** Index of the last row that is at hand; placeholders below it cannot be chosen. */
const lastAtHand = <T>(list: EntityList<T>): number => {
  let index = list.count - 1
  while (index > 0 && list.rowAt(index) === undefined) index -= 1
  return index
}
