import { expect, test } from 'vitest'
import { buildWorld } from '../worlds/build.ts'
import { readSample, shapeDifferences } from './sampleShape.ts'
import { askForToken, at, logIn } from './testClient.ts'

const world = buildWorld({ state: 'small', held: true })
const admin = await logIn(world, 'admin')
const user = world.tables.users.by('user_name', 'admin@internal-authz')[0]
const job = [...world.tables.jobs.all()].find(({ id }) => world.tables.steps.by('jobId', id).length > 1)
const vmWithPermission = [...world.tables.permissions.all()].find(({ object, user: holder }) => object.type === 'vm' && holder)?.object.id

interface Read { readonly sample: string; readonly path: string; readonly mayLack?: readonly string[]; readonly headers?: Record<string, string> }
const reads: readonly Read[] = [
  { sample: 'root', path: '', mayLack: ['.engine_backup'] },
  { sample: 'root-user', path: '', headers: { Filter: 'true' } },
  {
    sample: 'events-list', path: '/events?max=1&search=severity=normal',
    mayLack: ['.event[].correlation_id', '.event[].cluster', '.event[].data_center', '.event[].host', '.event[].template', '.event[].vm'],
  },
  { sample: 'job-steps', path: `/jobs/${job?.id}?follow=steps`, mayLack: ['.steps.step[].end_time', '.steps.step[].link'] },
  { sample: 'system-option', path: '/options/MaxNumOfVmCpus' },
  { sample: 'user', path: `/users/${user?.id}` },
  { sample: 'permissions', path: `/vms/${vmWithPermission}/permissions` },
  { sample: 'role-permits', path: '/roles/00000000-0000-0000-0001-000000000001?follow=permits' },
  { sample: 'empty-list', path: '/bookmarks?max=0' },
  { sample: 'empty-list-touched', path: `/users/${user?.id}/options` },
]
test.each(reads)('a read answers in the shape of sample $sample', async ({ sample, path, mayLack = [], headers = {} }) => {
  const { status, body } = await admin.get(path, headers)
  expect(status).toBe(200)
  expect(shapeDifferences(body, readSample(sample), mayLack)).toEqual([])
})
test('an empty list is an empty object, but for lists that the engine touches', async () => {
  expect((await admin.get('/bookmarks?max=0')).body).toEqual({})
  expect((await admin.get(`/users/${world.tables.users.by('user_name', 'power@internal-authz')[0]?.id}/options`)).body).toEqual({ user_option: [] })
})
test('the filtered root has no summary', async () => {
  expect(at((await admin.get('', { Filter: 'true' })).body, 'summary')).toBeUndefined()
})

test('user options answer in the shape of their sample once there is one', async () => {
  const added = await admin.send('POST', `/users/${user?.id}/options`, { name: 'webAdmin.refresh', content: '{"interval":30}' })
  expect(added.status).toBe(201)
  expect(shapeDifferences((await admin.get(`/users/${user?.id}/options`)).body, readSample('user-options'))).toEqual([])
})

test('creating answers 201 with Location and the created object', async () => {
  const { status, body, headers } = await admin.send('POST', '/tags', { name: 'samples' })
  expect(status).toBe(201)
  expect(shapeDifferences(body, readSample('create-created'))).toEqual([])
  expect(headers.get('Location')).toBe(at(body, 'href'))
  const removed = await admin.send('DELETE', String(at(body, 'href')))
  expect(removed.status).toBe(200)
  expect(shapeDifferences(removed.body, readSample('delete-response'), ['.job'])).toEqual([])
})

test('a name in use answers the fault of the sample with 409', async () => {
  await admin.send('POST', '/bookmarks', { name: 'twice', value: 'Vms:' })
  const { status, body } = await admin.send('POST', '/bookmarks', { name: 'twice', value: 'Vms:' })
  expect(status).toBe(409)
  expect(shapeDifferences(body, readSample('fault'))).toEqual([])
  expect(at(body, 'detail')).toMatch(/^\[.+\]$/)
})

test('an unknown member answers the syntax fault of the sample with 400', async () => {
  const { status, body } = await admin.send('POST', '/bookmarks', { name: 'x', value: 'y', colour: 'red' })
  expect(status).toBe(400)
  expect(shapeDifferences(body, readSample('fault-syntax'))).toEqual([])
  expect(at(body, 'reason')).toBe(at(readSample('fault-syntax'), 'reason'))
})

test('a refused action answers the failed action of the sample', async () => {
  const { status, body } = await admin.send('POST', `/jobs/${job?.id}/end`, { succeeded: true })
  expect(status).toBe(400)
  expect(shapeDifferences(body, readSample('fault-action'))).toEqual([])
})

test.each<[string, number, Record<string, string>]>([
  ['sso-token', 200, { grant_type: 'password', username: 'admin@internal', password: 'demo', scope: 'ovirt-app-api' }],
  ['sso-error-api-scope', 400, { grant_type: 'password', username: 'admin@internal', password: 'wrong', scope: 'ovirt-app-api' }],
  ['sso-error-other-scope', 400, {}],
])('log-in answers in the shape of sample %s', async (sample, status, fields) => {
  const reply = await askForToken(world, fields)
  expect(reply.status).toBe(status)
  expect(shapeDifferences(reply.body, readSample(sample))).toEqual([])
  const same = readSample(sample)
  expect(shapeDifferences(same, reply.body)).toEqual([])
})
