/** Writes events. Codes and severities are the engine's (AuditLogType); English texts are ours. */
import { eventTypes } from './facts.generated.ts'
import { eventTexts } from './eventTexts.ts'
import { lifecycleTexts } from './lifecycle/eventTexts.ts'
import type { EventRow, UserRow } from './rows.ts'
import type { World } from './world.ts'

export type EventRefKind = keyof EventRow['refs']
export interface EventDetails {
  /** rows or `{id, name}` of what the event is about; cluster and data center follow from VM and host by themselves */
  readonly refs?: { readonly [Kind in Exclude<EventRefKind, 'user'>]?: { readonly id: string; readonly name: string } | undefined }
  /** values of further placeholders of the text, such as `reason` */
  readonly vars?: Readonly<Record<string, string | number>>
  readonly correlationId?: string | undefined
  readonly user?: Pick<UserRow, 'id' | 'user_name'> | undefined
}

/** Last time an event was written per kind and objects, for those the engine does not repeat at once. */
const lastTimes = new WeakMap<World, Map<string, number>>()

/**
 * Writes the event `name` (such as `USER_STARTED_VM`). Events with a flood window are dropped when the same one about the
 * same objects was written within it; then nothing is returned.
 */
export function emit(world: World, name: string, { refs = {}, vars = {}, correlationId, user }: EventDetails = {}): EventRow | undefined {
  const type = eventTypes[name]
  if (!type) throw new Error(`unknown event ${name}`)
  const [code, severity, floodSeconds] = type
  const full = { ...placeOf(world, refs), ...(user && { user: { id: user.id, name: user.user_name } }) }
  if (floodSeconds !== undefined && isRepetition(world, `${name} ${Object.values(full).map(({ id }) => id).join()}`, floodSeconds)) return undefined
  return world.events.add({
    code, severity, time: world.now(), origin: 'oVirt', custom_id: -1, flood_rate: floodSeconds ?? 30,
    description: describe(name, full, vars), refs: full,
    ...(correlationId !== undefined && { correlation_id: correlationId }),
  })
}

function isRepetition(world: World, key: string, seconds: number): boolean {
  const times = lastTimes.get(world) ?? new Map<string, number>()
  lastTimes.set(world, times)
  const now = world.now()
  const last = times.get(key)
  if (last !== undefined && now - last < seconds * 1000) return true
  times.delete(key)
  times.set(key, now)
  const oldest = times.keys().next()
  if (times.size > 10_000 && !oldest.done) times.delete(oldest.value)
  return false
}

/** Names of the objects, and the cluster and data center around them. Source: AuditLogDirector fills both from VM or host. */
function placeOf({ tables }: World, refs: NonNullable<EventDetails['refs']>): EventRow['refs'] {
  const named: EventRow['refs'] = {}
  const put = (kind: EventRefKind, row: { id: string; name: string } | undefined) => { if (row) named[kind] ??= { id: row.id, name: row.name } }
  const { vm, host, template, cluster, data_center, storage_domain } = refs
  put('vm', vm)
  put('host', host)
  put('template', template)
  put('storage_domain', storage_domain)
  put('cluster', cluster)
  put('data_center', data_center)
  const vmRow = vm && tables.vms.get(vm.id)
  const hostRow = host && tables.hosts.get(host.id)
  put('cluster', tables.clusters.get((vmRow ?? hostRow)?.cluster.id ?? ''))
  put('template', vmRow && tables.templates.get(vmRow.template.id))
  put('data_center', tables.dataCenters.get(tables.clusters.get(named.cluster?.id ?? '')?.data_center?.id ?? ''))
  return named
}

/** Our English sentence of the event, or the words of its name with the objects it is about. */
export function describe(name: string, refs: EventRow['refs'], vars: Readonly<Record<string, string | number>>): string {
  const known: Readonly<Record<string, string | number>> = { ...Object.fromEntries(Object.entries(refs).map(([kind, ref]) => [kind, ref.name])), ...vars }
  const text = eventTexts[name] ?? lifecycleTexts[name]
  if (text !== undefined) return text.replace(/\{(\w+)\}/g, (_, key: string) => String(known[key] ?? ''))
  const words = name.toLowerCase().replaceAll('_', ' ')
  const about = (['vm', 'host', 'storage_domain', 'template', 'user'] as const).flatMap((kind) => refs[kind] ? [`${kind.replace('_', ' ')} ${refs[kind].name}`] : [])
  const more = Object.entries(vars).map(([key, value]) => `${key} ${value}`)
  const details = [...about, ...more].join(', ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${details ? `: ${details}` : ''}`
}
