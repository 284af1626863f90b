import { expect, test } from 'vitest'
import { buildWorld } from '../worlds/build.ts'
import { ask, at, logIn } from './testClient.ts'

const world = buildWorld({ state: 'small', held: true })
const admin = await logIn(world, 'admin')
const vmuser = await logIn(world, 'vmuser')
const token = { Authorization: `Bearer ${admin.token}` }
const pool = world.tables.macPools.byName()[0]

test.each<[Record<string, string>, string, number]>([
  [{}, '', 200],
  [{ Accept: '*/*' }, '', 200],
  [{ Accept: 'application/json' }, '', 200],
  [{ Accept: 'application/xml, application/json;q=0.5' }, '', 200],
  [{ Accept: 'application/xml' }, '', 406],
  [{ Accept: 'application/xml' }, '?accept=application/json', 200],
])('with headers %o a GET of the root%s answers %i', async (headers, query, status) => {
  expect((await ask(world, `/ovirt-engine/api${query}`, { headers: { ...token, ...headers } })).status).toBe(status)
})
test('an XML body is refused by its type', async () => {
  const reply = await ask(world, '/ovirt-engine/api/tags', { method: 'POST', headers: { ...token, 'Content-Type': 'application/xml' }, body: '<tag/>' })
  expect(reply.status).toBe(415)
})

test.each([
  ['/macpools', 'GET', 200], ['/nosuch', 'GET', 404], ['/macpools', 'PUT', 405], [`/macpools/${pool?.id}`, 'POST', 405],
  ['/macpools/no-uuid', 'GET', 404], ['/events/1e9', 'GET', 404], ['/options', 'GET', 405], [`/macpools/${pool?.id}/nosuch`, 'GET', 404],
] as const)('%s %s answers %i', async (path, method, status) => {
  const reply = method === 'GET' ? await admin.get(path) : await admin.send(method, path, {})
  expect(reply.status).toBe(status)
})
test('an object that is not there has an empty answer', async () => {
  expect((await admin.get('/macpools/no-uuid')).text).toBe('')
})
test('a command on an object that is not there has a fault body', async () => {
  const reply = await admin.send('DELETE', '/macpools/00000000-0000-4000-8000-00000000dead')
  expect([reply.status, at(reply.body, 'reason')]).toEqual([404, 'Operation Failed'])
})

test.each([
  ['/ovirt-engine/api/v4/macpools', {}, '/ovirt-engine/api/v4/macpools/'],
  ['/ovirt-engine/api/macpools', { Version: '4' }, '/ovirt-engine/api/macpools/'],
])('%s with %o has addresses that begin with %s%s', async (path, headers: Record<string, string>, begin) => {
  expect(String(at((await admin.get(path, headers)).body, 'mac_pool', 0, 'href')).startsWith(begin)).toBe(true)
})
test('an unknown version is a 400 without a fault', async () => {
  expect((await admin.get('/ovirt-engine/api/v9')).status).toBe(400)
  expect((await admin.get('', { Version: '5' })).body).toBeUndefined()
})

test.each([
  ['portal-7f3a', 'portal-7f3a'],
  ['a b/c:d.e', 'abcde'],
  ['x'.repeat(60), 'x'.repeat(36)],
])('correlation id %s comes back as %s', async (sent, back) => {
  expect((await admin.get('', { 'Correlation-Id': sent })).headers.get('Correlation-Id')).toBe(back)
})
test('a missing correlation id is made up, one in the query wins', async () => {
  expect((await admin.get('')).headers.get('Correlation-Id')).toMatch(/^[0-9a-f-]{36}$/)
  expect((await admin.get('?correlation_id=q1', { 'Correlation-Id': 'h1' })).headers.get('Correlation-Id')).toBe('q1')
})

test('matrix parameters of the last segment count like a query', async () => {
  expect(at((await admin.get('/users;max=2')).body, 'user', 2)).toBeUndefined()
  expect(at((await admin.get('/users;max=2')).body, 'user', 1)).toBeDefined()
})

test.each([
  [{ name: 'x', ranges: { range: [{ from: '00:1a:4a:00:00:00', to: '00:1a:4a:00:00:0f' }] }, allow_duplicates: '1' }, 201, undefined],
  [{ name: 'x2', ranges: { range: [{ from: '00:1a:4a:00:01:00', to: '00:1a:4a:00:01:0f' }] }, allow_duplicates: 'yes' }, 400, 'Request syntactically incorrect.'],
  [{ name: 'x3', ranges: [{ from: '00:1a:4a:00:02:00', to: '00:1a:4a:00:02:0f' }] }, 400, 'Request syntactically incorrect.'],
  [{ name: 'x4', colour: 'red' }, 400, 'Request syntactically incorrect.'],
  [{ name: 'x5' }, 400, 'Incomplete parameters'],
  [{ name: 'x6', ranges: { range: [{ from: '00:1a:4a:00:03:00' }] } }, 400, 'Incomplete parameters'],
  ['text', 400, 'Request syntactically incorrect.'],
])('a MAC pool from %o answers %i', async (body, status, reason) => {
  const reply = await admin.send('POST', '/macpools', body)
  expect([reply.status, at(reply.body, 'reason')]).toEqual([status, reason])
})

test('refusals come in the language asked for', async () => {
  const refuse = (language: string) => admin.send('DELETE', `/macpools/${pool?.id}`, undefined, { 'Accept-Language': language })
  expect(at((await refuse('en')).body, 'detail')).toBe('[The default MAC pool cannot be removed.]')
  expect(at((await refuse('zh-CN,zh;q=0.9')).body, 'detail')).toBe('[默认 MAC 地址池不能移除。]')
})

test('async DELETE answers 202 without a body', async () => {
  const made = await admin.send('POST', '/bookmarks', { name: 'gone soon', value: 'Vms:' })
  const reply = await admin.send('DELETE', `${String(at(made.body, 'href'))}?async=true`)
  expect([reply.status, reply.text]).toEqual([202, ''])
})

test.each([
  ['/roles?max=2&follow=permits', ['role', 0, 'permits', 'permit', 0, 'name'], 200],
  ['/users?max=1&follow=permissions.role', ['user', 0, 'permissions', 'permission', 0, 'role', 'name'], 200],
  ['/users?max=1&follow=domain', ['user', 0, 'domain', 'name'], 200],
  ['/roles?follow=colours', ['reason'], 500],
] as const)('%s follows its links', async (path, where, status) => {
  const reply = await admin.get(path)
  expect(reply.status).toBe(status)
  expect(at(reply.body, ...where)).toEqual(expect.any(String))
})

test('events are a feed: newest first, from and max, hidden ones gone until all come back', async () => {
  const newest = world.events.newest
  await admin.send('POST', '/bookmarks', { name: 'one', value: 'Vms:' }, { 'Correlation-Id': 'trace-1' })
  await admin.send('POST', '/bookmarks', { name: 'two', value: 'Vms:' })
  const feed = await admin.get(`/events?from=${newest}&max=10`)
  expect([0, 1, 2].map((position) => at(feed.body, 'event', position, 'description'))).toEqual(['Bookmark two was created by admin@internal-authz', 'Bookmark one was created by admin@internal-authz', undefined])
  expect(at(feed.body, 'event', 1, 'correlation_id')).toBe('trace-1')
  const sought = await admin.get(`/events?from=${newest + 1}&search=${encodeURIComponent('message = Bookmark*')}&max=10`)
  expect([0, 1].map((position) => at(sought.body, 'event', position, 'description'))).toEqual(['Bookmark two was created by admin@internal-authz', undefined])
  await admin.send('DELETE', `/events/${newest + 1}`)
  expect(at((await admin.get(`/events?from=${newest}`)).body, 'event', 1)).toBeUndefined()
  await admin.send('POST', '/events/undelete', {})
  expect(at((await admin.get(`/events?from=${newest}`)).body, 'event', 1, 'index')).toBe(String(newest + 1))
})

test.each([
  ['/tags', 400], ['/bookmarks', 400], ['/macpools', 400], ['/jobs', 400],
  ['', 200], ['/users', 200], ['/roles', 200], ['/events?max=1', 200], ['/vms', 200], ['/icons', 200], ['/operatingsystems', 200],
])('a user reads %s with %i', async (path, status) => {
  const reply = await vmuser.get(path)
  const detail = at(reply.body, 'detail') ?? 'none'
  expect([reply.status, detail]).toEqual([status, status === 400 ? 'Query execution failed due to insufficient permissions.' : 'none'])
  expect((await vmuser.get(path === '' ? '?filter=false' : `${path}${path.includes('?') ? '&' : '?'}filter=false`)).status).toBe(400)
})
test('users read options for users, administrators those for administrators, nobody internal ones', async () => {
  const status = async (client: typeof admin, name: string) => (await client.get(`/options/${name}`)).status
  expect([await status(vmuser, 'UserSessionTimeOutInterval'), await status(vmuser, 'DefaultMTU'), await status(admin, 'DefaultMTU'), await status(admin, 'SANWipeAfterDelete')]).toEqual([200, 404, 200, 404])
})

test('pages of other origins may read when the options allow it', async () => {
  const other = buildWorld({ state: 'empty', held: true })
  const client = await logIn(other, 'admin')
  const allowed = async () => (await client.get('', { Origin: 'https://portal.example.com' })).headers.get('Access-Control-Allow-Origin')
  expect(await allowed()).toBeNull()
  const set = (name: string, value: string) => other.options.set(name, { level: 'admin', values: [{ value, version: 'general' }] })
  set('CORSSupport', 'true')
  set('CORSAllowedOrigins', 'https://portal.example.com')
  expect(await allowed()).toBe('https://portal.example.com')
  const question = await ask(other, '/ovirt-engine/api/vms', { method: 'OPTIONS', headers: { Origin: 'https://portal.example.com' } })
  expect([question.status, question.headers.get('Access-Control-Allow-Methods')]).toEqual([200, 'GET,POST,PUT,DELETE'])
})
