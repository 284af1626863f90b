import { useState } from 'react'
import type { DragEvent, PointerEvent } from 'react'
import type { Column } from '../column.ts'
import { usePreference } from '../preferences.ts'
import type { ColumnsPreference } from '../preferences.ts'
import { moveColumn, orderColumns, setWidth } from './columnLayout.ts'

/** The column settings of one list and their setter. */
export const useColumnsPreference = (listId: string): readonly [ColumnsPreference, (wish: ColumnsPreference | undefined) => void] => {
  const [all = {}, setAll] = usePreference('columns')
  return [all[listId] ?? {}, (wish) => {
    const { [listId]: _, ...others } = all
    setAll(wish ? { ...others, [listId]: wish } : others)
  }]
}

const dragType = 'application/x-portal-column'

/** Width and place of columns by pointer: what header cells and their edges need as props, and the changes themselves for the keyboard. */
export const useColumnDrag = <T>(listId: string, columns: readonly Column<T>[]) => {
  const [wish, setWish] = useColumnsPreference(listId)
  const [pull, setPull] = useState<{ readonly id: string; readonly fromX: number; readonly fromPx: number }>()

  const onResize = (id: string, px: number): void => setWish(setWidth(wish, id, px))
  const onMove = (id: string, steps: number): void => setWish(moveColumn(columns, wish, id, steps))
  const onDropBefore = (id: string, target: string): void => {
    const ids: readonly string[] = orderColumns(columns, wish).filter(({ pinned }) => !pinned).map((column) => column.id)
    onMove(id, ids.indexOf(target) - ids.indexOf(id))
  }

  return {
    onResize,
    onMove,
    edgeProps: (id: string, widthPx: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        setPull({ id, fromX: event.clientX, fromPx: widthPx })
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        if (pull?.id === id) onResize(id, pull.fromPx + event.clientX - pull.fromX)
      },
      onPointerUp: (): void => setPull(undefined),
      onPointerCancel: (): void => setPull(undefined),
    }),
    headProps: ({ id, pinned }: Column<T>) => pinned ? {} : {
      draggable: pull === undefined,
      onDragStart: ({ dataTransfer }: DragEvent): void => {
        dataTransfer.setData(dragType, id)
        dataTransfer.effectAllowed = 'move'
      },
      onDragOver: (event: DragEvent): void => { if (event.dataTransfer.types.includes(dragType)) event.preventDefault() },
      onDrop: (event: DragEvent): void => {
        const dragged = event.dataTransfer.getData(dragType)
        if (dragged !== '' && dragged !== id) onDropBefore(dragged, id)
      },
    },
  }
}
