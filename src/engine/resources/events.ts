import { queryOptions } from '@tanstack/react-query'
import type { EntityType } from '../../domain/entity.ts'
import { eventSubjects, type Event } from '../../domain/event.ts'
import { quoteValue } from '../../domain/search/write.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { submit } from '../changes.ts'
import { date, int, ref } from '../decode.ts'
import { defineResource, type Accepted } from '../resource.ts'

export function decodeEvent(wire: Wire.Event): Event {
  const refs: Partial<Record<(typeof eventSubjects)[number], NonNullable<ReturnType<typeof ref>>>> = {}
  for (const subject of eventSubjects) {
    const found = ref(wire[subject])
    if (found !== undefined) refs[subject] = found
  }
  return {
    id: wire.id ?? '',
    index: int(wire.index) ?? int(wire.id, 0),
    code: int(wire.code, 0),
    severity: wire.severity ?? 'normal',
    time: date(wire.time) ?? 0,
    description: wire.description ?? '',
    correlationId: wire.correlation_id,
    origin: wire.origin,
    customData: wire.custom_data,
    customId: int(wire.custom_id),
    refs,
  }
}

/** The event log, newest first. */
export const events = defineResource<Event & { readonly name?: string }, Wire.Event>({
  type: 'event',
  path: 'events',
  element: 'event',
  decode: decodeEvent,
})

/** Prefixes of the search language for events of one object. Source: AuditLogConditionFieldAutoCompleter. */
const eventPrefixes: Partial<Record<EntityType, string>> = {
  vm: 'vm.name',
  host: 'host.name',
  template: 'template.name',
  cluster: 'cluster.name',
  data_center: 'event_datacenter',
  storage_domain: 'event_storage',
  user: 'usrname',
}

/** Search text for the events of one object; the language knows names only. Undefined for kinds that events do not name. */
export const eventSearchOf = (type: EntityType, name: string): string | undefined => {
  const field = eventPrefixes[type]
  return field === undefined ? undefined : `${field}=${quoteValue(name)}`
}

/** All events of one correlation id, oldest first: the trace of a click. */
export const eventsOfCorrelation = (correlationId: string) =>
  queryOptions({
    queryKey: ['event', 'list', { search: `correlation_id=${correlationId}`, sort: '' }, 1, { trace: true }] as const,
    queryFn: async ({ signal }) => [...(await events.readList({ search: `correlation_id=${correlationId}`, max: 100 }, signal))].reverse(),
  })

/** Every dismissed alert is shown again, for everybody. Source: BackendEventsResource.undelete (UnSetAllDismissedAuditLog). */
export const restoreEvents = (): Promise<Accepted> =>
  submit({ method: 'POST', path: 'events/undelete', options: {}, touches: [], listsOf: ['event'] })
