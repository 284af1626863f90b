import { Skeleton, Spinner } from '@patternfly/react-core'
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { memo } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { ValueCell } from '../cells/ValueCell.tsx'
import { featureProps } from '../featureProps.ts'
import type { PlacedColumn } from './columnLayout.ts'

interface TableRowProps<T extends Row> {
  readonly index: number
  /** undefined while its page is being read */
  readonly row: T | undefined
  readonly columns: readonly PlacedColumn<T>[]
  readonly heightPx: number
  readonly isSelected: boolean
  readonly isShown: boolean
  readonly isActive: boolean
  /** key of the word for what this browser is doing to the object: "Starting…" */
  readonly doing: string | undefined
  /** false where the list has no actions: a menu without items would be a dead button */
  readonly hasMenu: boolean
}

const DrawnRow = <T extends Row>({ index, row, columns, heightPx, isSelected, isShown, isActive, doing, hasMenu }: TableRowProps<T>) => {
  const { t, textOr } = useText()
  const name = row?.name ?? row?.id ?? ''
  return (
    <tr
      className={`pf-v6-c-table__tr pf-m-clickable${isSelected ? ' pf-m-selected' : ''}${isShown ? ' entity-table__shown' : ''}`}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      {...(row === undefined && { 'aria-busy': true })}
      tabIndex={isActive ? 0 : -1}
      style={{ height: heightPx }}
    >
      <td className="pf-v6-c-table__td pf-v6-c-table__check entity-table__pinned" style={{ insetInlineStart: 0 }} data-row-check-cell tabIndex={-1}>
        {row && hasMenu && <input type="checkbox" className="pf-v6-c-check__input" data-row-check tabIndex={-1} checked={isSelected} readOnly aria-label={t('table.select', { name })} />}
      </td>
      {columns.map(({ column, stickyPx }) => {
        const Cell = column.pinned ? 'th' : 'td'
        const content = row ? (column.cell ? column.cell(row) : <ValueCell value={column.value(row)} />) : <Skeleton />
        return (
          <Cell
            key={column.id}
            {...(column.pinned && { scope: 'row', 'data-pinned': '' })}
            {...featureProps(column)}
            className={`pf-v6-c-table__td entity-table__cell${column.align === 'end' ? ' entity-table__end' : ''}${column.isSign ? ' entity-table__sign' : ''}${stickyPx === undefined ? '' : ' entity-table__pinned'}`}
            {...(stickyPx !== undefined && { style: { insetInlineStart: stickyPx } })}
            tabIndex={-1}
          >
            {content}
            {column.pinned && doing !== undefined && column === columns.findLast(({ column: other }) => other.pinned)?.column && (
              <span className="entity-table__doing"><Spinner size="sm" aria-hidden /> {textOr(doing, doing)}</span>
            )}
          </Cell>
        )
      })}
      <td className="pf-v6-c-table__td pf-v6-c-table__action entity-table__menu">
        {row && hasMenu && (
          <button
            type="button" className="pf-v6-c-button pf-m-plain pf-m-small" data-row-menu={index} tabIndex={-1}
            aria-haspopup="menu" aria-label={t('table.rowMenu', { name })}
          >
            <span className="pf-v6-c-button__icon"><EllipsisVIcon /></span>
          </button>
        )}
      </td>
    </tr>
  )
}

/** One row. Gets no callbacks (the body listens for all rows), so it is drawn again only when its object, its place or its marks change. */
export const TableRow = memo(DrawnRow) as typeof DrawnRow // memo() forgets the type parameter
