import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from './cache.ts'
import { watchJob } from './jobs.ts'
import { beginOperation, describeOperation, dismissOperations, onFailedOperation, operationOn, operations } from './operations.ts'
import { playEngine } from './testEngine.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function jobs(status: (id: string) => string | undefined, filtered = false) {
  const state = (id: string) => ({ id, status: status(id) })
  const all = Array.from({ length: 20 }, (_, index) => `j${index}`)
  return playEngine(({ path }) => {
    if (path === 'api/jobs') return { job: all.map(state) }
    const id = path.replace('api/jobs/', '')
    return status(id) === undefined ? new Response(null, { status: 404 }) : { ...state(id), steps: { step: [{ number: '2', status: 'started' }, { number: '1', status: 'finished', progress: '40' }] } }
  }, { filtered: () => filtered })
}

test('a job is read with its steps until it ends, and its end is told once', async () => {
  let status = 'started'
  const seen = jobs(() => status)
  const ended = vi.fn()
  watchJob('j1', ended)
  await vi.advanceTimersByTimeAsync(3000)
  expect(queryClient.getQueryData(['job', 'j1'])).toMatchObject({ status: 'started', steps: [{ number: 1, progressPercent: 40 }, { number: 2 }] })
  expect(seen[0]?.query.get('follow')).toBe('steps')
  status = 'failed'
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ended).toHaveBeenCalledTimes(1)
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ status: 'failed' }))
  const reads = seen.length
  await vi.advanceTimersByTimeAsync(10_000)
  expect(seen).toHaveLength(reads)
})

test('users read jobs without steps, which they may not see', async () => {
  const seen = jobs(() => 'finished', true)
  watchJob('j1', () => undefined)
  await vi.advanceTimersByTimeAsync(1000)
  expect(seen[0]?.query.has('follow')).toBe(false)
})

test('a job that was cleared is told as gone', async () => {
  jobs(() => undefined)
  const ended = vi.fn()
  watchJob('j1', ended)
  await vi.advanceTimersByTimeAsync(1000)
  expect(ended).toHaveBeenCalledWith(undefined)
})

test('many jobs are read by one list', async () => {
  let status = 'started'
  const seen = jobs(() => status)
  const ended = vi.fn()
  for (let index = 0; index < 20; index += 1) watchJob(`j${index}`, ended)
  await vi.advanceTimersByTimeAsync(3000)
  expect(seen.map(({ path }) => path)).toEqual(['api/jobs', 'api/jobs'])
  status = 'finished'
  await vi.advanceTimersByTimeAsync(2100)
  expect(ended).toHaveBeenCalledTimes(20)
})

test('an operation of this browser is shown on its object until it ends, and a failure is told', async () => {
  let status = 'started'
  jobs(() => status)
  const failed = vi.fn()
  const stop = onFailedOperation(failed)
  beginOperation({ jobId: 'j1', correlationId: 'c1', targets: [{ type: 'vm', id: 'v' }, { type: 'host', id: 'h' }] })
  describeOperation('j1', { title: 'vm.action.run', doing: 'vm.doing.start', subject: 'web01' })
  expect(operationOn({ type: 'vm', id: 'v' })).toMatchObject({ doing: 'vm.doing.start', subject: 'web01' })
  expect(operationOn({ type: 'host', id: 'h' })).toBeUndefined()
  status = 'failed'
  await vi.advanceTimersByTimeAsync(3000)
  expect(operationOn({ type: 'vm', id: 'v' })).toBeUndefined()
  expect(failed).toHaveBeenCalledTimes(1)
  expect(operations.getSnapshot()[0]).toMatchObject({ jobId: 'j1', state: 'failed', title: 'vm.action.run' })
  dismissOperations()
  expect(operations.getSnapshot()).toEqual([])
  stop()
})
