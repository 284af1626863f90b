import ArrowsAltVIcon from '@patternfly/react-icons/dist/esm/icons/arrows-alt-v-icon'
import LongArrowAltDownIcon from '@patternfly/react-icons/dist/esm/icons/long-arrow-alt-down-icon'
import LongArrowAltUpIcon from '@patternfly/react-icons/dist/esm/icons/long-arrow-alt-up-icon'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import type { Column } from '../column.ts'
import { featureProps } from '../featureProps.ts'
import type { PlacedColumn } from './columnLayout.ts'
import type { EntityList } from './entityList.ts'
import type { Sort } from './sortLoaded.ts'
import { useColumnDrag } from './useColumnDrag.ts'
import type { Selection } from './useSelection.ts'

interface TableHeadProps<T extends Row> {
  readonly listId: string
  /** visible, in order */
  readonly columns: readonly PlacedColumn<T>[]
  readonly all: readonly Column<T>[]
  readonly rows: EntityList<T>
  readonly selection: Selection<T>
  /** false where the rows have no actions */
  readonly hasChecks: boolean
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
  readonly loadedSort: Sort | undefined
  readonly onLoadedSort: (sort: Sort) => void
  /** the first row takes the focus */
  readonly onDown: () => void
}

const stepPx = 16

/**
 * Column headers: sort on click, drag of the edge changes the width, drag of the header its place. One tab stop; ← → walk,
 * Shift-← → change the width, Ctrl-← → the place.
 */
export const TableHead = <T extends Row>({ listId, columns, all, rows, selection, hasChecks, sort, onSort, loadedSort, onLoadedSort, onDown }: TableHeadProps<T>) => {
  const { t } = useText()
  const [active, setActive] = useState(0)
  const drag = useColumnDrag(listId, all)
  const loaded = rows.loaded()
  const chosen = loaded.filter(({ id }) => selection.has(id)).length

  const sortOf = ({ id, sortBy, sortLoaded }: Column<T>): { readonly now: Sort | undefined; readonly onSort: () => void } | undefined => {
    const [field, now, set] = sortLoaded ? [id, loadedSort, onLoadedSort] as const : [sortBy, sort, onSort] as const
    if (field === undefined || !set) return undefined
    const own = now?.field === field ? now : undefined
    return { now: own, onSort: () => set({ field, descending: own ? !own.descending : false }) }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('th')]
    const at = heads.findIndex((head) => event.target instanceof Node && head.contains(event.target))
    const placed = columns[at - 1]
    if (event.key === 'ArrowDown') onDown()
    else if (step === 0) return
    else if (placed && event.shiftKey) drag.onResize(placed.column.id, placed.widthPx + step * stepPx)
    else if (placed && (event.ctrlKey || event.metaKey)) drag.onMove(placed.column.id, step)
    else {
      const next = Math.max(0, Math.min(columns.length, at + step))
      setActive(next)
      const cell = heads[next]
      const inner = cell?.querySelector<HTMLElement>('button, input') ?? cell
      inner?.focus()
    }
    event.preventDefault()
  }

  return (
    <thead className="pf-v6-c-table__thead">
      <tr className="pf-v6-c-table__tr" aria-rowindex={1} onKeyDown={onKeyDown}>
        <th scope="col" className="pf-v6-c-table__th pf-v6-c-table__check entity-table__pinned" style={{ insetInlineStart: 0 }} onFocus={() => setActive(0)}>
          {hasChecks && <input
            type="checkbox"
            className="pf-v6-c-check__input"
            tabIndex={active === 0 ? 0 : -1}
            aria-label={t('table.selectLoaded')}
            data-feature="shell.action.select-rows common.list.multiselect"
            checked={loaded.length > 0 && chosen === loaded.length}
            ref={(input) => { if (input) input.indeterminate = chosen > 0 && chosen < loaded.length }}
            onChange={({ target }) => (target.checked ? selection.add(loaded) : selection.drop(loaded))}
          />}
        </th>
        {columns.map(({ column, widthPx, stickyPx }, index) => {
          const sorting = sortOf(column)
          const label = t(column.id)
          const tabIndex = active === index + 1 ? 0 : -1
          return (
            <th
              key={column.id}
              scope="col"
              {...featureProps(column)}
              {...(sorting?.now && { 'aria-sort': sorting.now.descending ? 'descending' : 'ascending' })}
              className={`pf-v6-c-table__th entity-table__head${column.align === 'end' ? ' entity-table__end' : ''}${column.isSign ? ' entity-table__sign' : ''}${sorting ? ' pf-v6-c-table__sort' : ''}${sorting?.now ? ' pf-m-selected' : ''}${stickyPx === undefined ? '' : ' entity-table__pinned'}`}
              {...(stickyPx !== undefined && { style: { insetInlineStart: stickyPx } })}
              {...(!sorting && { tabIndex })}
              onFocus={() => setActive(index + 1)}
              {...drag.headProps(column)}
            >
              {sorting ? (
                <button type="button" data-feature="common.list.sort" className="pf-v6-c-table__button" tabIndex={tabIndex} title={column.sortLoaded && rows.total === undefined ? t('table.sortsLoaded') : label} onClick={sorting.onSort}>
                  <span className="pf-v6-c-table__button-content">
                    <span className={column.isSign ? 'pf-v6-u-screen-reader' : 'pf-v6-c-table__text'}>{label}</span>
                    <span className="pf-v6-c-table__sort-indicator">
                      {sorting.now ? (sorting.now.descending ? <LongArrowAltDownIcon /> : <LongArrowAltUpIcon />) : <ArrowsAltVIcon />}
                    </span>
                  </span>
                </button>
              ) : (
                <span className={column.isSign ? 'pf-v6-u-screen-reader' : 'pf-v6-c-table__text'} title={label}>{label}</span>
              )}
              <span aria-hidden className="entity-table__edge" {...drag.edgeProps(column.id, widthPx)} />
            </th>
          )
        })}
        <th scope="col" className="pf-v6-c-table__th entity-table__menu"><span className="pf-v6-u-screen-reader">{t('actions.label')}</span></th>
      </tr>
    </thead>
  )
}
