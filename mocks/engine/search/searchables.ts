/** Objects that can be searched for: where their rows are, in which order they are kept, which conditions an index answers. */
import { isNullWord } from '../../../src/domain/search/value.ts'
import type { Condition } from '../../../src/domain/search/parse.ts'
import type { EventRow, HostRow, JobRow, VmRow } from '../rows.ts'
import type { Table, World } from '../world.ts'
import type { Context } from './context.ts'
import { textMatcher } from './match.ts'
import { rowsNamed } from './names.ts'
import {
  clusterRelations, dataCenterRelations, diskRelations, eventRelations, hostRelations, networkRelations, storageRelations, templateRelations, userRelations, vmRelations,
  type Relations,
} from './relations.ts'
import { oneOrNone, present } from './rowsOf.ts'
import type { Searchable, Shortcut } from './searchRows.ts'
import type { Source } from './source.ts'
import { cluster, dataCenter } from './sources/clusters.ts'
import { event } from './sources/event.ts'
import { host } from './sources/host.ts'
import { job } from './sources/job.ts'
import { group, user } from './sources/people.ts'
import { disk, network, storage } from './sources/storageNetwork.ts'
import { pool, template } from './sources/template.ts'
import { tagRowsWithin } from './tags.ts'
import { vm } from './sources/vm.ts'
import { vmStatuses } from '../../../src/domain/vmStatus.ts'

/** Fields (`cluster`, `host.name`) whose value is the name or id of another row that has an index of ours. */
type Ways<Row> = Readonly<Record<string, (value: string, context: Context) => readonly Row[] | undefined>>

const shortcutBy = <Row>(ways: Ways<Row>): Shortcut<Row> => ({ relation, field, operator, value }: Condition, context) => {
  if (operator !== '=' || field === undefined || isNullWord(value)) return undefined
  return ways[relation === undefined ? field : `${relation}.${field}`]?.(value, context)
}

type Tables = World['tables']
type Keyed = { readonly id: string; readonly name?: string | undefined }
const named = <Row extends { id: string; name?: string | undefined }>(tableOf: (tables: Tables) => Pick<Table<Row>, 'byName'>) => (value: string, { world }: Context) =>
  rowsNamed(tableOf(world.tables), value)
const withId = <Row extends { id: string }>(tableOf: (tables: Tables) => Pick<Table<Row>, 'get'>) => (value: string, { world }: Context): readonly Row[] =>
  oneOrNone(tableOf(world.tables).get(value.toLowerCase()))
/** through another row: those of ours that its index names */
const through = <Other extends Keyed, Row>(others: (value: string, context: Context) => readonly Other[] | undefined, mine: (tables: Tables, other: Other) => readonly Row[]) =>
  (value: string, context: Context): readonly Row[] | undefined => others(value, context)?.flatMap((other) => mine(context.world.tables, other))

const hostsNamed = named((tables) => tables.hosts)
const clustersNamed = named((tables) => tables.clusters)
const dataCentersNamed = named((tables) => tables.dataCenters)
const templatesNamed = named((tables) => tables.templates)
const poolsNamed = named((tables) => tables.vmPools)
const clustersIn = (tables: Tables, { id }: Keyed) => tables.clusters.by('data_center', id)

/** rows that carry a tag or one below it */
const tagged = <Row extends { id: string }>(tableOf: (tables: Tables) => Pick<Table<Row>, 'get'>) => (value: string, { world, caseSensitive }: Context): readonly Row[] =>
  present(new Set([...tagRowsWithin(world, textMatcher(value, caseSensitive))].flatMap(({ id }) => world.tables.tagUses.by('tag', id).map(({ target }) => tableOf(world.tables).get(target.id)))))

const vmWays: Ways<VmRow> = {
  status: (value, { world }) => vmStatusesOf(value.toLowerCase())?.flatMap((status) => world.tables.vms.by('status', status)),
  tag: tagged((tables) => tables.vms),
  id: withId((tables) => tables.vms),
  name: named((tables) => tables.vms),
  on_host: through(hostsNamed, ({ vms }, { id }) => vms.by('host', id)),
  'host.name': through(hostsNamed, ({ vms }, { id }) => vms.by('host', id)),
  'host.id': (value, { world }) => world.tables.vms.by('host', value.toLowerCase()),
  cluster: through(clustersNamed, ({ vms }, { id }) => vms.by('cluster', id)),
  datacenter: through(dataCentersNamed, (tables, dataCenter) => clustersIn(tables, dataCenter).flatMap(({ id }) => tables.vms.by('cluster', id))),
  pool: through(poolsNamed, ({ vms }, { id }) => vms.by('vm_pool', id)),
  'template.name': through(templatesNamed, ({ vms }, { id }) => vms.by('template', id)),
  'template._vmt_id': (value, { world }) => world.tables.vms.by('template', value.toLowerCase()),
}
/** Statuses of REST that the language calls `word`. Machines with illegal images have none, so no index finds them. */
const vmStatusesOf = (word: string): readonly string[] | undefined => {
  if (word === 'imageillegal') return undefined
  return word === 'migratingfrom' ? ['migrating'] : vmStatuses.filter((status) => status.replaceAll('_', '') === word)
}

const hostWays: Ways<HostRow> = {
  tag: tagged((tables) => tables.hosts),
  id: withId((tables) => tables.hosts),
  name: hostsNamed,
  cluster: through(clustersNamed, ({ hosts }, { id }) => hosts.by('cluster', id)),
  datacenter: through(dataCentersNamed, (tables, dataCenter) => clustersIn(tables, dataCenter).flatMap(({ id }) => tables.hosts.by('cluster', id))),
  'vm.id': (value, { world }) => {
    const { hosts, vms } = world.tables
    const on = vms.get(value.toLowerCase())?.host
    return oneOrNone(on && hosts.get(on.id))
  },
}

type NamedTable<Row extends { id: string }> = Pick<Table<Row>, 'byName' | 'get' | 'size'>
/** Rows kept in name order, which is their default order too. */
const byName = <Row extends { id: string; name?: string | undefined }>(source: Source<Row>, tableOf: (tables: Tables) => NamedTable<Row>, relations: Relations<Row> = {}, ways: Ways<Row> = { name: named(tableOf) }): Searchable<Row> => ({
  ...source, relations,
  all: ({ world }) => tableOf(world.tables).byName(),
  backwards: function* backwards({ world }) {
    const rows = tableOf(world.tables).byName()
    for (let at = rows.length - 1; at >= 0; at -= 1) {
      const row = rows[at]
      if (row) yield row
    }
  },
  isOrdered: true, count: ({ world }) => tableOf(world.tables).size, shortcut: shortcutBy(ways),
})

export const vms = byName(vm, (tables) => tables.vms, vmRelations, vmWays)
export const hosts = byName(host, (tables) => tables.hosts, hostRelations, hostWays)
export const clusters = byName(cluster, (tables) => tables.clusters, clusterRelations)
export const dataCenters = byName(dataCenter, (tables) => tables.dataCenters, dataCenterRelations)
export const templates = byName(template, (tables) => tables.templates, templateRelations, {
  _vmt_id: withId((tables) => tables.templates), name: templatesNamed, cluster: through(clustersNamed, (tables, { id }) => tables.templates.by('cluster', id)),
})
export const pools = byName(pool, (tables) => tables.vmPools)
export const storageDomains = byName(storage, (tables) => tables.storageDomains, storageRelations)
export const users = byName(user, (tables) => tables.users, userRelations)
export const groups = byName(group, (tables) => tables.groups)
export const networks = { ...byName(network, (tables) => tables.networks, networkRelations), isOrdered: false }
/** Disks are ordered by alias, which is their name, then by id. */
export const disks = { ...byName(disk, (tables) => tables.disks, diskRelations, { id: withId((tables) => tables.disks), name: named((tables) => tables.disks) }), isOrdered: false }
/** Newest first, which is the default order. */
export const events: Searchable<EventRow> = { ...event, relations: eventRelations, all: ({ world, after }) => after === undefined ? world.events.newestFirst() : world.events.after(after), isOrdered: true, count: ({ world }) => world.events.newest }
export const jobs: Searchable<JobRow> = {
  ...job, relations: {}, all: ({ world }) => world.tables.jobs.all(), isOrdered: false, count: ({ world }) => world.tables.jobs.size,
  shortcut: shortcutBy({ correlation_id: (value, { world }) => world.tables.jobs.by('correlation', value) }),
}
