import { beforeEach, expect, test } from 'vitest'
import { TestWorlds } from './control.ts'
import { at, ask, logIn } from './engine/testClient.ts'
import { buildWorld } from './worlds/build.ts'

let worlds: TestWorlds
beforeEach(() => { worlds = new TestWorlds(buildWorld({ state: 'empty', held: true })) })

async function control(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const response = await worlds.handle(new Request(`http://engine.test/control${path}`, { method, ...(body && { body: JSON.stringify(body) }) }))
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
async function make(state = 'small'): Promise<string> {
  const { body } = await control('POST', '/worlds', { state })
  return String(at(body, 'id'))
}
function worldOf(id: string) {
  const world = worlds.find(id)
  if (!world) throw new Error(`no world ${id}`)
  return world
}

test('worlds are made, found, listed and discarded; the default one is always there', async () => {
  const id = await make()
  expect(worldOf(id).tables.vms.size).toBeGreaterThan(0)
  expect((await control('GET', '/worlds')).body).toEqual({ worlds: [id] })
  expect((await control('DELETE', `/worlds/${id}`)).status).toBe(204)
  expect([worlds.find(id), worlds.find(null), worlds.find('default')]).toEqual([undefined, worldOf('default'), worldOf('default')])
  expect((await control('DELETE', `/worlds/${id}`)).status).toBe(404)
})
test('the ninth world is refused, an unknown state too', async () => {
  for (let count = 0; count < 8; count += 1) await make('empty')
  expect((await control('POST', '/worlds', { state: 'empty' })).status).toBe(429)
  expect((await control('POST', '/worlds', { state: 'paradise' })).status).toBe(400)
})
test('advance moves the clock of that world only', async () => {
  const [one, other] = [await make('empty'), await make('empty')]
  const before = worldOf(one).now()
  const { body } = await control('POST', `/worlds/${one}/advance`, { seconds: 600 })
  expect(Number(at(body, 'nowMs')) - before).toBeGreaterThanOrEqual(600_000)
  expect(worldOf(other).advancedMs).toBe(0)
  expect((await control('POST', `/worlds/${one}/advance`, { seconds: -1 })).status).toBe(400)
})
test('a session ends on command', async () => {
  const id = await make('empty')
  const admin = await logIn(worldOf(id), 'admin')
  const power = await logIn(worldOf(id), 'power')
  await control('POST', `/worlds/${id}/end-session`, { user: 'admin@internal' })
  expect([(await admin.get('')).status, (await power.get('')).status]).toEqual([401, 200])
})
test('an option is set for that world', async () => {
  const id = await make('empty')
  const admin = await logIn(worldOf(id), 'admin')
  await control('POST', `/worlds/${id}/option`, { name: 'UserSessionTimeOutInterval', value: '7' })
  expect(at((await admin.get('/options/UserSessionTimeOutInterval')).body, 'values', 'system_option_value', 0, 'value')).toBe('7')
})
test('a broken host stops answering, and is found by its name', async () => {
  const id = await make()
  const host = worldOf(id).tables.hosts.byName().find(({ status }) => status === 'up')
  expect((await control('POST', `/worlds/${id}/break`, { host: host?.name })).status).toBe(204)
  await control('POST', `/worlds/${id}/advance`, { seconds: 600 })
  expect(['connecting', 'non_responsive', 'reboot', 'up', 'initializing']).toContain(host?.status)
  expect([...worldOf(id).events.newestFirst()].some(({ refs }) => refs.host?.id === host?.id)).toBe(true)
  expect((await control('POST', `/worlds/${id}/break`, { host: 'nobody' })).status).toBe(404)
})
test.each([
  ['large', 'DELETE', '/ovirt-engine/api/vms/x', false], ['large', 'GET', '/ovirt-engine/api/vms', true], ['large', 'POST', '/ovirt-engine/sso/oauth/token', true], ['w1', 'DELETE', '/ovirt-engine/api/vms/x', true],
])('world %s takes a %s of %s: %s', (id, method, path, may) => {
  expect(TestWorlds.mayWrite(id, new Request(`http://engine.test${path}`, { method }))).toBe(may)
})
test('a world without log-in answers 401', async () => {
  expect((await ask(worldOf(await make('empty')), '/ovirt-engine/api')).status).toBe(401)
})
