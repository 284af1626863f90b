import { useMemo, useState } from 'react'
import { ListPanel } from '../../blocks/detail/SubList.tsx'
import type { Sort } from '../../blocks/table/sortLoaded.ts'
import { usePagedList } from '../../blocks/table/usePagedList.ts'
import type { EntityType } from '../../domain/entity.ts'
import { eventSearchOf, events } from '../../engine/resources/events.ts'
import { eventActions } from './actions.ts'
import { advancedColumns } from './columns.tsx'

interface EventsTabProps { readonly parentName: string }

/** Columns beyond the basic view start hidden here; the chooser offers them. */
const columns = advancedColumns.map((column, place) => (place < 3 ? column : { ...column, hidden: true }))

/** The tab with the events of one kind of object. */
export const createEventsTab = (type: EntityType, id: string) => {
  const Tab = ({ parentName }: EventsTabProps) => {
    const [sort, setSort] = useState<Sort>()
    const search = eventSearchOf(type, parentName) ?? ''
    const query = useMemo(() => ({ search, ...(sort && { sort }) }), [search, sort])
    const list = usePagedList(events, query)
    return <ListPanel id={id} title="entities.event" placed={events} columns={columns} actions={eventActions} list={list} sort={sort} onSort={setSort} />
  }
  return { Tab }
}
