import { expect, test } from 'vitest'
import { createWorld } from './createWorld.ts'
import { MemoryEventLog } from './eventLog.ts'
import { seededId } from './ids.ts'
import { MemoryTable } from './table.ts'
import { onTask } from './world.ts'
import type { World } from './world.ts'

interface Row { id: string; name: string; home?: string; tags: string[] }
const rowOf = (id: string, name = id, home?: string): Row => ({ id, name, tags: [], ...(home !== undefined && { home }) })
const tableOf = (...rows: Row[]) => {
  const table = new MemoryTable<Row>({ home: (row) => row.home, tag: (row) => row.tags })
  for (const row of rows) table.insert(row)
  return table
}
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).sort()

test('indexes follow inserts, changes and removals, lists of keys too', () => {
  const table = tableOf(rowOf('a', 'a', 'x'), rowOf('b', 'b', 'x'), rowOf('c'))
  expect(ids(table.by('home', 'x'))).toEqual(['a', 'b'])
  table.change('a', (row) => {
    row.home = 'y'
    row.tags = ['t1', 't2']
  })
  table.change('c', (row) => { row.home = 'x' })
  expect([ids(table.by('home', 'x')), ids(table.by('home', 'y')), ids(table.by('tag', 't2'))]).toEqual([['b', 'c'], ['a'], ['a']])
  table.remove('a')
  expect([table.by('home', 'y'), table.by('tag', 't1'), table.size]).toEqual([[], [], 2])
  expect(() => table.by('colour', 'red')).toThrow('no index colour')
})
test('name order is kept through inserts, renames and removals, whatever the case', () => {
  const table = tableOf(rowOf('1', 'beta'), rowOf('2', 'Alpha'), rowOf('3', 'alpha'))
  const names = () => table.byName().map(({ id }) => id)
  expect(names()).toEqual(['2', '3', '1'])
  table.insert(rowOf('4', 'ALPINE'))
  expect(names()).toEqual(['2', '3', '4', '1'])
  table.change('1', (row) => { row.name = 'aa' })
  expect(names()).toEqual(['1', '2', '3', '4'])
  table.remove('3')
  expect(names()).toEqual(['1', '2', '4'])
})
test('a random sequence of changes leaves indexes and order as if built anew', () => {
  const table = tableOf()
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  for (let count = 0; count < 2000; count += 1) {
    const id = String(next(60))
    if (!table.get(id)) table.insert(rowOf(id, `n${next(20)}`, `h${next(5)}`))
    else if (next(3) === 0) table.remove(id)
    else table.change(id, (row) => { Object.assign(row, { name: `N${next(20)}`, home: `h${next(5)}` }) })
    if (next(10) === 0) table.byName()
  }
  const anew = tableOf(...[...table.all()].map((row) => ({ ...row })))
  expect(table.byName().map(({ id }) => id)).toEqual(anew.byName().map(({ id }) => id))
  for (const home of ['h0', 'h1', 'h2', 'h3', 'h4']) expect(ids(table.by('home', home))).toEqual(ids(anew.by('home', home)))
})

const logOf = (...times: number[]) => {
  const log = new MemoryEventLog()
  for (const time of times) log.add({ code: 1, severity: 'normal', time, description: '', origin: 'oVirt', custom_id: -1, flood_rate: 30, refs: {} })
  return log
}
test('events newer than an index come newest first; indexes are never used twice', () => {
  const log = logOf(1, 2, 3)
  expect(log.after(1).map(({ index }) => index)).toEqual([3, 2])
  log.remove(3)
  expect([log.after(1).map(({ index }) => index), log.newest, log.remove(3)]).toEqual([[2], 3, false])
  log.restoreAll()
  expect(log.after(0)).toHaveLength(3)
})
test('events older than the retention are forgotten', () => {
  const day = 86_400_000
  const log = logOf(0, 5 * day, 40 * day)
  log.forgetBefore(41 * day, 30)
  expect([...log.newestFirst()].map(({ index }) => index)).toEqual([3])
  expect([log.get(1), log.get(3)?.index]).toEqual([undefined, 3])
})

const runs: string[] = []
onTask('createWorld.test.note', (_world, { what }) => { runs.push(String(what)) })
onTask('createWorld.test.chain', (world: World, { left }) => {
  runs.push(`chain ${left}`)
  if (Number(left) > 0) world.schedule(10, 'createWorld.test.chain', { left: Number(left) - 1 })
})
const flush = () => runs.splice(0)

test('in a held world work waits for advance and runs in order of time', () => {
  let wall = 1_000_000
  const world = createWorld({ seed: 1, speed: 2, now: () => wall, held: true })
  world.schedule(20, 'createWorld.test.note', { what: 'late' })
  world.schedule(10, 'createWorld.test.note', { what: 'early' })
  world.scheduleUnscaled(11, 'createWorld.test.note', { what: 'deadline' })
  wall += 3_600_000
  world.settle()
  expect(flush()).toEqual([])
  world.advance(5)
  expect(flush()).toEqual(['early'])
  world.advance(6)
  expect(flush()).toEqual(['late', 'deadline'])
  expect(world.now()).toBe(wall + 11_000)
})
test('a chain of work keeps its durations however late it is settled', () => {
  let wall = 0
  const world = createWorld({ seed: 1, speed: 1, now: () => wall })
  world.schedule(10, 'createWorld.test.chain', { left: 2 })
  wall = 25_000
  world.settle()
  expect(flush()).toEqual(['chain 2', 'chain 1'])
  wall = 30_000
  world.settle()
  expect(flush()).toEqual(['chain 0'])
})
test('the same seed gives the same ids, another seed others, all well-formed and different', () => {
  const made = Array.from({ length: 2000 }, (_, number) => seededId(1, number))
  expect(new Set(made).size).toBe(2000)
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  expect(seededId(1, 5)).toBe(made[5])
  expect(seededId(2, 5)).not.toBe(made[5])
})
