import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from './cache.ts'
import { optionQuery, readOptionNumber } from './options.ts'
import { createStoredPreferences } from './preferences.ts'
import { json, playEngine } from './testEngine.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Kept { readonly density: string; readonly seconds: number }
const toKept = (stored: unknown): Kept =>
  typeof stored === 'object' && stored !== null && 'density' in stored && typeof stored.density === 'string' ? { density: stored.density, seconds: 5 } : { density: 'compact', seconds: 5 }

test('preferences are read from one option and replaced as a whole, several changes by one write', async () => {
  const stored = new Map([['o1', { id: 'o1', name: 'portal.admin', content: '{"density":"roomy"}' }], ['o2', { id: 'o2', name: 'webAdmin.refresh', content: '{}' }]])
  const seen = playEngine(({ method, path, text }) => {
    if (method === 'DELETE') stored.delete(path.split('/').at(-1) ?? '')
    if (method === 'POST') stored.set('o3', { id: 'o3', ...(JSON.parse(text) as { name: string; content: string }) })
    return method === 'GET' ? { user_option: [...stored.values()] } : {}
  })
  const preferences = createStoredPreferences<Kept>('portal.admin', { density: 'compact', seconds: 5 }, toKept)
  await preferences.load('me')
  expect(preferences.getSnapshot()).toEqual({ density: 'roomy', seconds: 5 })
  const done = Promise.all([preferences.change({ seconds: 30 }), preferences.change({ density: 'compact' })])
  expect(preferences.getSnapshot()).toEqual({ density: 'compact', seconds: 30 })
  await vi.advanceTimersByTimeAsync(1000)
  await done
  expect([...stored.values()].map(({ name, content }) => [name, content])).toEqual([['webAdmin.refresh', '{}'], ['portal.admin', '{"density":"compact","seconds":30}']])
  expect(seen.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE api/users/me/options/o1', 'POST api/users/me/options'])
})

test('a change during a slow write is written after it', async () => {
  const stored = new Map<string, object>()
  let count = 0
  let busy = 0
  const preferences = createStoredPreferences<Kept>('portal.admin', { density: 'compact', seconds: 5 }, toKept)
  const seen = playEngine(async ({ method, path, text }) => {
    if (method === 'GET') return { user_option: [...stored.values()] }
    busy += 1
    expect(busy).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    busy -= 1
    if (method === 'DELETE') stored.delete(path.split('/').at(-1) ?? '')
    else stored.set(`o${count}`, { id: `o${count++}`, ...(JSON.parse(text) as { name: string; content: string }) })
    return {}
  })
  await preferences.load('me')
  const first = preferences.change({ seconds: 30 })
  await vi.advanceTimersByTimeAsync(1000)
  const second = preferences.change({ density: 'roomy' })
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all([first, second])
  expect([...stored.values()]).toMatchObject([{ content: '{"density":"roomy","seconds":30}' }])
  expect(seen.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual(['POST', 'DELETE', 'POST'])
})

test('what another version stored is not trusted', async () => {
  playEngine(() => ({ user_option: [{ id: 'o1', name: 'portal.admin', content: 'no JSON' }] }))
  const preferences = createStoredPreferences<Kept>('portal.admin', { density: 'roomy', seconds: 5 }, toKept)
  await preferences.load('me')
  expect(preferences.getSnapshot().density).toBe('compact')
})

test('an option the engine does not tell has its shipped value', async () => {
  playEngine(() => new Response(null, { status: 404 }))
  expect(await readOptionNumber('UserSessionTimeOutInterval')).toBe(30)
})

test('an option may differ by version', async () => {
  playEngine(() => json({ values: { system_option_value: [{ value: 'a', version: '4.7' }, { value: 'b', version: '4.8' }] } }))
  expect(await queryClient.fetchQuery(optionQuery('SupportedClusterLevels'))).toEqual({ value: 'b', byVersion: { '4.7': 'a', '4.8': 'b' } })
})
