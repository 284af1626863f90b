import { beforeEach, expect, test } from 'vitest'
import { buildWorld } from '../worlds/build.ts'
import type { OwnedWorld } from './createWorld.ts'
import { eventTypes } from './facts.generated.ts'
import { ask, askForToken, at, logIn } from './testClient.ts'

let world: OwnedWorld
beforeEach(() => { world = buildWorld({ state: 'empty', held: true }) })

const fields = { grant_type: 'password', username: 'admin@internal', password: 'demo', scope: 'ovirt-app-api' }
const newestEvents = (count: number) => [...world.events.newestFirst()].slice(0, count).map(({ code }) => code)
const post = (path: string, form: Record<string, string>) => ask(world, path, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(form) })

test.each([
  ['a wrong password', { ...fields, password: 'x' }, { Accept: 'application/json' }, 'error_code', 'access_denied'],
  ['an unknown user', { ...fields, username: 'nobody@internal' }, { Accept: 'application/json' }, 'error_code', 'access_denied'],
  ['a name without a profile', { ...fields, username: 'admin' }, { Accept: 'application/json' }, 'error_code', 'access_denied'],
  ['another grant', { ...fields, grant_type: 'magic' }, { Accept: 'application/json' }, 'error_code', 'unsupported_grant_type'],
  ['a scope of a portal as well', { ...fields, password: 'x', scope: 'ovirt-app-admin ovirt-app-api' }, { Accept: 'application/json' }, 'error', 'access_denied'],
  ['no scope', { ...fields, scope: '' }, { Accept: 'application/json' }, 'error', 'invalid_scope'],
  ['any type accepted', fields, { Accept: '*/*' }, 'error_code', 'invalid_request'],
  ['a list of types accepted', fields, { Accept: 'application/json, text/plain' }, 'error_code', 'invalid_request'],
])('log-in with %s is a 400', async (_what, form, headers, key, code) => {
  const reply = await askForToken(world, form, headers)
  expect([reply.status, at(reply.body, key)]).toEqual([400, code])
})

test('five wrong passwords lock an account, also for the right one, until the lock ends', async () => {
  for (let count = 0; count < 5; count += 1) await askForToken(world, { ...fields, password: 'x' })
  const locked = await askForToken(world, fields)
  expect(locked.status).toBe(400)
  expect(at(locked.body, 'error')).toContain('locked')
  world.advance(3601)
  expect((await askForToken(world, fields)).status).toBe(200)
})
test('four wrong passwords and a right one start the count anew', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let count = 0; count < 4; count += 1) await askForToken(world, { ...fields, password: 'x' })
    expect((await askForToken(world, fields)).status).toBe(200)
  }
})

test('log-in and log-out are told as events 30 and 31, a wrong password as 114', async () => {
  const { token } = await logIn(world, 'admin')
  await askForToken(world, { ...fields, password: 'x' })
  expect((await post('/ovirt-engine/services/sso-logout', { token, scope: '' })).status).toBe(200)
  expect(newestEvents(3)).toEqual([31, 114, 30])
})

test('a token lives until log-out, and token-info says so', async () => {
  const client = await logIn(world, 'admin')
  const info = () => post('/ovirt-engine/sso/oauth/token-info', { token: client.token, scope: 'ovirt-ext=token-info:validate' })
  expect((await info()).body).toEqual({})
  await post('/ovirt-engine/services/sso-logout', { token: client.token })
  expect((await info()).status).toBe(400)
  const refused = await client.get('')
  expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([401, 'Basic realm="RESTAPI"'])
  expect(refused.text).toContain('<html>')
})

test('a session ends after the option\'s minutes without use, and every use renews it', async () => {
  const client = await logIn(world, 'admin')
  world.advance(29 * 60)
  expect((await client.get('')).status).toBe(200)
  world.advance(29 * 60)
  expect((await client.get('')).status).toBe(200)
  world.advance(31 * 60)
  expect((await client.get('')).status).toBe(401)
  expect(newestEvents(1)).toEqual([eventTypes.USER_VDC_SESSION_TERMINATED?.[0]])
})
test('a changed idle time counts at once', async () => {
  const client = await logIn(world, 'admin')
  world.options.set('UserSessionTimeOutInterval', { level: 'user', values: [{ value: '5', version: 'general' }] })
  world.advance(6 * 60)
  expect((await client.get('')).status).toBe(401)
})

test('Basic works for one request, and with persistent-auth leaves a cookie that works alone', async () => {
  const basic = `Basic ${btoa('admin@internal:demo')}`
  expect((await ask(world, '/ovirt-engine/api', { headers: { Authorization: basic } })).status).toBe(200)
  expect(world.tables.sessions.size).toBe(0)
  const kept = await ask(world, '/ovirt-engine/api', { headers: { Authorization: basic, Prefer: 'persistent-auth' } })
  const cookie = kept.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  expect((await ask(world, '/ovirt-engine/api', { headers: { Cookie: cookie } })).status).toBe(200)
  expect((await ask(world, '/ovirt-engine/api', { headers: { Authorization: `Basic ${btoa('admin@internal:no')}` } })).status).toBe(401)
})
test('a token without the scope of the API opens nothing', async () => {
  const reply = await askForToken(world, { ...fields, scope: 'ovirt-app-portal' })
  expect((await ask(world, '/ovirt-engine/api', { headers: { Authorization: `Bearer ${String(at(reply.body, 'access_token'))}` } })).status).toBe(401)
})
