/** The audit log over REST. Source: BackendEventsResource, EventMapper, AddExternalEventCommand. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { eventTypes } from '../facts.generated.ts'
import { countParameter } from '../parameters.ts'
import { theSystem } from '../permissions.ts'
import { collection, onAction } from '../registry.ts'
import type { EventRow } from '../rows.ts'

/** Newest first; `from` is ignored under the filter, where the engine reads its whole log. */
function* list({ world, query, filtered }: Call): Generator<EventRow> {
  const from = filtered ? undefined : countParameter(query, 'from')
  yield* from === undefined ? world.events.newestFirst() : world.events.after(from)
}
const find = ({ world }: Call, id: string) => {
  const row = /^\d+$/.test(id) ? world.events.get(Number(id)) : undefined
  return row?.removed ? undefined : row
}

const externalEvents = { normal: 'EXTERNAL_EVENT_NORMAL', warning: 'EXTERNAL_EVENT_WARNING', error: 'EXTERNAL_EVENT_ERROR', alert: 'EXTERNAL_ALERT' } as const

/** Names of the objects that an external event is about; ids that nothing has are left out. */
function refsOf({ world: { tables } }: Call, event: Partial<Model.Event>): EventRow['refs'] {
  const named = (row: { id: string; name: string } | undefined) => row && { id: row.id, name: row.name }
  const user = tables.users.get(event.user?.id ?? '')
  const refs = {
    cluster: named(tables.clusters.get(event.cluster?.id ?? '')), data_center: named(tables.dataCenters.get(event.data_center?.id ?? '')),
    host: named(tables.hosts.get(event.host?.id ?? '')), storage_domain: named(tables.storageDomains.get(event.storage_domain?.id ?? '')),
    template: named(tables.templates.get(event.template?.id ?? '')), vm: named(tables.vms.get(event.vm?.id ?? '')),
    user: user && { id: user.id, name: user.user_name },
  }
  return Object.fromEntries(Object.entries(refs).filter(([, ref]) => ref !== undefined))
}

collection('events', {
  type: 'Event', search: 'events', list, find,
  show: (row): Model.Event => {
    const { refs, removed: _removed, ...event } = row
    return { ...event, ...refs }
  },
  add: (call) => {
    const event = bodyOf<Model.Event>(call)
    const { origin = '', severity = 'normal', custom_id = 0, description = '', flood_rate = 30 } = event
    const added: EventRow[] = []
    runCommand(call, {
      name: 'AddExternalEvent', permit: 'inject_external_events', on: [theSystem],
      validate: () => {
        if (origin.toLowerCase() === 'ovirt') refuse('ACTION_TYPE_FAILED_EXTERNAL_EVENT_ILLEGAL_ORIGIN')
        for (const row of call.world.events.newestFirst()) {
          if (row.origin === origin && row.custom_id === custom_id) refuse('ACTION_TYPE_FAILED_EXTERNAL_EVENT_DUPLICATE_CUSTOM_ID')
        }
      },
      execute: () => {
        added.push(call.world.events.add({
          code: eventTypes[externalEvents[severity]]?.[0] ?? 0, severity, time: call.world.now(), description, origin, custom_id, flood_rate,
          correlation_id: call.correlationId, refs: refsOf(call, event),
        }))
      },
    })
    return added[0] ?? refuse('ACTION_TYPE_FAILED_EXTERNAL_EVENT_NOT_FOUND')
  },
  remove: (call, row) => {
    runCommand(call, { name: 'RemoveAuditLogById', permit: 'audit_log_management', on: [theSystem], execute: () => { call.world.events.remove(row.index) } })
  },
})

onAction('events', 'undelete', (call) => {
  runCommand(call, { name: 'DisplayAllAuditLogAlerts', permit: 'audit_log_management', on: [theSystem], execute: () => call.world.events.restoreAll() })
})
