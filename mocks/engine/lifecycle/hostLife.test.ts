import { describe, expect, test } from 'vitest'
import type { HostRow } from '../rows.ts'
import { breakHost, mendHost } from './hostFailure.ts'
import { first, testEngine, type TestEngine } from './testEngine.ts'

const vmsOn = ({ world }: TestEngine, hostId: string) => world.tables.vms.by('host', hostId)
/** A host in service with VMs, none of them pinned, all of them up. */
function busyHost(engine: TestEngine, fits: (host: HostRow) => boolean = () => true): HostRow {
  const host = first(engine.world.tables.hosts.byName(), (one) => one.status === 'up' && vmsOn(engine, one.id).length > 1 && fits(one)
    && engine.world.tables.hosts.by('cluster', one.cluster.id).filter(({ status }) => status === 'up').length > 1)
  for (const vm of vmsOn(engine, host.id)) {
    engine.world.tables.vms.change(vm.id, (row) => {
      row.placement_policy = { affinity: 'migratable' }
      row.status = 'up'
      row.name = row.name.replace(/^fail-/, '')
      delete row.hidden.migration
    })
  }
  for (const group of [...engine.world.tables.affinityGroups.all()]) engine.world.tables.affinityGroups.remove(group.id)
  for (const label of [...engine.world.tables.affinityLabels.all()]) engine.world.tables.affinityLabels.remove(label.id)
  return engine.host(host.id)
}
const withPower = (host: HostRow) => host.power_management?.enabled === true && host.hidden.fenceAgents.length > 0
/** Every status that the host shows while so many seconds pass. */
function watch(engine: TestEngine, hostId: string, seconds: number): string[] {
  const seen: string[] = []
  for (let second = 0; second <= seconds; second += 1) {
    const { status } = engine.host(hostId)
    if (seen.at(-1) !== status) seen.push(status)
    engine.world.advance(1)
  }
  return seen
}

describe('maintenance', () => {
  test('moves the VMs away, then rests; the job tells how far it is', async () => {
    const engine = testEngine()
    const host = busyHost(engine)
    const leaving = vmsOn(engine, host.id).map(({ id }) => id)
    expect((await engine.post(`hosts/${host.id}/deactivate`, { reason: 'new firmware' })).status).toBe(200)
    expect(engine.host(host.id)).toMatchObject({ status: 'preparing_for_maintenance', status_detail: 'new firmware' })
    const job = first(engine.world.tables.jobs.all(), ({ description }) => description === `Moving host ${host.name} to maintenance`)
    expect(watch(engine, host.id, 4000).at(-1)).toBe('maintenance')
    expect(vmsOn(engine, host.id)).toEqual([])
    for (const id of leaving) expect(engine.vm(id).status).toBe('up')
    expect(engine.world.tables.jobs.get(job.id)?.status ?? 'finished').toBe('finished')
    expect(engine.eventCodes(host.id)).toContain(15)
    expect((await engine.post(`hosts/${host.id}/activate`)).status).toBe(200)
    expect(watch(engine, host.id, 20)).toEqual(['unassigned', 'initializing', 'up'])
    expect(engine.host(host.id).status_detail).toBeUndefined()
  })

  test('is refused with the names of pinned VMs', async () => {
    const engine = testEngine()
    const host = busyHost(engine)
    const [vm] = vmsOn(engine, host.id)
    engine.world.tables.vms.change(vm?.id ?? '', (row) => { row.placement_policy = { affinity: 'pinned', hosts: [{ id: host.id }] } })
    const answer = await engine.post(`hosts/${host.id}/deactivate`)
    expect(answer.status).toBe(409)
    expect(JSON.stringify(answer.body)).toContain(vm?.name)
    expect(engine.host(host.id).status).toBe('up')
  })

  test('of the storage pool manager hands the role to another host, and the data center stays up', async () => {
    const engine = testEngine()
    const host = busyHost(engine, ({ spm }) => spm?.status === 'spm')
    const dataCenterId = engine.world.tables.clusters.get(host.cluster.id)?.data_center?.id ?? ''
    await engine.post(`hosts/${host.id}/deactivate`)
    expect(engine.world.tables.dataCenters.get(dataCenterId)?.status).toBe('contend')
    engine.world.advance(6)
    const dataCenter = engine.world.tables.dataCenters.get(dataCenterId)
    expect(dataCenter?.status).toBe('up')
    expect(dataCenter?.hidden.spmHostId).not.toBe(host.id)
    expect(engine.host(host.id).spm?.status).toBe('none')
    expect(engine.host(dataCenter?.hidden.spmHostId ?? '').spm?.status).toBe('spm')
  })

  test('is undone by activating a host that is still leaving', async () => {
    const engine = testEngine()
    const host = busyHost(engine)
    await engine.post(`hosts/${host.id}/deactivate`)
    await engine.post(`hosts/${host.id}/activate`)
    expect(engine.host(host.id).status).toBe('up')
    engine.world.advance(4000)
    expect(engine.host(host.id).status).toBe('up')
  })
})

describe('a host that stops answering', () => {
  test('is fenced after its grace: VMs are unknown, then down, and the highly available come back elsewhere', () => {
    const engine = testEngine()
    const host = busyHost(engine, withPower)
    const [available, ordinary] = vmsOn(engine, host.id)
    if (!available || !ordinary) throw new Error('the host has too few VMs')
    engine.world.tables.vms.change(available.id, (row) => {
      row.high_availability = { enabled: true, priority: 50 }
      delete row.lease
    })
    engine.world.tables.vms.change(ordinary.id, (row) => { row.high_availability = { enabled: false, priority: 1 } })
    breakHost(engine.world, host.id)
    expect(engine.host(host.id).status).toBe('connecting')
    engine.world.advance(110)
    expect(engine.host(host.id).status).toBe('non_responsive')
    expect(engine.vm(ordinary.id).status).toBe('unknown')
    engine.world.advance(600)
    expect(engine.host(host.id).status).toBe('up')
    expect(engine.vm(ordinary.id)).toMatchObject({ status: 'down', hidden: { exit: 'error' } })
    expect(engine.vm(available.id).status).toBe('up')
    expect(engine.vm(available.id).host?.id).not.toBe(host.id)
    expect(engine.eventCodes(host.id)).toEqual(expect.arrayContaining([9008, 9027, 75, 539, 121, 13]))
    expect(engine.eventCodes(available.id)).toEqual(expect.arrayContaining([142, 143, 9602, 506]))
  })

  test('without power management waits for an administrator, who confirms that it was restarted', async () => {
    const engine = testEngine()
    const host = busyHost(engine, ({ spm }) => spm?.status === 'none')
    engine.world.tables.hosts.change(host.id, (row) => { row.power_management = { ...row.power_management, enabled: false } })
    for (const vm of vmsOn(engine, host.id)) engine.world.tables.vms.change(vm.id, (row) => { delete row.lease })
    breakHost(engine.world, host.id)
    engine.world.advance(1000)
    expect(engine.host(host.id).status).toBe('non_responsive')
    expect(vmsOn(engine, host.id).every(({ status }) => status === 'unknown')).toBe(true)
    expect((await engine.post(`hosts/${host.id}/deactivate`)).status).toBe(409)
    expect((await engine.post(`hosts/${host.id}/fence`, { fence_type: 'manual' })).status).toBe(200)
    expect(vmsOn(engine, host.id)).toEqual([])
    expect(engine.host(host.id).status).toBe('non_responsive')
    expect((await engine.post(`hosts/${host.id}/deactivate`)).status).toBe(200)
    expect(engine.host(host.id).status).toBe('maintenance')
  })

  test('gives its VMs back when it answers again', () => {
    const engine = testEngine()
    const host = busyHost(engine)
    engine.world.tables.hosts.change(host.id, (row) => { row.power_management = { ...row.power_management, enabled: false } })
    const before = vmsOn(engine, host.id).filter(({ high_availability: ha }) => ha?.enabled !== true).map(({ id }) => id)
    breakHost(engine.world, host.id)
    engine.world.advance(120)
    mendHost(engine.world, host.id)
    expect(engine.host(host.id).status).toBe('up')
    for (const id of before) expect(engine.vm(id)).toMatchObject({ status: 'up', host: { id: host.id } })
  })

  test('leaves a VM with a lease to another host, though nobody fences it', () => {
    const engine = testEngine()
    const host = busyHost(engine)
    engine.world.tables.hosts.change(host.id, (row) => { row.power_management = { ...row.power_management, enabled: false } })
    const [vm] = vmsOn(engine, host.id)
    engine.world.tables.vms.change(vm?.id ?? '', (row) => {
      row.high_availability = { enabled: true, priority: 100 }
      row.lease = { storage_domain: { id: engine.world.tables.storageDomains.byName()[0]?.id ?? '' } }
    })
    breakHost(engine.world, host.id)
    engine.world.advance(300)
    expect(engine.host(host.id).status).toBe('non_responsive')
    expect(engine.vm(vm?.id ?? '')).toMatchObject({ status: 'up' })
    expect(engine.vm(vm?.id ?? '').host?.id).not.toBe(host.id)
  })

  test('blocks the data center while it is its storage pool manager, until it is fenced', () => {
    const engine = testEngine()
    const host = busyHost(engine, (one) => one.spm?.status === 'spm')
    engine.world.tables.hosts.change(host.id, (row) => { row.power_management = { ...row.power_management, enabled: false } })
    const dataCenterId = engine.world.tables.clusters.get(host.cluster.id)?.data_center?.id ?? ''
    breakHost(engine.world, host.id)
    engine.world.advance(300)
    expect(engine.world.tables.dataCenters.get(dataCenterId)?.status).toBe('problematic')
    const domains = engine.world.tables.storageDomains.by('data_center', dataCenterId).flatMap(({ hidden }) => hidden.attachments).map(({ status }) => status)
    expect(domains).toContain('unknown')
    expect(domains).not.toContain('active')
  })
})

describe('hosts', () => {
  const added = async (engine: TestEngine, body: object, query = '') => {
    const answer = await engine.request('POST', `hosts${query}`, { root_password: 'secret', cluster: { name: 'Default' }, ...body })
    return { ...answer, id: String(answer.body['id']) }
  }
  test('are installed, restarted and come up; power management that is off is an alert', async () => {
    const engine = testEngine()
    const { status, id } = await added(engine, { name: 'newhost', address: 'newhost.example.com' })
    expect(status).toBe(201)
    expect(watch(engine, id, 300)).toEqual(['installing', 'reboot', 'unassigned', 'initializing', 'up'])
    expect(engine.eventCodes(id)).toEqual([42, 9000, 560, 561, 504, 13])
  })
  test('stay in maintenance when they are not to be activated', async () => {
    const engine = testEngine()
    const { id } = await added(engine, { name: 'newhost', address: 'newhost.example.com' }, '?activate=false&reboot=false')
    expect(watch(engine, id, 300)).toEqual(['installing', 'unassigned', 'initializing', 'maintenance'])
  })
  test('whose address is unreachable fail to install, and may be removed', async () => {
    const engine = testEngine()
    const { id } = await added(engine, { name: 'far', address: 'unreachable.example.com' })
    expect(watch(engine, id, 60)).toEqual(['installing', 'install_failed'])
    expect((await engine.request('DELETE', `hosts/${id}`)).status).toBe(200)
    expect((await engine.get(`hosts/${id}`)).status).toBe(404)
  })
  test('keep names and addresses apart', async () => {
    const engine = testEngine()
    const taken = first(engine.world.tables.hosts.all(), () => true)
    expect((await added(engine, { name: taken.name, address: 'other.example.com' })).status).toBe(409)
    expect((await added(engine, { name: 'other', address: taken.address })).status).toBe(409)
    expect((await added(engine, { name: 'wrong name', address: 'other.example.com' })).status).toBe(400)
  })
  test('are fenced once in the quiet time, by a proxy', async () => {
    const engine = testEngine()
    const host = busyHost(engine, withPower)
    const [vm] = vmsOn(engine, host.id)
    expect((await engine.post(`hosts/${host.id}/fence`, { fence_type: 'status' })).body).toMatchObject({ power_management: { status: 'on' } })
    expect((await engine.post(`hosts/${host.id}/fence`, { fence_type: 'stop' })).status).toBe(409)
    expect((await engine.post(`hosts/${host.id}/fence`, { fence_type: 'restart' })).status).toBe(200)
    expect((await engine.post(`hosts/${host.id}/fence`, { fence_type: 'restart' })).status).toBe(409)
    expect(watch(engine, host.id, 120)).toEqual(['up', 'reboot', 'unassigned', 'initializing', 'up'])
    expect(engine.eventCodes(vm?.id ?? '')).toContain(143)
    expect((await engine.post(`hosts/${host.id}/fence`, { fence_type: 'nonsense' })).status).toBe(400)
  })
  test('are upgraded through maintenance and come back as they were', async () => {
    const engine = testEngine()
    const host = busyHost(engine)
    engine.world.tables.hosts.change(host.id, (row) => { row.update_available = false })
    expect((await engine.post(`hosts/${host.id}/upgrade`)).status).toBe(409)
    engine.world.tables.hosts.change(host.id, (row) => { row.update_available = true })
    expect((await engine.post(`hosts/${host.id}/upgrade`)).status).toBe(200)
    expect(watch(engine, host.id, 5000)).toEqual(['preparing_for_maintenance', 'installing', 'reboot', 'unassigned', 'initializing', 'up'])
    expect(engine.host(host.id).update_available).toBe(false)
  })
  test('take the role of the storage pool manager when asked', async () => {
    const engine = testEngine()
    const host = first(engine.world.tables.hosts.byName(), ({ status, spm }) => status === 'up' && spm?.status === 'none')
    for (const disk of engine.world.tables.disks.all()) if (disk.status === 'locked') engine.world.tables.disks.change(disk.id, (row) => { row.status = 'ok' })
    expect((await engine.post(`hosts/${host.id}/forceselectspm`)).status).toBe(200)
    expect(engine.host(host.id).spm?.status).toBe('contending')
    engine.world.advance(10)
    expect(engine.host(host.id).spm?.status).toBe('spm')
    expect((await engine.post(`hosts/${host.id}/forceselectspm`)).status).toBe(409)
  })
  test('answer refresh, update checks and new certificates by events', async () => {
    const engine = testEngine()
    const host = first(engine.world.tables.hosts.byName(), ({ status }) => status === 'up')
    for (const action of ['refresh', 'upgradecheck']) expect((await engine.post(`hosts/${host.id}/${action}`)).status).toBe(200)
    expect((await engine.post(`hosts/${host.id}/enrollcertificate`)).status).toBe(409)
    engine.world.advance(60)
    expect(engine.eventCodes(host.id)).toEqual([884, 606, 885])
  })
})
