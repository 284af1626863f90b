/** Makes an empty engine: no rows, options as shipped. mocks/worlds fills it. */
import { MemoryEventLog } from './eventLog.ts'
import { housekeep } from './housekeeping.ts'
import { seededId } from './ids.ts'
import { indexes } from './indexes.ts'
import { addShippedOptions } from './options.ts'
import { tableNames } from './rows.ts'
import type { Rows, TableName } from './rows.ts'
import { Schedule } from './schedule.ts'
import { MemoryTable } from './table.ts'
import { runTask } from './world.ts'
import type { OptionValue, Task, World } from './world.ts'

export interface WorldSettings {
  readonly seed: number
  /** divides durations of started operations; 1 = as long as in life */
  readonly speed: number
  /** wall clock, epoch ms; Date.now when absent */
  readonly now?: () => number
  /** started operations wait for `advance` instead of the wall clock: test worlds */
  readonly held?: boolean
}

type Tables = { readonly [Name in TableName]: MemoryTable<Rows[Name]> }

/** A world with what only its owners (listener, control API, persistence) may do. */
export interface OwnedWorld extends World {
  readonly tables: Tables
  readonly events: MemoryEventLog
  readonly tasks: Schedule
  /** how many ids were made; kept so that a restarted engine goes on with fresh ones */
  idsMade: number
  /** seconds that a test moved the clock forward */
  readonly advancedMs: number
  /** moves the clock and does all work that falls due, in its order of time */
  advance(seconds: number): void
}

function makeTables(): Tables {
  const make = <Name extends TableName>(name: Name) => new MemoryTable<Rows[Name]>(indexes[name])
  // Built from the complete list of names, each with the rows and indexes of its own.
  return Object.fromEntries(tableNames.map((name) => [name, make(name)])) as unknown as Tables
}

export function createWorld({ seed, speed, now: wallClock = Date.now, held = false }: WorldSettings): OwnedWorld {
  const tables = makeTables()
  const events = new MemoryEventLog()
  const tasks = new Schedule()
  const startedMs = wallClock()
  let advancedMs = 0
  let settling = false

  const startMs = () => held ? startedMs : wallClock()
  /** Clock of operations: in a held world it stands still between advances. */
  const operationMs = () => startMs() + advancedMs
  /** while a task runs, its own due time: chains of work keep their durations however late they are settled */
  let taskMs: number | undefined

  const world: OwnedWorld = {
    tables, events, tasks, seed, speed, idsMade: 0,
    options: new Map<string, OptionValue>(),
    locks: new Map(),
    get advancedMs() { return advancedMs },
    now: () => wallClock() + advancedMs,
    schedule: (seconds, run, args) => add(seconds / speed, run, args),
    scheduleUnscaled: (seconds, run, args) => add(seconds, run, args),
    settle: () => settleUntil(operationMs()),
    newId: () => {
      world.idsMade += 1
      return seededId(seed, world.idsMade)
    },
    advance: (seconds) => {
      const targetMs = advancedMs + seconds * 1000
      // Task by task, so that each sees the clock it is due at.
      for (let next = tasks.nextMs; next !== undefined && next <= startMs() + targetMs; next = tasks.nextMs) {
        advancedMs = Math.max(advancedMs, next - startMs())
        settleUntil(operationMs())
      }
      advancedMs = targetMs
      settleUntil(operationMs())
    },
  }
  addShippedOptions(world)

  function add(seconds: number, run: string, args: Task['args']) {
    tasks.add({ id: world.newId(), atMs: (taskMs ?? operationMs()) + seconds * 1000, run, args })
  }
  function settleUntil(dueMs: number) {
    if (settling) return
    settling = true
    try {
      for (let task = tasks.takeDue(dueMs); task; task = tasks.takeDue(dueMs)) {
        taskMs = task.atMs
        runOne(task)
      }
      taskMs = undefined
      housekeep(world)
    } finally {
      taskMs = undefined
      settling = false
    }
  }
  /** A task that fails is a mistake of ours: a test must hear of it, an engine in use goes on with the others. */
  function runOne(task: Task) {
    try {
      runTask(world, task)
    } catch (mistake) {
      if (held) throw mistake
      console.error(`embedded engine: task ${task.run} failed`, mistake)
    }
  }
  return world
}
