import type { Action } from '../../blocks/action.ts'
import { tracePath } from '../../blocks/toasts/ToastHost.tsx'
import type { Event } from '../../domain/event.ts'
import { no, yes } from '../../domain/verdict.ts'
import { events } from '../../engine/resources/events.ts'

/** What can be done with entries of the log. */
export const eventActions: readonly Action<Event>[] = [
  {
    id: 'event.action.details',
    group: 'rest',
    takes: 'one',
    href: (event) => `/events/${event?.id ?? ''}`,
  },
  {
    id: 'event.action.trace',
    group: 'rest',
    takes: 'one',
    check: ({ correlationId }) => (correlationId === undefined ? no('event.action.trace.refused') : yes),
    href: (event) => tracePath(event?.correlationId ?? ''),
  },
  {
    id: 'event.action.dismiss',
    group: 'destroy',
    takes: 'many',
    // ExternalEventCommandBase, from which RemoveAuditLogByIdCommand inherits
    permit: 'inject_external_events',
    confirm: {},
    run: (event) => events.remove(event),
  },
]
