import { afterEach, describe, expect, test, vi } from 'vitest'
import { queryClient } from './cache.ts'
import { operations } from './operations.ts'
import { toSearchText } from './resource.ts'
import { macPools } from './resources/macPools.ts'
import { nameQuery } from './names.ts'
import { clusters } from './resources/clusters.ts'
import { hosts } from './resources/hosts.ts'
import { migrateVm, removeVm, shutdownVm, startVm, vms } from './resources/vms.ts'
import { statisticsQuery } from './resources/statistics.ts'
import { playEngine, json } from './testEngine.ts'

afterEach(() => vi.useRealTimers())

const manyVms = (count: number, from = 0) => ({ vm: Array.from({ length: count }, (_, index) => ({ id: `vm${from + index}`, name: `vm${from + index}`, status: 'up' })) })

test.each([
  [{}, undefined, ''],
  [{ search: ' name=web* ' }, 2, 'name=web* page 2'],
  [{ search: 'status=up', sort: { field: 'cpu_usage', descending: true } }, 1, 'status=up sortby cpu_usage desc page 1'],
  [{ search: 'status=up sortby memory desc', sort: { field: 'name', descending: false } }, 2, 'status=up sortby memory desc page 2'],
])('search text of %j', (query, page, expected) => {
  expect(toSearchText(query, page)).toBe(expected)
})

describe('pages', () => {
  test('administrators page on the server', async () => {
    const seen = playEngine(() => manyVms(100, 100))
    const page = await queryClient.fetchQuery(vms.page({ search: 'status=up' }, 2))
    expect(page).toMatchObject({ more: true, rows: expect.arrayContaining([expect.objectContaining({ id: 'vm100' })]) })
    expect(seen.map(({ path, query }) => [path, query.get('search'), query.get('max')])).toEqual([['api/vms', 'status=up sortby name asc page 2', '100']])
  })

  test('a page that is not full is the last', async () => {
    playEngine(() => manyVms(3))
    expect(await queryClient.fetchQuery(vms.page({}, 1))).toMatchObject({ more: false })
  })

  test('with filter on later pages of a search are cut from a longer answer', async () => {
    const seen = playEngine(() => manyVms(150), { filtered: () => true })
    const page = await queryClient.fetchQuery(vms.page({ search: 'status=up' }, 2))
    expect(seen[0]?.query.get('search')).toBe('status=up sortby name asc')
    expect(seen[0]?.query.get('max')).toBe('200')
    expect(page.rows.map(({ id }) => id)[0]).toBe('vm100')
    expect([page.rows.length, page.more]).toEqual([50, false])
  })

  test('with filter on the plain list of VMs is paged', async () => {
    const seen = playEngine(() => manyVms(100), { filtered: () => true })
    await queryClient.fetchQuery(vms.page({}, 3))
    expect(seen[0]?.query.get('search')).toBe('sortby name asc page 3')
  })

  test('what cannot be searched is read whole, once', async () => {
    const seen = playEngine(() => ({ mac_pool: [{ id: 'p', name: 'Default', ranges: { range: [{ from: 'a', to: 'b' }] }, default_pool: 'true' }] }))
    expect((await queryClient.fetchQuery(macPools.page({}, 1))).rows).toEqual([{ id: 'p', name: 'Default', description: '', ranges: [{ from: 'a', to: 'b' }], allowDuplicates: false, defaultPool: true }])
    expect((await queryClient.fetchQuery(macPools.page({}, 2))).rows).toEqual([])
    expect(seen).toHaveLength(1)
    expect(seen[0]?.query.toString()).toBe('')
  })
})

test('while an object is read its row of a list stands in', async () => {
  playEngine(() => manyVms(3))
  await queryClient.fetchQuery(vms.page({}, 1))
  expect(vms.detail('vm1').placeholderData()?.name).toBe('vm1')
  expect(vms.detail('other').placeholderData()).toBeUndefined()
})

describe('changes', () => {
  test('an action posts what the user gave, and its job becomes an operation until it ends', async () => {
    vi.useFakeTimers()
    let jobStatus = 'started'
    const seen = playEngine(({ path }) => {
      if (path.startsWith('api/jobs/')) return { id: 'j1', status: jobStatus }
      return path.endsWith('/shutdown') ? { status: 'complete', job: { id: 'j1' } } : manyVms(1)
    })
    const [vm] = vms.decodeList(manyVms(1))
    if (!vm) throw new Error('no VM')
    expect(await shutdownVm(vm, { reason: 'patching' }, { correlationId: 'c1' })).toMatchObject({ jobId: 'j1' })
    expect(seen[0]).toMatchObject({ method: 'POST', path: 'api/vms/vm0/shutdown', text: '{"reason":"patching"}' })
    expect(operations.getSnapshot()[0]).toMatchObject({ jobId: 'j1', state: 'running', targets: [{ type: 'vm', id: 'vm0' }] })
    await vi.advanceTimersByTimeAsync(3000)
    jobStatus = 'finished'
    await vi.advanceTimersByTimeAsync(3000)
    expect(operations.getSnapshot()[0]?.state).toBe('finished')
  })

  test('what an action touches is read again when it is accepted', async () => {
    playEngine(({ method }) => (method === 'POST' ? { status: 'complete' } : { id: 'vm0', name: 'vm0', host: { id: 'h1' } }))
    const vm = await queryClient.fetchQuery(vms.detail('vm0'))
    queryClient.setQueryData(['host', 'h1'], { id: 'h1' })
    queryClient.setQueryData(['host', 'h2'], { id: 'h2' })
    queryClient.setQueryData(['host', 'h3'], { id: 'h3' })
    await migrateVm(vm, { hostId: 'h2' })
    const stale = ['h1', 'h2', 'h3'].map((id) => queryClient.getQueryState(['host', id])?.isInvalidated)
    expect(stale).toEqual([true, true, false])
    expect(queryClient.getQueryState(['vm', 'vm0'])?.isInvalidated).toBe(true)
  })

  test('a refused action refreshes nothing and throws', async () => {
    playEngine(() => json({ status: 'failed', fault: { detail: '[no]' } }, 409))
    queryClient.setQueryData(['vm', 'vm0'], { id: 'vm0' })
    const [vm] = vms.decodeList(manyVms(1))
    if (!vm) throw new Error('no VM')
    await expect(startVm(vm)).rejects.toMatchObject({ kind: 'refused' })
    expect(queryClient.getQueryState(['vm', 'vm0'])?.isInvalidated).toBe(false)
  })

  test('removing keeps the disks when asked, and lists are read again', async () => {
    const seen = playEngine(({ method }) => (method === 'DELETE' ? { status: 'complete' } : manyVms(1)))
    const { rows: [vm] } = await queryClient.fetchQuery(vms.page({}, 1))
    if (!vm) throw new Error('no VM')
    await removeVm(vm, { keepDisks: true })
    expect(seen[1]).toMatchObject({ method: 'DELETE', path: 'api/vms/vm0' })
    expect(seen[1]?.query.toString()).toBe('detach_only=true')
    expect(queryClient.getQueryState(vms.page({}, 1).queryKey)?.isInvalidated).toBe(true)
  })

  test('creations tell the id', async () => {
    playEngine(() => json({ id: 'new', name: 'pool' }, 201))
    expect(await macPools.create({ name: 'pool', allow_duplicates: true })).toMatchObject({ id: 'new' })
  })
})

describe('rows read again', () => {
  test('one by one where ids cannot be searched, without those that are gone', async () => {
    const seen = playEngine(({ path }) => (path === 'api/clusters/gone' ? new Response(null, { status: 404 }) : { id: path.slice(-1), name: 'x' }))
    expect((await clusters.readMany(['a', 'gone', 'b'])).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(seen.map(({ path, query }) => `${path}${query}`)).toEqual(['api/clusters/a', 'api/clusters/gone', 'api/clusters/b'])
  })
  test('by the list where these are many', async () => {
    const seen = playEngine(() => ({ cluster: 'abcdefgh'.split('').map((id) => ({ id })) }))
    expect((await clusters.readMany(['a', 'b', 'c', 'd', 'e'])).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(seen).toHaveLength(1)
  })
})

test('names asked for together are read by one search', async () => {
  const seen = playEngine(() => ({ host: [{ id: 'h1', name: 'alpha' }, { id: 'h2', name: 'beta' }] }))
  const names = await Promise.all(['h1', 'h2', 'gone'].map((id) => queryClient.fetchQuery(nameQuery(hosts.type, id))))
  expect(names).toEqual(['alpha', 'beta', null])
  expect(seen.map(({ query }) => query.get('search'))).toEqual(['id=h1 or id=h2 or id=gone'])
})

test('readings of rows in view are read by one search', async () => {
  const statistics = (datum: number) => ({ statistic: [{ name: 'cpu.current.total', values: { value: [{ datum }] } }] })
  const seen = playEngine(() => ({ vm: [{ id: 'a', statistics: statistics(1) }, { id: 'b', statistics: statistics(2) }] }))
  const readings = await Promise.all(['a', 'b'].map((id) => queryClient.fetchQuery(statisticsQuery('vm', id))))
  expect(readings.map(({ values }) => values['cpu.current.total'])).toEqual([1, 2])
  expect(seen.map(({ query }) => query.toString())).toEqual(['search=id%3Da+or+id%3Db&max=2&detail=statistics'])
})
