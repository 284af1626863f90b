import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { silentChannel, type Channel } from '../lib/channel.ts'
import { systemClock } from '../lib/clock.ts'
import { queryClient } from './cache.ts'
import { createSession, type Session } from './session.ts'
import { json, playEngine, type Reply, type Seen } from './testEngine.ts'
import { read } from './transport.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Tabs on one line: what one says all others hear. */
function line(): () => Channel {
  const ears = new Set<{ readonly hear: (message: unknown) => void; readonly owner: symbol }>()
  return () => {
    const owner = Symbol('tab')
    return {
      post: (message) => {
        for (const ear of [...ears]) if (ear.owner !== owner) ear.hear(structuredClone(message))
      },
      listen: (hear) => {
        const ear = { hear, owner }
        ears.add(ear)
        return () => void ears.delete(ear)
      },
      close: () => undefined,
    }
  }
}

function memory(stored?: string): Storage & { readonly held: Map<string, string> } {
  const held = new Map(stored === undefined ? [] : [['portal.session', stored]])
  return { held, length: 0, clear: () => held.clear(), key: () => null, getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value), removeItem: (key) => void held.delete(key) }
}

const rootOf = (userId: string, administrator: boolean) => ({ authenticated_user: { id: userId }, ...(administrator ? { summary: { vms: { active: '1', total: '2' } } } : {}) })

/** An engine with one account; `alive` are the tokens it takes. */
function engineWith(alive: Set<string>, change: { readonly administrator?: boolean; readonly reply?: Reply } = {}): Reply {
  let next = 0
  return (seen: Seen) => {
    if (seen.path === 'sso/oauth/token') {
      if (new URLSearchParams(seen.text).get('password') !== 'demo') return json({ error_code: 'access_denied', error: 'The user name or password is wrong' }, 400)
      next += 1
      alive.add(`token${next}`)
      return { access_token: `token${next}`, exp: '9223372036854775807', token_type: 'bearer' }
    }
    if (seen.path === 'services/sso-logout') {
      alive.delete(new URLSearchParams(seen.text).get('token') ?? '')
      return {}
    }
    if (!alive.has(seen.headers.get('Authorization')?.replace('Bearer ', '') ?? '')) return new Response('<html>', { status: 401 })
    if (seen.path === 'api') return rootOf('me', change.administrator ?? true)
    if (seen.path.startsWith('api/options/')) return { values: { system_option_value: [{ value: '30', version: 'general' }] } }
    return change.reply?.(seen) ?? { id: 'x' }
  }
}

const newSession = (open: () => Channel = () => silentChannel, storage = memory()): Session => createSession({ storage, openChannel: open, clock: systemClock })

async function started(session: Session): Promise<Session> {
  const start = session.start()
  await vi.advanceTimersByTimeAsync(300)
  await start
  return session
}

describe('log-in', () => {
  test('lets an administrator in and keeps the token for this tab only', async () => {
    const seen = playEngine(engineWith(new Set()))
    const storage = memory()
    const session = await started(newSession(undefined, storage))
    expect(session.getSnapshot().status).toBe('out')
    expect(await session.logIn('admin@internal', 'demo')).toMatchObject({ ok: true })
    expect(session.getSnapshot()).toMatchObject({ status: 'in', administrator: true, userId: 'me', userName: 'admin@internal' })
    expect(seen[0]?.headers.get('Accept')).toBe('application/json')
    expect(seen.find(({ path }) => path === 'api')?.headers.get('Filter')).toBeNull()
    expect([...storage.held.values()].join()).toContain('token1')
    expect([...storage.held.values()].join()).not.toContain('demo')
  })

  test('users are told apart and act with filter on', async () => {
    const seen = playEngine(engineWith(new Set(), { administrator: false }))
    const session = await started(newSession())
    await session.logIn('vmuser@internal', 'demo')
    await read('vms')
    expect(session.getSnapshot()).toMatchObject({ status: 'in', administrator: false })
    expect(seen.find(({ path }) => path === 'api/vms')?.headers.get('Filter')).toBe('true')
  })

  const refusals: readonly (readonly [string, () => Response, string])[] = [
    ['a wrong password', () => json({ error_code: 'access_denied', error: 'The user name or password is incorrect' }, 400), 'wrong'],
    ['a locked account', () => json({ error_code: 'access_denied', error: 'Cannot log in: the account is locked' }, 400), 'locked'],
    ['a disabled account', () => json({ error: 'access_denied', error_description: 'The user account is disabled' }, 400), 'locked'],
    ['no permission to log in', () => json({ error_code: 'access_denied', error: 'The user x is not authorized to perform login' }, 400), 'refused'],
    ['a request the service does not take', () => json({ error: 'invalid_scope', error_description: 'A scope must be given' }, 400), 'refused'],
    ['a page instead of an answer', () => new Response('<html>', { status: 500 }), 'refused'],
    ['a gateway without engine', () => json({ reason: 'Bad Gateway' }, 502), 'unreachable'],
    ['nobody there', () => { throw new TypeError('Failed to fetch') }, 'unreachable'],
  ]
  test.each(refusals)('%s is told apart', async (_, answer, why) => {
    playEngine(() => answer())
    const session = await started(newSession())
    expect(await session.logIn('admin@internal', 'nope')).toMatchObject({ ok: false, why })
    expect(session.getSnapshot().status).toBe('out')
  })
})

test('a reload goes on with the stored token, a dead one asks for log-in', async () => {
  const stored = JSON.stringify({ token: 'kept', userName: 'admin@internal' })
  playEngine(engineWith(new Set(['kept'])))
  expect((await started(newSession(undefined, memory(stored)))).getSnapshot()).toMatchObject({ status: 'in', userName: 'admin@internal' })
  playEngine(engineWith(new Set()))
  const storage = memory(stored)
  expect((await started(newSession(undefined, storage))).getSnapshot().status).toBe('out')
  expect(storage.held.size).toBe(0)
})

test('another tab gets the session from an open one, and log-out ends both', async () => {
  const alive = new Set<string>()
  playEngine(engineWith(alive))
  const open = line()
  const first = await started(newSession(open))
  await first.logIn('admin@internal', 'demo')
  const second = await started(newSession(open))
  expect(second.getSnapshot().status).toBe('in')
  await first.logOut()
  expect([first.getSnapshot(), second.getSnapshot()]).toEqual([{ status: 'out', why: 'loggedOut' }, { status: 'out', why: 'elsewhere' }])
  expect(alive.size).toBe(0)
})

test('a tab that waits for log-in takes the session of a slow or a new tab, but not after a log-out', async () => {
  const alive = new Set<string>()
  playEngine(engineWith(alive))
  const open = line()
  const [waiting, other] = [await started(newSession(open)), await started(newSession(open))]
  expect(waiting.getSnapshot().status).toBe('out')
  await other.logIn('admin@internal', 'demo')
  await vi.advanceTimersByTimeAsync(10)
  expect(waiting.getSnapshot()).toMatchObject({ status: 'in', userName: 'admin@internal' })
  await waiting.logOut()
  await other.logIn('admin@internal', 'demo')
  await vi.advanceTimersByTimeAsync(10)
  expect(waiting.getSnapshot()).toEqual({ status: 'out', why: 'loggedOut' })
})

describe('a dead session', () => {
  test('keeps the page, lets reads wait and go on after log-in', async () => {
    const alive = new Set<string>()
    playEngine(engineWith(alive, { reply: ({ path }) => ({ id: path }) }))
    const session = await started(newSession())
    await session.logIn('admin@internal', 'demo')
    alive.clear()
    const answer = read<{ id: string }>('vms/1')
    await vi.advanceTimersByTimeAsync(10)
    expect(session.getSnapshot()).toMatchObject({ status: 'expired', why: 'ended', userName: 'admin@internal' })
    const later = read<{ id: string }>('vms/2')
    expect(await session.logIn('admin@internal', 'wrong')).toMatchObject({ ok: false, why: 'wrong' })
    expect(session.getSnapshot().status).toBe('expired')
    await session.logIn('admin@internal', 'demo')
    expect([(await answer).id, (await later).id]).toEqual(['api/vms/1', 'api/vms/2'])
    expect(session.getSnapshot().status).toBe('in')
  })

  test('another user finds nothing of what was read before', async () => {
    const alive = new Set<string>()
    let userId = 'me'
    const engine = engineWith(alive)
    playEngine((seen) => (seen.path === 'api' && alive.size > 0 ? rootOf(userId, true) : engine(seen)))
    const session = await started(newSession())
    await session.logIn('admin@internal', 'demo')
    queryClient.setQueryData(['vm', 'v'], { id: 'v' })
    alive.clear()
    void read('vms/1').catch(() => undefined)
    await vi.advanceTimersByTimeAsync(10)
    userId = 'other'
    await session.logIn('auditor@internal', 'demo')
    expect(session.getSnapshot()).toMatchObject({ status: 'in', userId: 'other' })
    expect(queryClient.getQueryData(['vm', 'v'])).toBeUndefined()
  })

  test('a log-in in one tab wakes the others of the same user', async () => {
    const alive = new Set<string>()
    playEngine(engineWith(alive))
    const open = line()
    const first = await started(newSession(open))
    await first.logIn('admin@internal', 'demo')
    const second = await started(newSession(open))
    alive.clear()
    const waiting = read('vms/1')
    await vi.advanceTimersByTimeAsync(10)
    expect(second.getSnapshot().status).toBe('expired')
    await second.logIn('admin@internal', 'demo')
    await waiting
    expect(second.getSnapshot().status).toBe('in')
  })
})

describe('the idle time-out', () => {
  test('warns a minute ahead, activity anywhere prolongs it, then the token is revoked', async () => {
    const alive = new Set<string>()
    playEngine(engineWith(alive))
    const open = line()
    const first = await started(newSession(open))
    await first.logIn('admin@internal', 'demo')
    const second = await started(newSession(open))
    await vi.advanceTimersByTimeAsync(29 * 60_000 + 1000)
    expect([first.idle.getSnapshot().state, second.idle.getSnapshot().state]).toEqual(['warning', 'warning'])
    second.idle.note()
    expect([first.idle.getSnapshot().state, second.idle.getSnapshot().state]).toEqual(['active', 'active'])
    await vi.advanceTimersByTimeAsync(28 * 60_000)
    expect(first.getSnapshot().status).toBe('in')
    await vi.advanceTimersByTimeAsync(2 * 60_000 + 1000)
    expect([first.getSnapshot(), second.getSnapshot()]).toMatchObject([{ status: 'expired', why: 'idle' }, { status: 'expired', why: 'idle' }])
    expect(alive.size).toBe(0)
  })
})
