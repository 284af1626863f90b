import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import type { Action } from '../action.ts'
import { ActionBar, ActionButton } from '../actions/ActionBar.tsx'
import { useOffers } from '../actions/useOffers.ts'
import { usePerform } from '../actions/usePerform.tsx'
import type { Column } from '../column.ts'
import { ColumnsButton } from '../list/ColumnsButton.tsx'
import { SelectedCount } from '../list/SelectedCount.tsx'
import '../list/list.css'
import type { Placed } from '../placed.ts'
import type { EntityList } from '../table/entityList.ts'
import { EntityTable } from '../table/EntityTable.tsx'
import type { Sort } from '../table/sortLoaded.ts'
import { TableEmpty } from '../table/TableEmpty.tsx'
import { useSelection } from '../table/useSelection.ts'
import { useWholeList } from '../table/useWholeList.ts'
import { RowDetails } from './RowDetails.tsx'

interface SubListProps<T extends Row> {
  /** feature id of the list; column settings are kept under it */
  readonly id: string
  readonly title: MessageKey
  readonly placed: Placed<T>
  readonly columns: readonly Column<T>[]
  readonly actions?: readonly Action<T>[]
  /** further tools at the right, such as a filter */
  readonly tools?: ReactNode
  /** what more there is to say of one row, beside the table once it is pressed */
  /** what stands in place of rows where there are none */
  readonly none?: MessageKey
  /** heading of the details; default is the name of the row */
  readonly detailsTitle?: (row: T) => ReactNode
  readonly Details?: ComponentType<{ readonly row: T }>
}

/** The table of a tab over a list that is read whole; `result` is the query of its rows. */
export const SubList = <T extends Row>({ result, ...props }: SubListProps<T> & { readonly result: UseQueryResult<readonly T[]> }) => {
  const list = useWholeList(props.id, result)
  return <ListPanel list={list} {...props} />
}

interface ListPanelProps<T extends Row> extends SubListProps<T> {
  readonly list: EntityList<T>
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort) => void
}

const noActions: readonly never[] = []

/** A table with its own actions inside a tab, over any list (`usePagedList` for endless ones). */
export const ListPanel = <T extends Row>({ id, title, placed, columns, actions = noActions, tools, none, Details, detailsTitle, list, sort, onSort }: ListPanelProps<T>) => {
  const { t } = useText()
  const selection = useSelection(list)
  const [shownId, setShownId] = useState<string>()
  const shown = shownId === undefined ? undefined : list.find(shownId)
  const creations = useOffers(placed, actions.filter(({ takes }) => takes === 'none'), [])
  const acting = actions.filter(({ takes }) => takes !== 'none')
  const perform = usePerform(placed)
  return (
    <div className="list-page" data-feature={id}>
      <div className="list-page__tools">
        <span className="action-bar">{creations.map((offer) => <ActionButton key={offer.action.id} placed={placed} offer={offer} onPerform={perform} />)}</span>
        {acting.length > 0 && <ActionBar placed={placed} actions={acting} rows={selection.rows} />}
        {acting.length > 0 && <SelectedCount count={selection.rows.length} onClear={() => selection.choose([])} />}
        <span className="list-page__view">{tools}<ColumnsButton listId={id} columns={columns} /></span>
      </div>
      <RowDetails row={shown} Details={Details} title={detailsTitle} onClose={() => setShownId(undefined)}>
        <EntityTable
          id={id} label={t(title)} placed={placed} columns={columns} list={list} selection={selection} actions={acting} sort={sort} onSort={onSort}
          shownId={shownId} onShow={Details && setShownId}
          empty={<TableEmpty fault={list.fault} onRetry={list.onRefresh} none={none} />}
        />
      </RowDetails>
    </div>
  )
}
