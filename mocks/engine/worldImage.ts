/** A world as data, so that it can be kept: everything once, and afterwards what changed. */
import { createWorld } from './createWorld.ts'
import type { OwnedWorld, WorldSettings } from './createWorld.ts'
import { longJobs } from './jobs.ts'
import type { EventRow, Rows, TableName } from './rows.ts'
import { tableNames } from './rows.ts'
import type { MemoryTable } from './table.ts'
import type { OptionValue, Task } from './world.ts'

/** The small things, kept as a whole. */
interface Meta {
  readonly seed: number
  readonly idsMade: number
  readonly savedMs: number
  readonly options: readonly (readonly [string, OptionValue])[]
  readonly locks: readonly (readonly [string, { correlationId: string; command: string; jobId: string }])[]
  readonly longJobs: readonly string[]
  readonly tasks: readonly Task[]
}
/** One piece of an image: a row (`null` = removed), an event, or the small things. */
export type Piece =
  | { readonly table: TableName; readonly id: string; readonly row: Rows[TableName] | null }
  | { readonly event: EventRow }
  | { readonly meta: Meta }

const metaOf = (world: OwnedWorld): Meta => ({
  seed: world.seed, idsMade: world.idsMade, savedMs: world.now(),
  options: [...world.options], locks: [...world.locks], longJobs: [...longJobs(world)], tasks: world.tasks.tasks,
})

/** From here on the world remembers what changes. */
function keep(world: OwnedWorld): void {
  for (const table of tableNames) world.tables[table].isKept = true
  world.events.isKept = true
}

/** The whole world; forgets what was changed, since the image has it, and remembers what changes from now on. */
export function* imageOf(world: OwnedWorld): Generator<Piece> {
  keep(world)
  yield { meta: metaOf(world) }
  for (const table of tableNames) {
    for (const row of world.tables[table].all()) yield { table, id: row.id, row }
    world.tables[table].dirty.clear()
  }
  for (const event of world.events.all()) yield { event }
  world.events.dirty.clear()
  lastTasks.set(world, world.tasks.version)
}

const lastTasks = new WeakMap<OwnedWorld, number>()

/** What changed since the last image or the last call; nothing when the world stood still. */
export function takeChanges(world: OwnedWorld): readonly Piece[] {
  const pieces: Piece[] = []
  for (const table of tableNames) {
    const { dirty } = world.tables[table]
    for (const id of dirty) pieces.push({ table, id, row: world.tables[table].get(id) ?? null })
    dirty.clear()
  }
  for (const index of world.events.dirty) {
    const event = world.events.get(index)
    if (event) pieces.push({ event })
  }
  world.events.dirty.clear()
  if (pieces.length > 0 || lastTasks.get(world) !== world.tasks.version) pieces.push({ meta: metaOf(world) })
  lastTasks.set(world, world.tasks.version)
  return pieces
}

/** Puts a kept world together again out of its pieces, the later ones of a row win. Throws on what no world can hold. */
export function worldFrom(pieces: Iterable<Piece>, settings: Omit<WorldSettings, 'seed'>): OwnedWorld {
  const rows = new Map<TableName, Map<string, Rows[TableName]>>(tableNames.map((name) => [name, new Map()]))
  const events = new Map<number, EventRow>()
  let meta: Meta | undefined
  for (const piece of pieces) {
    if ('meta' in piece) meta = piece.meta
    else if ('event' in piece) events.set(piece.event.index, piece.event)
    else if (piece.row === null) rows.get(piece.table)?.delete(piece.id)
    else rows.get(piece.table)?.set(piece.id, piece.row)
  }
  if (!meta) throw new Error('the image has no beginning')
  const world = createWorld({ ...settings, seed: meta.seed })
  const fill = <Name extends TableName>(name: Name) => {
    const table: MemoryTable<Rows[Name]> = world.tables[name]
    // Pieces carry the name of their table, so the rows of a name are rows of that table.
    for (const row of (rows.get(name)?.values() ?? []) as Iterable<Rows[Name]>) table.insert(row)
  }
  tableNames.forEach(fill)
  for (const event of [...events.values()].sort((one, other) => one.index - other.index)) world.events.restore(event)
  for (const [name, value] of meta.options) world.options.set(name, value)
  for (const [object, lock] of meta.locks) world.locks.set(object, lock)
  for (const job of meta.longJobs) longJobs(world).add(job)
  for (const task of meta.tasks) world.tasks.add(task)
  world.idsMade = meta.idsMade
  keep(world)
  lastTasks.set(world, world.tasks.version)
  return world
}
