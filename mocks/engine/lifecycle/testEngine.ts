/** A small world behind plain HTTP for the tests of this folder: time moves only by `advance`. */
import { buildWorld, type WorldState } from '../../worlds/build.ts'
import { handle } from '../handle.ts'
import type { OwnedWorld } from '../createWorld.ts'
import type { HostRow, VmRow } from '../rows.ts'

interface Answer { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

export interface TestEngine {
  readonly world: OwnedWorld
  readonly request: (method: string, path: string, body?: object, user?: string) => Promise<Answer>
  readonly post: (path: string, body?: object) => Promise<Answer>
  readonly get: (path: string) => Promise<Answer>
  readonly vm: (id: string) => VmRow
  readonly host: (id: string) => HostRow
  /** codes of the events written about this object since the world was made, oldest first */
  readonly eventCodes: (objectId: string) => readonly number[]
}

const nowMs = Date.parse('2026-03-02T10:00:00Z')

export function testEngine(state: WorldState = 'small', seed = 1): TestEngine {
  const world = buildWorld({ state, seed, held: true, now: () => nowMs })
  const newest = world.events.newest
  const request = async (method: string, path: string, body?: object, user = 'admin@internal'): Promise<Answer> => {
    const answer = await handle(new Request(`http://engine/ovirt-engine/api/${path}`, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', Authorization: `Basic ${btoa(`${user}:demo`)}` },
      ...(body && { body: JSON.stringify(body) }),
    }), world)
    const text = await answer.text()
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {}
    return { status: answer.status, body: typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {} }
  }
  const there = <Row>(row: Row | undefined): Row => {
    if (row === undefined) throw new Error('the row of the test is gone')
    return row
  }
  return {
    world, request,
    post: async (path, body = {}) => await request('POST', path, body),
    get: async (path) => await request('GET', path),
    vm: (id) => there(world.tables.vms.get(id)),
    host: (id) => there(world.tables.hosts.get(id)),
    eventCodes: (objectId) => world.events.after(newest).toReversed().filter(({ refs }) => Object.values(refs).some(({ id }) => id === objectId)).map(({ code }) => code),
  }
}

/** The first row that fits; a test without one cannot run. */
export function first<Row>(rows: Iterable<Row>, fits: (row: Row) => boolean): Row {
  for (const row of rows) if (fits(row)) return row
  throw new Error('the world of the test has no such row')
}
