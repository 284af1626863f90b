import { Label } from '@patternfly/react-core'
import { Link } from 'react-router'
import type { Column } from '../../blocks/column.ts'
import { EventText } from '../../blocks/events/EventText.tsx'
import { SeverityIcon } from '../../blocks/events/SeverityIcon.tsx'
import { tracePath } from '../../blocks/toasts/ToastHost.tsx'
import type { Event, EventSubject } from '../../domain/event.ts'
import { useFormat } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/messages.ts'

const Moment = ({ time }: { readonly time: number }) => {
  const { dateTime, relative } = useFormat()
  return <time dateTime={new Date(time).toISOString()} title={relative(time)}>{dateTime(time)}</time>
}

/** Objects that an event speaks of: column, and the page the name leads to where there is one. */
const subjectColumn = (id: MessageKey & string, subject: EventSubject, sortBy?: string, segment?: string): Column<Event> => ({
  id,
  value: ({ refs }) => refs[subject]?.name,
  cell: ({ refs }) => {
    const ref = refs[subject]
    if (!ref) return null
    return segment ? <Link to={`/${segment}/${ref.id}`}><bdi>{ref.name ?? ref.id}</bdi></Link> : <bdi>{ref.name ?? ref.id}</bdi>
  },
  ...(sortBy === undefined ? {} : { sortBy }),
})

/** What the basic view shows. */
export const basicColumns: readonly Column<Event>[] = [
  { id: 'event.column.severity', value: ({ severity }) => severity, cell: ({ severity }) => <SeverityIcon severity={severity} />, sortBy: 'severity', widthPx: 120 },
  { id: 'event.column.time', value: ({ time }) => new Date(time).toISOString(), cell: ({ time }) => <Moment time={time} />, sortBy: 'time', widthPx: 200 },
  { id: 'event.column.message', also: ['common.col.events'], value: ({ description }) => description, cell: (event) => <EventText event={event} />, sortBy: 'message', widthPx: 480 },
]

/** What the advanced view adds; names of kinds whose pages exist are links. */
export const advancedColumns: readonly Column<Event>[] = [
  ...basicColumns,
  { id: 'event.column.code', value: ({ code }) => String(code), align: 'end', widthPx: 100 },
  subjectColumn('event.column.user', 'user', 'usrname'),
  subjectColumn('event.column.host', 'host', 'event_host', 'hosts'),
  subjectColumn('event.column.vm', 'vm', 'event_vm', 'vms'),
  subjectColumn('event.column.template', 'template', 'event_template'),
  subjectColumn('event.column.data-center', 'data_center', 'event_datacenter', 'datacenters'),
  subjectColumn('event.column.storage', 'storage_domain', 'event_storage'),
  subjectColumn('event.column.cluster', 'cluster', undefined, 'clusters'),
  {
    id: 'event.column.correlation',
    value: ({ correlationId }) => correlationId,
    cell: ({ correlationId }) => (correlationId ? <Link to={tracePath(correlationId)}><code>{correlationId}</code></Link> : null),
    sortBy: 'correlation_id',
    widthPx: 300,
  },
  { id: 'event.column.origin', value: ({ origin }) => origin, cell: ({ origin }) => (origin ? <Label isCompact><span data-original>{origin}</span></Label> : null), sortBy: 'origin' },
  { id: 'event.column.custom', value: ({ customId }) => (customId === undefined ? undefined : String(customId)), align: 'end', sortBy: 'custom_event_id' },
]

