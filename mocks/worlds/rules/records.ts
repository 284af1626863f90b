/** Rules 8, 9 and 10: events, ids, pools. */
import { blankId } from '../../../src/domain/entity.ts'
import { eventTypes } from '../../engine/facts.generated.ts'
import { tableNames } from '../../engine/rows.ts'
import type { World } from '../../engine/world.ts'
import { everyoneId } from '../basics.ts'
import { poolVmName } from '../vms.ts'
import { reporter } from './violation.ts'
import type { Violation } from './violation.ts'

const severities = new Map(Object.values(eventTypes).map(([code, severity]) => [code, severity]))
const codeOf = (name: string) => eventTypes[name]?.[0] ?? -1
const started = codeOf('USER_RUN_VM')
/** Events with which a start begins, whoever asked for it. */
const requests = new Set(['USER_STARTED_VM', 'USER_INITIATED_RUN_VM', 'USER_RUN_VM_AS_STATELESS', 'USER_RESUME_VM', 'VDS_INITIATED_RUN_VM', 'USER_INITIATED_RUN_VM_AND_PAUSE'].map(codeOf))

/** 8. Events carry the code's own severity and ascend in time of writing; an "up" event with a correlation id follows its start under the same one. */
export function eventsTellTheTruth(world: World): Violation[] {
  const { found, report } = reporter('eventsTellTheTruth')
  const starts = new Set<string>()
  const oldestFirst = [...world.events.newestFirst()].reverse()
  const first = oldestFirst[0]?.index ?? 0
  for (const event of oldestFirst) {
    const severity = severities.get(event.code)
    const external = event.origin !== 'oVirt'
    if (severity === undefined && !external) report(`event ${event.index}`, `has the unknown code ${event.code}`)
    else if (severity !== event.severity && !external) report(`event ${event.index}`, `has severity ${event.severity} instead of ${severity ?? ''}`)
    if (event.correlation_id === undefined || !event.refs.vm) continue
    const key = `${event.correlation_id} ${event.refs.vm.id}`
    if (requests.has(event.code)) starts.add(key)
    // the request of a start among the very oldest events may have been forgotten already
    else if (event.code === started && !starts.has(key) && event.index > first + 100) report(`event ${event.index}`, `says that ${event.refs.vm.name} started, which nobody asked for`)
  }
  return found
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Tables whose ids the engine makes of names: directories by their hex, sessions by their token. */
const namedTables = new Set<string>(['domains', 'sessions'])

/** 9. Ids are UUIDs; the Blank template and the group Everyone keep theirs, and every tag hangs below the root. */
export function idsAreWellKnown(world: World): Violation[] {
  const { found, report } = reporter('idsAreWellKnown')
  for (const name of tableNames) {
    if (namedTables.has(name)) continue
    for (const row of world.tables[name as keyof World['tables']].all()) if (!uuid.test(row.id)) report(`${name} ${row.id}`, 'has an id that is no UUID') // names come from the rows' own table
  }
  const { groups, tags, templates } = world.tables
  if (templates.get(blankId)?.name !== 'Blank') report('Blank', 'is not where clients look for it')
  if (groups.get(everyoneId)?.name !== 'Everyone') report('Everyone', 'is not where clients look for it')
  for (const tag of tags.all()) if (tag.parentId !== blankId && !tags.get(tag.parentId)) report(tag.name, 'hangs below no tag')
  return found
}

/** 10. VMs of a pool are called after its mask; one that runs without keeping its changes stands on a stateless snapshot. */
export function poolsKeepTheirShape(world: World): Violation[] {
  const { found, report } = reporter('poolsKeepTheirShape')
  const { snapshots, vmPools, vms } = world.tables
  for (const pool of vmPools.all()) {
    const members = vms.by('vm_pool', pool.id)
    const names = new Set(Array.from({ length: Math.max(members.length, pool.size ?? 0) + 1000 }, (_, number) => poolVmName(pool.name, number + 1)))
    for (const vm of members) {
      if (!names.has(vm.name)) report(vm.name, `is not named after its pool ${pool.name}`)
      const stateless = snapshots.by('vmId', vm.id).some(({ snapshot_type: type }) => type === 'stateless')
      if (vm.host && pool.stateful !== true && !stateless) report(vm.name, 'runs statelessly without a stateless snapshot')
    }
  }
  return found
}
