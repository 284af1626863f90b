import '@patternfly/react-styles/css/components/Check/check.css'
import '@patternfly/react-styles/css/utilities/Accessibility/accessibility.css'
import '@patternfly/react-styles/css/components/Table/table.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { ActionMenu } from '../actions/ActionMenu.tsx'
import type { Action } from '../action.ts'
import type { Column } from '../column.ts'
import { useDoing } from '../jobs/useDoing.ts'
import type { Placed } from '../placed.ts'
import { usePreference } from '../preferences.ts'
import { useMay } from '../rights.ts'
import { layOutColumns } from './columnLayout.ts'
import type { EntityList } from './entityList.ts'
import { sortLoadedRows } from './sortLoaded.ts'
import type { Sort } from './sortLoaded.ts'
import { TableFooter } from './TableFooter.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { useGridKeys } from './useGridKeys.ts'
import type { Selection } from './useSelection.ts'
import './table.css'

/** What opens a row's menu: where, and for which rows. */
type MenuState<T> = { readonly rows: readonly T[] } & (
  | { readonly anchor: HTMLElement }
  | { readonly at: { readonly x: number; readonly y: number }; readonly returnTo: HTMLElement | undefined }
)

export interface EntityTableProps<T extends Row> {
  /** id of the list: its column settings are kept under it */
  readonly id: string
  /** what a screen reader calls the table */
  readonly label: string
  readonly placed: Placed<T>
  readonly columns: readonly Column<T>[]
  readonly list: EntityList<T>
  readonly selection: Selection<T>
  readonly actions: readonly Action<T>[]
  /** order of the whole list, by search field of the engine; headers of `sortBy` columns change it */
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** the object of the summary drawer; arrow keys walk it along the list while it is open */
  readonly shownId?: string | undefined
  readonly onShow?: ((id: string | undefined) => void) | undefined
  /** what stands in place of rows where there are none: see `TableEmpty` */
  readonly empty: ReactNode
}

export const rowHeightsPx = { compact: 37, roomy: 53 } as const
const checkWidthPx = 44
const edgeWidthPx = 8
const menuWidthPx = 52
const rowsAround = 8

/**
 * The one table of the product: endless or whole lists, only visible rows in the document, selection by pointer and keyboard,
 * actions at ⋮, on right click and Shift-F10, columns as the user arranged them. ARIA grid: the row has the focus, → enters its cells.
 */
export const EntityTable = <T extends Row>(props: EntityTableProps<T>) => {
  const { id, label, placed, columns, list, selection, sort, onSort, shownId, onShow, empty } = props
  const may = useMay(placed)
  // What this user may do nowhere needs neither boxes nor menus.
  const actions = useMemo(() => props.actions.filter(({ permit }) => permit === undefined || may(permit, undefined)), [props.actions, may])
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  const [wishes = {}] = usePreference('columns')
  const [density = 'compact'] = usePreference('density')
  const [loadedSort, setLoadedSort] = useState<Sort>()
  const [menu, setMenu] = useState<MenuState<T>>()
  const doing = useDoing()

  // Nothing can be done with the rows, so there is nothing to tick them for.
  const leadPx = actions.length > 0 ? checkWidthPx : edgeWidthPx
  const trailPx = actions.length > 0 ? menuWidthPx : edgeWidthPx
  const laidOut = useMemo(() => layOutColumns(columns, wishes[id] ?? {}, leadPx), [columns, wishes, id, leadPx])
  const rows = useMemo(() => sortLoadedRows(list, columns, loadedSort), [list, columns, loadedSort])
  const heightPx = rowHeightsPx[density]

  const keys = useGridKeys({ list: rows, selection, box, heightPx, shownId, onShow, onMenu: openMenuAt })
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => box.current,
    estimateSize: () => heightPx,
    overscan: rowsAround,
    scrollPaddingStart: heightPx,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => keys.withActive(Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)),
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const visible = virtual.range
  useLayoutEffect(() => virtual.measure(), [virtual, heightPx])
  const { onRange } = list
  const first = visible?.startIndex
  const last = visible?.endIndex
  useLayoutEffect(() => { if (first !== undefined && last !== undefined) onRange(first, last) }, [onRange, first, last])
  useLayoutEffect(() => { box.current?.scrollTo({ top: 0 }) }, [list.key])
  useLayoutEffect(() => keys.onDrawn((index) => virtual.scrollToIndex(index, { align: 'auto' })))

  function openMenuAt(rowsOfMenu: readonly T[], place: { readonly x: number; readonly y: number }, returnTo: HTMLElement | undefined): void {
    if (actions.length > 0) setMenu({ rows: rowsOfMenu, at: place, returnTo })
  }
  const onKebab = (event: MouseEvent): boolean => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-menu]') : null
    const row = button && rows.rowAt(Number(button.dataset['rowMenu']))
    if (!button || !row) return false
    setMenu(menu && 'anchor' in menu && menu.anchor === button ? undefined : { rows: [row], anchor: button })
    return true
  }

  const widthPx = leadPx + trailPx + laidOut.reduce((sum, column) => sum + column.widthPx, 0)
  if (rows.count === 0 && !list.isLoading) return <div className="entity-table">{empty}</div>
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div className="entity-table">
      <div className="entity-table__box" ref={box}>
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={rows.total === undefined ? -1 : rows.total + 1}
          aria-multiselectable
          aria-busy={list.isLoading}
          className={`pf-v6-c-table pf-m-sticky-header entity-table__grid${density === 'compact' ? ' pf-m-compact' : ''}`}
          style={{ minWidth: widthPx }}
          onClick={(event) => { if (!onKebab(event)) keys.onClick(event) }}
          onContextMenu={keys.onContextMenu}
          onDoubleClick={keys.onDoubleClick}
          onKeyDown={keys.onKeyDown}
          onMouseDown={keys.onMouseDown}
          onFocus={keys.onFocus}
        >
          <colgroup>
            <col style={{ width: leadPx }} />
            {laidOut.map(({ column, widthPx: width, grows }) => <col key={column.id} {...(!grows && { style: { width } })} />)}
            <col style={{ width: trailPx }} />
          </colgroup>
          <TableHead
            listId={id} columns={laidOut} all={columns} rows={rows} selection={selection} hasChecks={actions.length > 0}
            sort={sort} onSort={onSort} loadedSort={loadedSort} onLoadedSort={setLoadedSort} onDown={() => keys.jump(keys.active)}
          />
          <tbody className="pf-v6-c-table__tbody">
            {items[0] !== undefined && items[0].start > 0 && <Gap heightPx={items[0].start} span={laidOut.length + 2} />}
            {items.flatMap(({ index, start }, place) => {
              const row = rows.rowAt(index)
              const before = items[place - 1]
              // One flat list: rows keep their element, and with it the focus, wherever they move in it.
              return [
                before && before.end < start ? <Gap key={`gap-${index}`} heightPx={start - before.end} span={laidOut.length + 2} /> : null,
                <TableRow
                  key={row?.id ?? `at-${index}`}
                  index={index} row={row} columns={laidOut} heightPx={heightPx}
                  isSelected={row !== undefined && selection.has(row.id)}
                  isShown={row !== undefined && row.id === shownId}
                  isActive={index === keys.active}
                  doing={row && doing(row.id)}
                  hasMenu={actions.length > 0}
                />,
              ]
            })}
            {after > 0 && <Gap heightPx={after} span={laidOut.length + 2} />}
          </tbody>
        </table>
        {list.isLoading && <p className="entity-table__loading" role="status">{t('state.loading')}</p>}
      </div>
      <TableFooter rows={rows} first={first} last={last} onJump={(index) => keys.jump(index)} />
      {menu && <ActionMenu placed={placed} actions={actions} urlRowId={shownId} {...menu} onClose={() => setMenu(undefined)} />}
    </div>
  )
}

/** Room of rows that are not in the document. */
const Gap = ({ heightPx, span }: { readonly heightPx: number; readonly span: number }) => (
  <tr aria-hidden style={{ height: heightPx }}><td colSpan={span} /></tr>
)
