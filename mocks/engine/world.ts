/**
 * The whole state of an embedded engine. Everything that changes goes through `Table.change`, `insert`, `remove`
 * and `schedule`, so that indexes, persistence (journal of dirty rows) and pending work follow by themselves.
 */
import type { EventRow, Rows, TableName } from './rows.ts'

export interface Table<Row extends { id: string }> {
  readonly size: number
  get(id: string): Row | undefined
  all(): IterableIterator<Row>
  /** all rows by name, letters of both cases alike: the order of lists without `sortby`; kept, not sorted anew */
  byName(): readonly Row[]
  /** rows whose indexed member has this value (`vms.by('host', id)`), in no order; O(result) */
  by(index: string, value: string): readonly Row[]
  insert(row: Row): Row
  /** the only way to change a row: keeps indexes and the journal true */
  change(id: string, edit: (row: Row) => void): Row
  remove(id: string): void
  /** grows with every change: caches compare it */
  readonly version: number
}

/** Work that happens later, as data, so that it survives a restart. `run` names a handler registered with `onTask`. */
export interface Task { readonly id: string; readonly atMs: number; readonly run: string; readonly args: Readonly<Record<string, string | number | boolean | undefined>> }

export interface World {
  readonly tables: { readonly [Name in TableName]: Table<Rows[Name]> }
  readonly events: EventLog
  readonly options: Map<string, OptionValue>
  /** exclusive locks by object id; those of a job that goes on end with it */
  readonly locks: Map<string, { correlationId: string; command: string; jobId: string }>
  readonly seed: number
  /** divides the durations of started operations, nothing else */
  readonly speed: number
  /** engine time, epoch ms: wall clock, in a test world plus what the test advanced */
  now(): number
  /** runs `task` after `seconds` of engine time (already divided by speed inside) */
  schedule(seconds: number, run: string, args: Task['args']): void
  /** the same in plain seconds, not divided by speed: deadlines rather than durations of work */
  scheduleUnscaled(seconds: number, run: string, args: Task['args']): void
  /** runs everything due; called before each request and by the clock */
  settle(): void
  /** seeded and reproducible UUID of a purpose, or a random one for what users create */
  newId(): string
}
export interface OptionValue { readonly level: 'user' | 'admin' | 'internal'; readonly values: readonly { readonly value: string; readonly version: string }[] }

export interface EventLog {
  readonly newest: number
  add(event: Omit<EventRow, 'id' | 'index'>): EventRow
  /** newest first, removed ones left out */
  newestFirst(): IterableIterator<EventRow>
  after(index: number): readonly EventRow[]
  get(index: number): EventRow | undefined
  remove(index: number): boolean
  restoreAll(): void
  /** forgets events older than so many days */
  forgetBefore(nowMs: number, days: number): void
}

const handlers = new Map<string, (world: World, args: Task['args']) => void>()
/** Registers what a task name does. One handler a name; a second registration is a mistake. */
export function onTask(run: string, handler: (world: World, args: Task['args']) => void): void {
  if (handlers.has(run)) throw new Error(`task ${run} is registered twice`)
  handlers.set(run, handler)
}
export function runTask(world: World, task: Task): void {
  const handler = handlers.get(task.run)
  if (!handler) throw new Error(`no handler for task ${task.run}`)
  handler(world, task.args)
}
