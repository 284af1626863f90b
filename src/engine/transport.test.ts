import { afterEach, describe, expect, test, vi } from 'vitest'
import { EngineFault } from './fault.ts'
import { reachability } from './reachability.ts'
import { json, playEngine } from './testEngine.ts'
import { read, request, toPath } from './transport.ts'

afterEach(() => vi.useRealTimers())

const faultOf = async (promise: Promise<unknown>): Promise<EngineFault> => {
  const error: unknown = await promise.then(() => undefined, (reason: unknown) => reason)
  if (!(error instanceof EngineFault)) throw new Error(`expected a fault, got ${String(error)}`)
  return error
}

test('a read carries token, language and correlation id, and asks for JSON', async () => {
  const [seen] = [playEngine(() => ({ id: '1' }), { language: () => 'zh-CN', filtered: () => true })]
  expect(await read('vms/1', { correlationId: 'c1', query: { all_content: true, follow: undefined } })).toEqual({ id: '1' })
  const [call] = seen
  expect(call?.path).toBe('api/vms/1')
  expect(call?.query.toString()).toBe('all_content=true')
  const headers = Object.fromEntries(call?.headers ?? [])
  expect(headers).toMatchObject({ accept: 'application/json', 'accept-language': 'zh-CN', authorization: 'Bearer secret-token', 'correlation-id': 'c1', filter: 'true' })
})

test('a write sends native values and at least an empty object', async () => {
  const seen = playEngine(() => ({ status: 'complete' }))
  await request('POST', 'vms/1/start')
  await request('PUT', 'vms/1', { body: { memory: 4294967296, stateless: true } })
  expect(seen.map(({ text }) => text)).toEqual(['{}', '{"memory":4294967296,"stateless":true}'])
})

describe('faults', () => {
  const cases: readonly (readonly [string, Response, Partial<EngineFault>])[] = [
    ['a bare fault', json({ reason: 'Operation Failed', detail: '[Cannot add VM. The name is in use.]' }, 409), { kind: 'refused', status: 409, reason: 'Operation Failed', messages: ['Cannot add VM. The name is in use.'] }],
    ['an action that carries one', json({ status: 'failed', fault: { reason: 'Operation Failed', detail: '[Cannot run VM, it runs., Second.]' } }, 409), { kind: 'refused', messages: ['Cannot run VM, it runs.', 'Second.'] }],
    ['a failed action under a good status', json({ status: 'failed', fault: { detail: 'no' } }, 200), { kind: 'refused', messages: ['no'] }],
    ['a page of the container', new Response('<html>Forbidden</html>', { status: 403 }), { kind: 'forbidden', detail: '' }],
    ['an empty 404', new Response(null, { status: 404 }), { kind: 'missing', detail: '' }],
    ['Chinese messages', json({ detail: '[无法运行虚拟机。, 内存不足。]' }, 409), { messages: ['无法运行虚拟机。', '内存不足。'] }],
    ['an internal error', json({ reason: 'x', detail: 'y' }, 500), { kind: 'broken', status: 500 }],
    ['HTML where JSON should be', new Response('<html></html>', { status: 200 }), { kind: 'broken', status: 200 }],
  ]
  test.each(cases)('%s', async (_, response, expected) => {
    playEngine(() => response.clone())
    expect(await faultOf(request('POST', 'x'))).toMatchObject(expected)
  })

  test('carry the correlation id the engine used, and never the token', async () => {
    playEngine(() => json({ detail: 'no' }, 409, { 'Correlation-Id': 'echoed' }))
    const fault = await faultOf(request('POST', 'x'))
    expect(fault.correlationId).toBe('echoed')
    expect(JSON.stringify([fault, fault.message, fault.stack])).not.toContain('secret-token')
  })
})

describe('when nobody answers', () => {
  test('a read is tried again with growing pauses, and the banner knows', async () => {
    vi.useFakeTimers()
    let tries = 0
    const seen = playEngine(() => {
      tries += 1
      if (tries === 1) throw new TypeError('Failed to fetch')
      return tries < 4 ? json({ reason: 'Bad Gateway' }, 502) : { id: '1' }
    })
    const answer = read('vms/1')
    await vi.advanceTimersByTimeAsync(999)
    expect(seen).toHaveLength(1)
    expect(reachability.getSnapshot().state).toBe('unreachable')
    await vi.advanceTimersByTimeAsync(1 + 2000 + 4000)
    expect(await answer).toEqual({ id: '1' })
    expect(reachability.getSnapshot().state).toBe('ok')
  })

  test('a write is sent once', async () => {
    const seen = playEngine(() => json({}, 503))
    expect(await faultOf(request('POST', 'vms/1/start'))).toMatchObject({ kind: 'unreachable', status: 503 })
    expect(seen).toHaveLength(1)
  })

  test('cancelling ends the waiting', async () => {
    vi.useFakeTimers()
    playEngine(() => json({}, 502))
    const control = new AbortController()
    const answer = read('vms', { signal: control.signal }).catch((reason: unknown) => reason)
    await vi.advanceTimersByTimeAsync(10)
    control.abort(new Error('left the page'))
    expect(await answer).toEqual(new Error('left the page'))
  })
})

describe('a dead session', () => {
  test('a read waits for the next log-in and is sent again with the new token', async () => {
    let token = 'old'
    const seen = playEngine(({ headers }) => (headers.get('Authorization') === 'Bearer new' ? { id: '1' } : new Response('<html>', { status: 401 })), {
      token: () => token,
      onUnauthenticated: async () => void (token = 'new'),
    })
    expect(await read('vms/1')).toEqual({ id: '1' })
    expect(seen).toHaveLength(2)
  })

  test('a write fails at once, and asks for a log-in', async () => {
    const asked = vi.fn(() => new Promise<void>(() => undefined))
    playEngine(() => new Response('<html>', { status: 401 }), { onUnauthenticated: asked })
    expect(await faultOf(request('POST', 'vms/1/start'))).toMatchObject({ kind: 'unauthenticated' })
    expect(asked).toHaveBeenCalledWith('secret-token')
  })

  test('without a token nothing is sent', async () => {
    const seen = playEngine(() => ({}), { token: () => undefined, onUnauthenticated: () => Promise.reject(new Error('out')) })
    expect(await faultOf(read('vms'))).toMatchObject({ kind: 'unauthenticated' })
    expect(seen).toHaveLength(0)
  })
})

test('parts of a path are encoded', () => {
  expect(toPath('options', 'a/b?c')).toBe('options/a%2Fb%3Fc')
})
