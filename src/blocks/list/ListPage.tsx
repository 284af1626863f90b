import { Title, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { Suspense, lazy, useMemo } from 'react'
import type { ComponentType } from 'react'
import type { CompletionFacts } from '../../domain/search/complete.ts'
import type { SearchObjectName } from '../../domain/search/objects.ts'
import { conjoin, tagFilter } from '../../domain/search/write.ts'
import type { ListQuery, Row } from '../../engine/resource.ts'
import { useFormat } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import type { Action } from '../action.ts'
import { ActionBar, ActionButton } from '../actions/ActionBar.tsx'
import { useOffers } from '../actions/useOffers.ts'
import { usePerform } from '../actions/usePerform.tsx'
import type { Column } from '../column.ts'
import { featureProps } from '../featureProps.ts'
import { usePreference } from '../preferences.ts'
import { layOutColumns } from '../table/columnLayout.ts'
import { EntityTable } from '../table/EntityTable.tsx'
import type { Sort } from '../table/sortLoaded.ts'
import { usePagedList } from '../table/usePagedList.ts'
import { useSelection } from '../table/useSelection.ts'
import { useUrlState } from '../url/useUrlState.ts'
import { ColumnsButton } from './ColumnsButton.tsx'
import { ExportButton } from './ExportButton.tsx'
import { RefreshControl } from './RefreshControl.tsx'
import type { ListSource } from './listSource.ts'
import { SavedSearches } from './SavedSearches.tsx'
import { SearchBar } from './SearchBar.tsx'
import { SelectedCount } from './SelectedCount.tsx'
import { SummaryDrawer } from './SummaryDrawer.tsx'
import { TagFilter } from './TagFilter.tsx'
import { toListQuery } from './searchState.ts'

// Most lists have rows.
const TableEmpty = lazy(async () => ({ default: (await import('../table/TableEmpty.tsx')).TableEmpty }))

/** A filter of one press under the search bar. */
export interface QuickFilter {
  readonly id: string
  readonly label: MessageKey
  readonly search: string
  /** filters of one group exclude each other */
  readonly group?: string
}

export interface ListPageProps<T extends Row> {
  /** feature id of the list; column settings are kept under it */
  readonly id: string
  /** further feature ids that the list answers */
  readonly also?: readonly string[]
  readonly title: MessageKey
  readonly source: ListSource<T>
  readonly columns: readonly Column<T>[]
  readonly actions: readonly Action<T>[]
  /** object of the search language; without it the list has no search bar */
  readonly search?: SearchObjectName
  readonly searchFacts?: CompletionFacts
  readonly quickFilters?: readonly QuickFilter[]
  /** objects of this kind carry tags */
  readonly hasTags?: boolean
  /** what the summary drawer shows of an object; without it a click only selects */
  readonly Summary?: ComponentType<{ readonly row: T }>
  readonly href?: (row: T) => string
  /** user sees only his own objects */
  readonly isFiltered?: boolean
}

/** The chosen filters with one more, without those that it excludes. */
const withQuick = (all: readonly QuickFilter[], chosen: readonly string[], { id, group }: QuickFilter): readonly string[] => {
  const excluded = all.filter((other) => group !== undefined && other.group === group).map((other) => other.id)
  return [...chosen.filter((other) => !excluded.includes(other)), id]
}

const toSort = (text: string | undefined): Sort | undefined =>
  text === undefined ? undefined : { field: text.replace(/^-/, ''), descending: text.startsWith('-') }
const listed = (text: string | undefined): readonly string[] => text?.split(',').filter((part) => part !== '') ?? []

/** A page with the list of one kind: title, search, filters, actions of the selection, table, summary drawer. All of its state is in the URL. */
export const ListPage = <T extends Row>(props: ListPageProps<T>) => {
  const { id, also, title, source, columns, actions, search: object, searchFacts, quickFilters = [], hasTags = false, Summary, href, isFiltered = false } = props
  const { t } = useText()
  const { count } = useFormat()
  const [url, setUrl] = useUrlState()
  const [wishes = {}] = usePreference('columns')
  const quick = listed(url.quick)
  const tags = listed(url.tags)

  const query = useMemo((): ListQuery => {
    const sort = toSort(url.sort) ?? source.defaultSort
    if (!object) return sort ? { sort } : {}
    const typed = toListQuery(object, url.search ?? '', sort)
    const chips = quickFilters.filter((filter) => listed(url.quick).includes(filter.id)).map((filter) => filter.search)
    const search = conjoin(object, typed.search, ...chips, tagFilter(listed(url.tags)))
    return { ...(search !== '' && { search }), ...(typed.sort && { sort: typed.sort }) }
  }, [object, quickFilters, source.defaultSort, url.quick, url.search, url.sort, url.tags])

  const list = usePagedList(source, query)
  const selection = useSelection(list)
  const creating = useMemo(() => actions.filter(({ takes }) => takes === 'none'), [actions])
  const acting = useMemo(() => actions.filter(({ takes }) => takes !== 'none'), [actions])
  const creations = useOffers(source, creating, [])
  const perform = usePerform(source)
  const isNarrowed = [url.search, url.tags, url.quick].some((part) => part !== undefined)
  const mainButtons = creations.map((offer) => <ActionButton key={offer.action.id} placed={source} offer={offer} onPerform={perform} variant="primary" />)
  const known = list.total ?? Math.max(0, list.loaded().length)

  return (
    <div className="list-page" {...featureProps({ id, also: [...also ?? [], 'common.list.fragments'] })}>
      <div className="list-page__title">
        <Title headingLevel="h1">{t(title)} {!list.isLoading && <span className="list-page__count">{count(known, list.total === undefined)}</span>}</Title>
        <span className="action-bar">{mainButtons}</span>
      </div>
      {object && (
        // The same search again asks the engine again.
        <SearchBar object={object} value={url.search ?? ''} onSearch={(text) => (text === (url.search ?? '') ? list.onRefresh() : setUrl({ search: text }))} {...(searchFacts && { facts: searchFacts })}>
          {hasTags && <TagFilter chosen={tags} onChange={(names) => setUrl({ tags: names.join(',') })} />}
          <SavedSearches object={object} text={url.search ?? ''} onApply={(text) => setUrl({ search: text })} />
        </SearchBar>
      )}
      <div className="list-page__tools">
        {quickFilters.length > 0 && (
          <ToggleGroup aria-label={t('list.quick')} isCompact>
            {quickFilters.map((filter) => (
              <ToggleGroupItem
                key={filter.id} buttonId={filter.id} text={t(filter.label)} isSelected={quick.includes(filter.id)}
                onChange={(_, isOn) => setUrl({ quick: (isOn ? withQuick(quickFilters, quick, filter) : quick.filter((other) => other !== filter.id)).join(',') })}
              />
            ))}
          </ToggleGroup>
        )}
        <ActionBar placed={source} actions={acting} rows={selection.rows} />
        <SelectedCount count={selection.rows.length} onClear={() => selection.choose([])} />
        <span className="list-page__view">
          <ColumnsButton listId={id} columns={columns} />
          <ExportButton name={t(title)} columns={layOutColumns(columns, wishes[id] ?? {}, 0).map(({ column }) => column)} query={query} readPage={source.readPage} />
          <RefreshControl isRefreshing={list.isRefreshing} onRefresh={list.onRefresh} />
        </span>
      </div>
      <SummaryDrawer source={source} actions={acting} id={Summary && url.show} Summary={Summary} href={href} onClose={() => setUrl({ show: undefined }, { replace: true })}>
        <EntityTable
          id={id} label={t(title)} placed={source} columns={columns} list={list} selection={selection} actions={acting}
          sort={query.sort} onSort={(sort) => setUrl({ sort: `${sort.descending ? '-' : ''}${sort.field}` })}
          shownId={url.show}
          onShow={Summary && ((shown) => setUrl({ show: shown }, { replace: true }))}
          empty={(
            <Suspense>
              <TableEmpty
                fault={list.fault} onRetry={list.onRefresh} isFiltered={isFiltered} next={mainButtons}
                onClear={isNarrowed ? () => setUrl({ search: undefined, tags: undefined, quick: undefined }) : undefined}
              />
            </Suspense>
          )}
        />
      </SummaryDrawer>
    </div>
  )
}
