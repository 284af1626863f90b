import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channel } from '../../lib/channel.ts'
import { silentChannel } from '../../lib/channel.ts'
import { systemClock } from '../../lib/clock.ts'
import { createStore } from '../../lib/store.ts'
import { queryClient } from '../cache.ts'
import type { Page } from '../rows.ts'
import { vms } from '../resources/vms.ts'
import { hosts } from '../resources/hosts.ts'
import { statisticsQuery } from '../resources/statistics.ts'
import type { Vm } from '../../domain/vm.ts'
import { json, playEngine, type Seen } from '../testEngine.ts'
import type { Attention } from './attention.ts'
import { toTouch } from './eventTargets.ts'
import { joinElection } from './leader.ts'
import { createLive, type Live } from './live.ts'
import { startLoop } from './loop.ts'

let stops: (() => void)[] = []
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  vi.useRealTimers()
})

/** An engine with VMs whose rows the test changes, and a log it writes. */
function engine(change: { readonly filtered?: boolean } = {}) {
  const rows = new Map<string, Record<string, unknown>>()
  const log: Record<string, unknown>[] = [{ id: '10', index: '10', code: '1' }]
  let isDown = false
  for (const id of ['a', 'b', 'c']) rows.set(id, { id, name: id, status: 'up' })
  const seen = playEngine((call: Seen) => {
    if (isDown) return json({ reason: 'Bad Gateway' }, 502)
    if (call.path === 'api/events') {
      const from = Number(call.query.get('from') ?? -1)
      return { event: log.filter(({ id }) => Number(id) > from).reverse().slice(0, Number(call.query.get('max'))) }
    }
    const search = call.query.get('search') ?? ''
    const ids = [...search.matchAll(/id=(\w+)/g)].map(([, id]) => id)
    if (call.path === 'api/vms') return { vm: [...rows.values()].filter(({ id }) => ids.length === 0 || ids.includes(String(id))) }
    if (call.path === 'api/hosts') return { host: [{ id: 'h', name: 'h', status: 'up' }] }
    const row = rows.get(call.path.replace('api/vms/', ''))
    return row ?? new Response(null, { status: 404 })
  }, { filtered: () => change.filtered ?? false })
  return {
    seen,
    asked: (path: string) => seen.filter((call) => call.path === path),
    set: (id: string, members: Record<string, unknown>) => void rows.set(id, { ...rows.get(id), id, ...members }),
    remove: (id: string) => void rows.delete(id),
    tell: (event: Record<string, unknown>) => void log.push({ id: String(10 + log.length), index: String(10 + log.length), ...event }),
    fail: (down: boolean) => {
      isDown = down
    },
  }
}

function watchPage(query = {}): () => Page<Vm> | undefined {
  const observer = new QueryObserver(queryClient, vms.page(query, 1))
  stops.push(observer.subscribe(() => undefined))
  return () => observer.getCurrentResult().data
}

function startLive(attention = createStore<Attention>('focused'), channel: Channel = silentChannel, tabId = 'one'): Live {
  const live = createLive({ clock: systemClock, attention, openChannel: () => channel, tabId })
  live.start()
  stops.push(live.stop)
  return live
}

const statusOf = (page: Page<Vm> | undefined, id: string) => page?.rows.find((row) => row.id === id)?.status

describe('the feed of administrators', () => {
  test('reads again just the row an event speaks of, and keeps the others the same objects', async () => {
    const world = engine()
    const page = watchPage()
    const other = new QueryObserver(queryClient, hosts.page({}, 1))
    stops.push(other.subscribe(() => undefined))
    startLive()
    await vi.advanceTimersByTimeAsync(1100)
    const before = page()
    world.set('b', { status: 'down' })
    world.tell({ code: '33', vm: { id: 'b', name: 'b' }, cluster: { id: 'cl' } })
    const pageReads = world.asked('api/vms').length
    await vi.advanceTimersByTimeAsync(5100)
    expect(statusOf(page(), 'b')).toBe('down')
    expect(page()?.rows[0]).toBe(before?.rows[0])
    expect(world.asked('api/vms').slice(pageReads).map(({ query }) => query.get('search'))).toEqual(['id=b'])
    expect(world.asked('api/hosts')).toHaveLength(1)
  })

  test('a new object appears within the interval, a removed one goes', async () => {
    const world = engine()
    const page = watchPage()
    startLive()
    await vi.advanceTimersByTimeAsync(1000)
    world.set('new', { name: 'new', status: 'down' })
    world.remove('a')
    world.tell({ code: '34', vm: { id: 'new' } })
    world.tell({ code: '113' })
    await vi.advanceTimersByTimeAsync(5100)
    expect(page()?.rows.map(({ id }) => id)).toEqual(['b', 'c', 'new'])
  })

  test('a shorter interval counts at once', async () => {
    const world = engine()
    const live = startLive()
    live.setInterval(60)
    await vi.advanceTimersByTimeAsync(6000)
    const before = world.asked('api/events').length
    await vi.advanceTimersByTimeAsync(40_000)
    expect(world.asked('api/events')).toHaveLength(before)
    live.setInterval(5)
    await vi.advanceTimersByTimeAsync(11_000)
    expect(world.asked('api/events')).toHaveLength(before + 3)
  })

  test('a narrowed list follows every change of its kind', async () => {
    const world = engine()
    watchPage({ search: 'status=up' })
    startLive()
    await vi.advanceTimersByTimeAsync(1000)
    const before = world.asked('api/vms').length
    world.tell({ code: '32', vm: { id: 'elsewhere' } })
    await vi.advanceTimersByTimeAsync(5100)
    expect(world.asked('api/vms').slice(before).map(({ query }) => query.get('search'))).toEqual(['status=up sortby name asc page 1'])
  })

  test('a full answer refreshes everything in view', async () => {
    const world = engine()
    watchPage()
    startLive()
    await vi.advanceTimersByTimeAsync(1000)
    for (let count = 0; count < 100; count += 1) world.tell({ code: '1' })
    const before = world.asked('api/vms').length
    await vi.advanceTimersByTimeAsync(5100)
    expect(world.asked('api/vms').length).toBe(before + 1)
  })

  test('events are told to whoever listens, oldest first', async () => {
    const world = engine()
    const live = startLive()
    const told: string[] = []
    live.onEvents((events) => told.push(...events.map(({ id }) => id)))
    await vi.advanceTimersByTimeAsync(1000)
    world.tell({ code: '1' })
    world.tell({ code: '2' })
    await vi.advanceTimersByTimeAsync(5100)
    expect(told).toEqual(['11', '12'])
  })

  test('the interval can be chosen', async () => {
    const world = engine()
    const live = startLive()
    live.setInterval(30)
    await vi.advanceTimersByTimeAsync(1000)
    const before = world.asked('api/events').length
    await vi.advanceTimersByTimeAsync(31_000)
    expect(world.asked('api/events').length - before).toBeLessThanOrEqual(2)
  })
})

test('users have no feed: the page in view is read again every 20 s', async () => {
  const world = engine({ filtered: true })
  watchPage()
  startLive()
  await vi.advanceTimersByTimeAsync(1000)
  const before = world.asked('api/vms').length
  await vi.advanceTimersByTimeAsync(41_000)
  expect(world.asked('api/vms').length - before).toBe(2)
  expect(world.asked('api/events')).toEqual([])
})

test('a row in transition is read singly until it arrives', async () => {
  const world = engine()
  world.set('b', { status: 'powering_up' })
  const page = watchPage()
  startLive()
  await vi.advanceTimersByTimeAsync(3000)
  expect(world.asked('api/vms/b')).toHaveLength(1)
  world.set('b', { status: 'up' })
  await vi.advanceTimersByTimeAsync(2600)
  expect(statusOf(page(), 'b')).toBe('up')
  const reads = world.asked('api/vms/b').length
  await vi.advanceTimersByTimeAsync(10_000)
  expect(world.asked('api/vms/b')).toHaveLength(reads)
})

test('many rows in transition are read by one search', async () => {
  const world = engine()
  for (const id of ['a', 'b', 'c', 'd', 'e']) world.set(id, { name: id, status: 'powering_up' })
  watchPage()
  startLive()
  await vi.advanceTimersByTimeAsync(2600)
  expect(world.asked('api/vms').map(({ query }) => query.get('search'))).toContain('id=a or id=b or id=c or id=d or id=e')
})

test('readings in view are renewed once a minute, by one search', async () => {
  const world = engine()
  for (const id of ['a', 'b']) stops.push(new QueryObserver(queryClient, statisticsQuery('vm', id)).subscribe(() => undefined))
  startLive()
  await vi.advanceTimersByTimeAsync(1000)
  const measured = () => world.asked('api/vms').filter(({ query }) => query.get('detail') === 'statistics').length
  expect(measured()).toBe(1)
  await vi.advanceTimersByTimeAsync(60_500)
  expect(measured()).toBe(2)
})

describe('attention', () => {
  test('a hidden tab reads nothing, and everything in view when it comes back', async () => {
    const world = engine()
    const attention = createStore<Attention>('focused')
    const page = watchPage()
    startLive(attention)
    await vi.advanceTimersByTimeAsync(1000)
    attention.set('hidden')
    const before = world.seen.length
    world.set('b', { status: 'down' })
    await vi.advanceTimersByTimeAsync(300_000)
    expect(world.seen.length).toBe(before)
    attention.set('focused')
    await vi.advanceTimersByTimeAsync(100)
    expect(statusOf(page(), 'b')).toBe('down')
  })

  test('a tab without focus asks a third as often', async () => {
    const runs: number[] = []
    const attention = createStore<Attention>('visible')
    const loop = startLoop({ clock: systemClock, attention, intervalMs: () => 1000, task: () => void runs.push(Date.now()) })
    await vi.advanceTimersByTimeAsync(9100)
    expect(runs).toHaveLength(3)
    attention.set('focused')
    await vi.advanceTimersByTimeAsync(3000)
    expect(runs.length).toBeGreaterThanOrEqual(6)
    loop.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(runs.length).toBeLessThanOrEqual(7)
  })
})

test('an engine that was away is noticed within seconds, its rows are read again', async () => {
  const world = engine()
  const page = watchPage()
  startLive()
  await vi.advanceTimersByTimeAsync(1000)
  world.fail(true)
  await vi.advanceTimersByTimeAsync(20_000)
  world.set('b', { status: 'down' })
  world.fail(false)
  await vi.advanceTimersByTimeAsync(8000)
  expect(statusOf(page(), 'b')).toBe('down')
})

describe('several tabs', () => {
  const line = () => {
    const ears = new Map<string, Set<(message: unknown) => void>>()
    return (name: string): Channel => ({
      post: (message) => {
        for (const [owner, set] of ears) if (owner !== name) for (const hear of set) hear(structuredClone(message))
      },
      listen: (hear) => {
        const set = ears.get(name) ?? new Set()
        ears.set(name, set.add(hear))
        return () => void set.delete(hear)
      },
      close: () => undefined,
    })
  }

  test('one visible tab reads the feed, the other follows it', async () => {
    const world = engine()
    const page = watchPage()
    const open = line()
    startLive(createStore<Attention>('focused'), open('one'), 'one')
    const second = startLive(createStore<Attention>('visible'), open('two'), 'two')
    const told: string[] = []
    second.onEvents((events) => told.push(...events.map(({ id }) => id)))
    await vi.advanceTimersByTimeAsync(1000)
    const before = world.asked('api/events').length
    world.set('b', { status: 'down' })
    world.tell({ code: '33', vm: { id: 'b' } })
    await vi.advanceTimersByTimeAsync(5100)
    expect(world.asked('api/events').length - before).toBe(1)
    expect(statusOf(page(), 'b')).toBe('down')
    expect(told).toEqual(['11'])
  })

  test('a hidden tab gives the lead away, a closed one too', async () => {
    const open = line()
    const firstSeen = createStore<Attention>('focused')
    const first = joinElection({ clock: systemClock, channel: open('one'), attention: firstSeen, tabId: 'one' })
    const second = joinElection({ clock: systemClock, channel: open('two'), attention: createStore<Attention>('visible'), tabId: 'two' })
    await vi.advanceTimersByTimeAsync(100)
    expect([first.isLeader(), second.isLeader()]).toEqual([true, false])
    firstSeen.set('hidden')
    expect([first.isLeader(), second.isLeader()]).toEqual([false, true])
    firstSeen.set('focused')
    expect([first.isLeader(), second.isLeader()]).toEqual([true, false])
    first.stop()
    expect(second.isLeader()).toBe(true)
    second.stop()
  })
})

describe('what an event touches', () => {
  const event = (code: number, refs: Readonly<Record<string, { id: string }>>) => ({ id: '1', index: 1, code, severity: 'normal', time: 0, description: '', refs })
  test.each([
    ['a VM started on a host: both, not its cluster', event(32, { vm: { id: 'v' }, host: { id: 'h' }, cluster: { id: 'c' }, data_center: { id: 'd' }, user: { id: 'u' } }), ['host h', 'vm v'], []],
    ['a host failed: it and its data center', event(12, { host: { id: 'h' }, cluster: { id: 'c' }, data_center: { id: 'd' } }), ['data_center d', 'host h'], []],
    ['a user logged in: the user', event(30, { user: { id: 'u' } }), ['user u'], []],
    ['a VM was added: the list, too', event(34, { vm: { id: 'v' } }), ['vm v'], ['vm']],
    ['another host became storage manager: all hosts, since one of them was it before', event(204, { host: { id: 'h' }, data_center: { id: 'd' } }), ['data_center d', 'host h'], ['host']],
    ['a MAC pool was added, which events cannot refer to', event(10700, {}), [], ['mac_pool']],
  ])('%s', (_, one, targets, lists) => {
    const touch = toTouch([one])
    expect(touch.targets.map(({ type, id }) => `${type} ${id}`).toSorted()).toEqual(targets)
    expect(touch.lists).toEqual(lists)
  })
})
