import { beforeEach, expect, test } from 'vitest'
import { buildWorld } from '../worlds/build.ts'
import { Refusal, refuse } from './call.ts'
import type { Call, Command, JobHandle } from './call.ts'
import { runCommand } from './command.ts'
import type { OwnedWorld } from './createWorld.ts'
import { jobHandle } from './jobs.ts'
import { theSystem } from './permissions.ts'
import { at, logIn } from './testClient.ts'
import { onTask } from './world.ts'

let world: OwnedWorld
let call: Call
beforeEach(() => {
  world = buildWorld({ state: 'empty', held: true })
  call = callOf('admin')
})
function callOf(name: string): Call {
  const user = world.tables.users.by('user_name', `${name}@internal-authz`)[0]
  if (!user) throw new Error(`no user ${name}`)
  return {
    world, user, filtered: false, allContent: false, correlationId: 'c-1', language: 'en', query: new URLSearchParams(), details: new Set(),
    place: 'tags', ids: [], base: '/ovirt-engine/api', body: {}, trace: {},
  }
}
const command = (over: Partial<Command> = {}): Command => ({ name: 'Test', permit: 'tag_management', on: [theSystem], locks: ['thing'], job: 'Testing', execute: () => undefined, ...over })
const stateOf = (jobId: string) => ({ job: world.tables.jobs.get(jobId)?.status, steps: world.tables.steps.by('jobId', jobId).map(({ type, status }) => `${type} ${status}`) })
const codes = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof Refusal ? error.reasons.map(({ code }) => code) : ['another error']
  }
  return []
}

onTask('command.test.end', (ended, { job, ok }) => jobHandle(ended, String(job)).end(ok === true))

test('a command without asynchronous work ends with its request: job finished, locks free', () => {
  const job = runCommand(call, command())
  expect(stateOf(job.id)).toEqual({ job: 'finished', steps: ['validating finished', 'executing finished'] })
  expect(world.locks.size).toBe(0)
  expect(call.trace.jobId).toBe(job.id)
})
test('a refused command leaves a job that failed while validating', () => {
  expect(codes(() => runCommand(call, command({ validate: () => refuse('VDS_ALREADY_UP') })))).toEqual(['VDS_ALREADY_UP'])
  expect(stateOf(call.trace.jobId ?? '')).toEqual({ job: 'failed', steps: ['validating failed'] })
  expect(world.locks.size).toBe(0)
})
test('locks come before permission, permission before validation', () => {
  const refused = command({ validate: () => refuse('VDS_ALREADY_UP') })
  world.locks.set('thing', { command: 'Other', correlationId: '', jobId: 'other' })
  expect(codes(() => runCommand(callOf('auditor'), refused))).toEqual(['ACTION_TYPE_FAILED_OBJECT_LOCKED'])
  world.locks.clear()
  expect(codes(() => runCommand(callOf('auditor'), refused))).toEqual(['USER_NOT_AUTHORIZED_TO_PERFORM_ACTION'])
})
test('a command that is not monitored leaves no job', () => {
  const { job: _job, ...quiet } = command()
  runCommand(call, quiet)
  expect([world.tables.jobs.size, call.trace.jobId]).toEqual([0, undefined])
})

test.each([[true, 'finished'], [false, 'failed']] as const)('work that goes on keeps job and locks until it ends (%s)', (ok, status) => {
  const job = runCommand(call, command({
    execute: (handle: JobHandle) => {
      const step = handle.step('Copying')
      handle.progress(step, 40)
      handle.goesOn()
      world.schedule(30, 'command.test.end', { job: handle.id, ok })
    },
  }))
  expect(stateOf(job.id)).toEqual({ job: 'started', steps: ['validating finished', 'executing started', 'executing started'] })
  expect(codes(() => runCommand(call, command()))).toEqual(['ACTION_TYPE_FAILED_OBJECT_LOCKED'])
  world.advance(29)
  expect(stateOf(job.id).job).toBe('started')
  world.advance(1)
  expect(stateOf(job.id).job).toBe(status)
  expect(codes(() => runCommand(call, command()))).toEqual([])
})

test('finished jobs vanish after ten minutes, failed ones after sixty, with their steps', () => {
  const good = runCommand(call, command()).id
  codes(() => runCommand(call, command({ validate: () => refuse('VDS_ALREADY_UP') })))
  const all = () => [world.tables.jobs.size, world.tables.steps.size > 0]
  world.advance(21 * 60)
  expect(world.tables.jobs.get(good)).toBeUndefined()
  expect(all()).toEqual([1, true])
  world.advance(60 * 60)
  expect(all()).toEqual([0, false])
})

test('a job is found by the correlation id of its request when that is a UUID', async () => {
  const admin = await logIn(world, 'admin')
  const correlationId = crypto.randomUUID()
  const { id } = runCommand({ ...call, correlationId }, command())
  runCommand(call, command())
  const found = await admin.get(`/jobs?search=correlation_id%3D${correlationId}&max=5`)
  expect([at(found.body, 'job', 0, 'id'), at(found.body, 'job', 1)]).toEqual([id, undefined])
  expect((await admin.get('/jobs?search=correlation_id%3Dc-1')).status).toBe(400)
})

test('an external job is made, stepped, ended and cleared by its program only', async () => {
  const admin = await logIn(world, 'admin')
  const made = await admin.send('POST', '/jobs', { description: 'backup', auto_cleared: 'false' })
  const href = String(at(made.body, 'href'))
  const step = await admin.send('POST', `${href}/steps`, { description: 'copy', type: 'executing' })
  expect([made.status, step.status, at(step.body, 'status')]).toEqual([201, 201, 'started'])
  expect((await admin.send('POST', `${String(at(step.body, 'href'))}/end`, { succeeded: 'true' })).status).toBe(200)
  expect((await admin.send('POST', `${href}/end`, { succeeded: 'true' })).status).toBe(200)
  expect(at((await admin.get(`${href}?follow=steps`)).body, 'steps', 'step', 0, 'status')).toBe('finished')
  expect((await admin.send('POST', `${href}/clear`, {})).status).toBe(200)
  expect((await admin.get(href)).status).toBe(404)
})
