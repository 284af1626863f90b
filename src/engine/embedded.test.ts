import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { handle } from '../../mocks/engine/handle.ts'
import { buildWorld } from '../../mocks/worlds/build.ts'
import { silentChannel } from '../lib/channel.ts'
import { systemClock } from '../lib/clock.ts'
import { queryClient } from './cache.ts'
import { connect, disconnect } from './connection.ts'
import { createStore } from '../lib/store.ts'
import type { Attention } from './live/attention.ts'
import { createLive } from './live/live.ts'
import { operations } from './operations.ts'
import { nameQuery } from './names.ts'
import { optionQuery } from './options.ts'
import { affinityLabels, clusterAffinityGroups, hostAffinityLabels, vmAffinityLabels } from './resources/affinity.ts'
import { clusters } from './resources/clusters.ts'
import { dataCenters } from './resources/dataCenters.ts'
import { disks, vmDiskAttachments } from './resources/disks.ts'
import { events, eventSearchOf } from './resources/events.ts'
import { hostDevices, hostNetworkAttachments, hostNics, vmHostDevices } from './resources/hostDetails.ts'
import { hosts } from './resources/hosts.ts'
import { jobs, jobsOfCorrelation } from './resources/jobs.ts'
import { macPools } from './resources/macPools.ts'
import { migrationTargets } from './resources/migration.ts'
import { clusterNetworks, networks, vnicProfiles } from './resources/networks.ts'
import { vmNics, vmReportedDevices } from './resources/nics.ts'
import { operatingSystems } from './resources/operatingSystems.ts'
import { permissionsOf } from './resources/permissions.ts'
import { cpuProfiles, diskProfiles, schedulingPolicies } from './resources/profiles.ts'
import { roles } from './resources/roles.ts'
import { vmSnapshots } from './resources/snapshots.ts'
import { statisticsQuery } from './resources/statistics.ts'
import { dataCenterStorageDomains, storageDomains } from './resources/storageDomains.ts'
import { bookmarks, tags, tagsOf } from './resources/tags.ts'
import { templates } from './resources/templates.ts'
import { domains, groups, users } from './resources/users.ts'
import { vmApplications, vmCdroms, vmGraphicsConsoles, vmRunningConsoles, vmSessions } from './resources/vmDetails.ts'
import { vmPools } from './resources/vmPools.ts'
import { startVm, vms } from './resources/vms.ts'
import { grantsQuery, toJudge } from './rights.ts'
import { createSession } from './session.ts'
import { requestToken } from './sso.ts'
import { request } from './transport.ts'

const ask = queryClient.fetchQuery.bind(queryClient)
afterEach(() => void vi.useRealTimers())

const build = () => buildWorld({ state: 'small', held: true })
let world = build()

async function logIn(name: string): Promise<ReturnType<typeof createSession>> {
  disconnect()
  queryClient.clear()
  connect({ fetch: (request) => handle(request, world) })
  const session = createSession({ storage: undefined, openChannel: () => silentChannel, clock: { now: systemClock.now, after: (_, task) => systemClock.after(0, task) } })
  await session.start()
  expect(await session.logIn(name, 'demo')).toMatchObject({ ok: true })
  return session
}

/** With fake timers: somebody has to move them while a tab waits for others to answer. */
async function logInHeld(name: string): Promise<void> {
  const login = logIn(name)
  await vi.advanceTimersByTimeAsync(1000)
  await login
}

describe('as administrator', () => {
  beforeAll(async () => {
    world = build()
    await logIn('admin@internal')
  })

  const resources = { vms, hosts, clusters, dataCenters, templates, vmPools, storageDomains, disks, networks, vnicProfiles, macPools, events, jobs, users, groups, roles, domains, tags, bookmarks, affinityLabels, cpuProfiles, diskProfiles, schedulingPolicies }
  test.each(Object.keys(resources) as (keyof typeof resources)[])('%s: a page and one of its objects are read', async (name) => {
    const resource = resources[name]
    const { rows } = await resource.readPage({}, 1)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    const [first] = rows
    const mayBeEmpty = ['vmPools', 'jobs', 'bookmarks'].includes(name)
    expect(first !== undefined || mayBeEmpty).toBe(true)
    expect(first && (await resource.readOne(first.id)).id).toBe(first?.id)
  })

  test('everything that hangs below a running VM is read', async () => {
    const [vm] = await vms.readList({ search: 'status=up', max: 1 })
    if (!vm) throw new Error('no VM runs')
    const { id } = vm
    expect(await ask(vmNics(id))).not.toHaveLength(0)
    expect((await ask(vmDiskAttachments(id)))[0]?.disk?.provisionedBytes).toBeGreaterThan(0)
    expect((await ask(vmSnapshots(id))).map(({ type }) => type)).toContain('active')
    expect(await ask(vmCdroms(id))).toHaveLength(1)
    expect(await ask(permissionsOf('vm', id))).not.toHaveLength(0)
    expect((await ask(statisticsQuery('vm', id))).values['memory.installed']).toBe(vm.memoryBytes)
    await Promise.all([ask(vmApplications(id)), ask(vmSessions(id)), ask(vmGraphicsConsoles(id)), ask(vmRunningConsoles(id)), ask(vmHostDevices(id)), ask(vmAffinityLabels(id)), ask(vmReportedDevices(id)), ask(tagsOf({ type: 'vm', id }))])
    expect(await events.readList({ search: eventSearchOf('vm', vm.name), max: 5 })).toBeInstanceOf(Array)
    const targets = await ask(migrationTargets([id], false))
    expect(targets.map((host) => host.id)).not.toContain(vm.host?.id)
  })

  test('everything that hangs below a host, a cluster and a data center is read', async () => {
    const [host] = await hosts.readList({ search: 'status=up', max: 1 })
    const [dataCenter] = await dataCenters.readList({ search: 'status=up', max: 1 })
    if (!host?.cluster || !dataCenter) throw new Error('nothing is up')
    expect(await ask(hostNics(host.id))).not.toHaveLength(0)
    expect(await ask(hostNetworkAttachments(host.id))).not.toHaveLength(0)
    await Promise.all([ask(hostDevices(host.id)), ask(hostAffinityLabels(host.id)), ask(clusterAffinityGroups(host.cluster.id))])
    expect((await ask(statisticsQuery('host', host.id))).values['memory.total']).toBeGreaterThan(0)
    expect(await ask(clusterNetworks(host.cluster.id))).not.toHaveLength(0)
    expect((await ask(dataCenterStorageDomains(dataCenter.id))).map(({ status }) => status)).toContain('active')
    expect(await ask(nameQuery('host', host.id))).toBe(host.name)
  })

  test('options and operating systems are read', async () => {
    expect(await ask(operatingSystems)).not.toHaveLength(0)
    expect((await ask(optionQuery('SearchResultsLimit'))).value).toBe('100')
  })

  test('a started VM comes up: its job ends, the trace of the click is there', async () => {
    vi.useFakeTimers()
    const [vm] = await vms.readList({ search: 'status=down', max: 1 })
    if (!vm) throw new Error('no VM is down')
    const { jobId, correlationId } = await startVm(vm)
    expect(operations.getSnapshot().find((operation) => operation.jobId === jobId)?.state).toBe('running')
    world.advance(120)
    await vi.advanceTimersByTimeAsync(5000)
    expect(operations.getSnapshot().find((operation) => operation.jobId === jobId)?.state).toBe('finished')
    expect((await vms.readOne(vm.id)).status).toBe('up')
    expect((await ask(jobsOfCorrelation(correlationId))).map(({ id }) => id)).toEqual([jobId])
    expect((await events.readList({ search: `correlation_id=${correlationId}` })).length).toBeGreaterThan(0)
    // Starting what runs is refused in words.
    await expect(startVm(await vms.readOne(vm.id))).rejects.toMatchObject({ kind: 'refused', status: 409, messages: [expect.stringMatching(/.+/)] })
  })
})

test('a change made by another client appears in the page within the interval', async () => {
  vi.useFakeTimers()
  world = build()
  await logInHeld('admin@internal')
  const observer = new QueryObserver(queryClient, vms.page({}, 1))
  const stopWatching = observer.subscribe(() => undefined)
  const live = createLive({ clock: systemClock, attention: createStore<Attention>('focused'), openChannel: () => silentChannel, tabId: 'one' })
  live.start()
  await vi.advanceTimersByTimeAsync(2000)
  const vm = observer.getCurrentResult().data?.rows.find(({ status }) => status === 'up')
  if (!vm) throw new Error('no VM runs')
  await request('POST', `vms/${vm.id}/stop`)
  world.advance(60)
  await vi.advanceTimersByTimeAsync(6000)
  expect(observer.getCurrentResult().data?.rows.find(({ id }) => id === vm.id)?.status).toBe('down')
  live.stop()
  stopWatching()
})

describe('as user', () => {
  test('only what permissions give is seen, and rights say what may be done', async () => {
    world = build()
    const session = await logIn('vmuser@internal')
    const state = session.getSnapshot()
    if (state.status !== 'in') throw new Error('not logged in')
    expect(state.administrator).toBe(false)
    const { rows } = await vms.readPage({}, 1)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(world.tables.vms.size)
    expect(rows.every(({ host, migrationMode }) => host === undefined && migrationMode === undefined)).toBe(true)
    const grants = await ask(grantsQuery(state.userId))
    const [mine] = rows
    if (!mine) throw new Error('no VM')
    const may = toJudge(grants, Object.fromEntries((await clusters.readList({})).flatMap(({ id, dataCenter }) => (dataCenter ? [[id, dataCenter.id]] : []))))
    const on = [{ type: 'vm' as const, id: mine.id }, ...vms.parents(mine)]
    expect([may('run_vm', on), may('delete_vm', on)]).toEqual([true, false])
  })

  test('wrong passwords are refused, the fifth locks the account', async () => {
    world = build()
    disconnect()
    connect({ fetch: (request) => handle(request, world) })
    const outcomes = []
    for (let count = 0; count < 6; count += 1) outcomes.push(await requestToken('auditor@internal', 'nope'))
    expect(outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.why))).toEqual(['wrong', 'wrong', 'wrong', 'wrong', expect.stringMatching(/wrong|locked/), 'locked'])
  })
})
