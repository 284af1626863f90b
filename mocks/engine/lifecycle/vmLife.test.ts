import { describe, expect, test } from 'vitest'
import { first, testEngine, type TestEngine } from './testEngine.ts'
import { errorCodes } from '../facts.generated.ts'
import { faultTexts as english } from '../faultTexts.en.ts'
import type { VmRow } from '../rows.ts'

const hasPlainDisk = ({ world }: TestEngine, vm: VmRow) => world.tables.diskAttachments.by('ownerId', vm.id).length > 0
const startable = (engine: TestEngine) => first(engine.world.tables.vms.byName(), (vm) =>
  vm.status === 'down' && !vm.vm_pool && vm.stateless !== true && vm.high_availability?.enabled !== true && hasPlainDisk(engine, vm) && vm.placement_policy?.affinity === 'migratable')
const running = (engine: TestEngine) => first(engine.world.tables.vms.byName(), (vm) =>
  vm.status === 'up' && !vm.vm_pool && vm.stateless !== true && vm.next_run_configuration_exists !== true && vm.placement_policy?.affinity === 'migratable' && vm.delete_protected !== true)

describe('the life of a VM', () => {
  test('start goes through waiting and booting to up, with job, events and one correlation id', async () => {
    const engine = testEngine()
    const { id } = startable(engine)
    const { newest } = engine.world.events
    const answer = await engine.post(`vms/${id}/start`)
    expect(answer).toMatchObject({ status: 200, body: { status: 'complete' } })
    expect(engine.vm(id)).toMatchObject({ status: 'wait_for_launch' })
    const hostId = engine.vm(id).host?.id ?? ''
    expect(engine.host(hostId).hidden.pending.map(({ vmId }) => vmId)).toContain(id)
    engine.world.advance(6)
    expect(engine.vm(id).status).toBe('powering_up')
    engine.world.advance(15)
    expect(engine.vm(id).status).toBe('up')
    expect(engine.vm(id).fqdn === undefined).toBe(!engine.vm(id).hidden.guestAgent)
    expect(engine.host(hostId).hidden.pending).toEqual([])
    expect(engine.eventCodes(id)).toEqual([153, 32])
    const [job] = [...engine.world.tables.jobs.all()].filter(({ description }) => description === `Launching VM ${engine.vm(id).name}`)
    expect(job?.status).toBe('finished')
    const correlations = engine.world.events.after(newest).filter(({ refs }) => refs.vm?.id === id).map(({ correlation_id: correlation }) => correlation)
    expect(new Set([...correlations, job?.correlation_id]).size).toBe(1)
  })

  test('a VM that is to fail is tried on other hosts, then down with an error', async () => {
    const engine = testEngine()
    const { id } = startable(engine)
    engine.world.tables.vms.change(id, (vm) => { vm.name = 'fail-start' })
    await engine.post(`vms/${id}/start`)
    engine.world.advance(60)
    expect(engine.vm(id)).toMatchObject({ status: 'down', hidden: { exit: 'error', triedHostIds: [] } })
    const codes = engine.eventCodes(id)
    expect(codes.filter((code) => code === 151).length).toBeGreaterThan(0)
    expect(codes.slice(-2)).toEqual([119, 54])
    for (const host of engine.world.tables.hosts.all()) expect(host.hidden.pending.some(({ vmId }) => vmId === id)).toBe(false)
  })

  test('shutdown, power-off, reboot, reset, suspend and resume take the ways of the engine', async () => {
    const engine = testEngine()
    const { id } = running(engine)
    const step = async (action: string, seconds: number, statuses: readonly string[]) => {
      const seen: (string | undefined)[] = []
      expect((await engine.post(`vms/${id}/${action}`)).status).toBe(200)
      for (let second = 0; second <= seconds; second += 1) {
        const { status } = engine.vm(id)
        if (seen.at(-1) !== status) seen.push(status)
        engine.world.advance(1)
      }
      expect(seen).toEqual(statuses)
    }
    await step('reboot', 20, ['reboot_in_progress', 'up'])
    await step('reset', 20, ['reboot_in_progress', 'up'])
    await step('suspend', 20, ['saving_state', 'suspended'])
    expect(engine.vm(id).host).toBeUndefined()
    await step('start', 30, ['wait_for_launch', 'restoring_state', 'up'])
    await step('shutdown', 30, ['powering_down', 'down'])
    expect(engine.vm(id)).toMatchObject({ hidden: { exit: 'normal' } })
    expect(engine.vm(id).fqdn).toBeUndefined()
    await step('start', 30, ['wait_for_launch', 'powering_up', 'up'])
    await step('stop', 10, ['powering_down', 'down'])
  })

  test('a power-off overtakes a start, and the start job fails', async () => {
    const engine = testEngine()
    const { id, name } = startable(engine)
    await engine.post(`vms/${id}/start`)
    await engine.post(`vms/${id}/stop`, { reason: 'changed my mind' })
    engine.world.advance(60)
    expect(engine.vm(id)).toMatchObject({ status: 'down', stop_reason: 'changed my mind' })
    const jobs = [...engine.world.tables.jobs.all()].filter(({ description }) => description.endsWith(`VM ${name}`)).map(({ description, status }) => [description, status])
    expect(jobs).toEqual([[`Launching VM ${name}`, 'failed'], [`Powering off VM ${name}`, 'finished']])
  })

  test('run once shows its values until power-off, then the configured ones come back', async () => {
    const engine = testEngine()
    const { id } = startable(engine)
    const before = engine.vm(id).os
    const answer = await engine.post(`vms/${id}/start`, { pause: true, vm: { os: { boot: { devices: { device: ['hd', 'network'] } } }, stateless: true, custom_emulated_machine: '' } })
    expect(answer.status).toBe(200)
    engine.world.advance(30)
    expect(engine.vm(id)).toMatchObject({ status: 'paused', status_detail: 'none', run_once: true, stateless: true, os: { boot: { devices: ['hd', 'network'] } } })
    expect(engine.world.tables.snapshots.by('vmId', id).filter(({ snapshot_type: type }) => type === 'stateless')).toHaveLength(1)
    await engine.post(`vms/${id}/start`)
    engine.world.advance(10)
    expect(engine.vm(id).status).toBe('up')
    await engine.post(`vms/${id}/stop`)
    engine.world.advance(10)
    expect(engine.vm(id)).toMatchObject({ status: 'down', run_once: false, stateless: false, os: before })
    expect('custom_emulated_machine' in engine.vm(id)).toBe(false)
    expect(engine.world.tables.snapshots.by('vmId', id).some(({ snapshot_type: type }) => type === 'stateless')).toBe(false)
  })

  test('a change for the next run waits for power-off; a rename does not', async () => {
    const engine = testEngine()
    const { id } = running(engine)
    const answer = await engine.request('PUT', `vms/${id}`, { name: 'renamed', description: 'new', memory: engine.vm(id).memory ?? 0, display: { monitors: 2 } })
    expect(answer).toMatchObject({ status: 200, body: { name: 'renamed', description: 'new', next_run_configuration_exists: 'true' } })
    expect(engine.vm(id).display?.monitors).not.toBe(2)
    expect((await engine.get(`vms/${id}?next_run=true`)).body['display']).toMatchObject({ monitors: '2' })
    await engine.post(`vms/${id}/reboot`)
    engine.world.advance(60)
    expect(engine.vm(id)).toMatchObject({ status: 'up', display: { monitors: 2 }, next_run_configuration_exists: false })
    expect(engine.eventCodes(id)).toContain(9611)
  })

  test('removal deletes disks in the background, and whatever belonged to the VM', async () => {
    const engine = testEngine()
    const vm = startable(engine)
    const disks = engine.world.tables.diskAttachments.by('ownerId', vm.id).map(({ disk }) => disk.id)
    engine.world.tables.vms.change(vm.id, (row) => { row.delete_protected = true })
    expect((await engine.request('DELETE', `vms/${vm.id}`)).status).toBe(409)
    engine.world.tables.vms.change(vm.id, (row) => { row.delete_protected = false })
    expect((await engine.request('DELETE', `vms/${vm.id}`)).status).toBe(200)
    expect(engine.vm(vm.id).status).toBe('image_locked')
    engine.world.advance(10)
    expect((await engine.get(`vms/${vm.id}`)).status).toBe(404)
    expect(disks.filter((id) => engine.world.tables.disks.get(id)?.shareable !== true && engine.world.tables.disks.get(id) !== undefined)).toEqual([])
    expect(engine.world.tables.snapshots.by('vmId', vm.id)).toEqual([])
    expect(engine.eventCodes(vm.id)).toEqual([113])
  })
})

describe('migration', () => {
  test('takes 10 s per 4 GiB, tells its progress, and counts on both hosts', async () => {
    const engine = testEngine()
    const { id, memory = 0, host, name } = running(engine)
    const targets = await engine.get(`hosts?migration_target_of=${id}`)
    const list: unknown = targets.body['host']
    const ids = Array.isArray(list) ? list.map((one: { id: string }) => one.id) : []
    expect(ids).not.toContain(host?.id)
    const to = ids[0] ?? ''
    expect((await engine.post(`vms/${id}/migrate`, { host: { id: to } })).status).toBe(200)
    expect(engine.vm(id)).toMatchObject({ status: 'migrating', host: { id: host?.id } })
    expect((await engine.get(`hosts/${to}`)).body['summary']).toMatchObject({ migrating: '1' })
    const seconds = (10 * memory) / (4 * 1024 ** 3)
    engine.world.advance(seconds * 0.55)
    const job = first(engine.world.tables.jobs.all(), ({ description }) => description === `Migrating VM ${name}`)
    expect(engine.world.tables.steps.by('jobId', job.id).find(({ progress }) => progress !== undefined)?.progress).toBe(50)
    engine.world.advance(seconds)
    expect(engine.vm(id)).toMatchObject({ status: 'up', host: { id: to } })
    expect(engine.eventCodes(id)).toEqual([62, 63])
    expect(engine.world.tables.jobs.get(job.id)?.status).toBe('finished')
  })

  test('can be cancelled: the VM stays, the job fails', async () => {
    const engine = testEngine()
    const { id, host, name } = running(engine)
    await engine.post(`vms/${id}/migrate`)
    expect((await engine.post(`vms/${id}/cancelmigration`)).status).toBe(200)
    engine.world.advance(300)
    expect(engine.vm(id)).toMatchObject({ status: 'up', host })
    expect(engine.eventCodes(id)).toEqual([62, 161, 64])
    expect(first(engine.world.tables.jobs.all(), ({ description }) => description === `Migrating VM ${name}`).status).toBe('failed')
  })

  test('is refused with a reason for every host', async () => {
    const engine = testEngine()
    const { id, cluster } = running(engine)
    for (const host of engine.world.tables.hosts.by('cluster', cluster.id)) engine.world.tables.hosts.change(host.id, (row) => { row.hidden.pending = [{ vmId: 'others', memoryBytes: 1e15, vcpus: 1 }] })
    const answer = await engine.post(`vms/${id}/migrate`)
    expect(answer.status).toBe(409)
    const fault: unknown = answer.body['fault']
    const detail = typeof fault === 'object' && fault !== null && 'detail' in fault ? String(fault.detail) : ''
    const candidates = engine.world.tables.hosts.by('cluster', cluster.id).filter((host) => host.status === 'up' && host.id !== engine.vm(id).host?.id)
    expect(candidates.filter(({ name }) => !detail.includes(name))).toEqual([])
    expect(candidates.length).toBeGreaterThan(0)
  })
})

describe('refusals answer with the code of the first precondition that fails', () => {
  const prepared: readonly (readonly [string, string, (vm: VmRow) => void, string])[] = [
    ['start of what runs', 'start', () => undefined, 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL'],
    ['shutdown of what is down', 'shutdown', (vm) => { vm.status = 'down' }, 'ACTION_TYPE_FAILED_VM_IS_NOT_RUNNING'],
    ['power-off while saving', 'stop', (vm) => { vm.status = 'saving_state' }, 'ACTION_TYPE_FAILED_VM_IS_SAVING_RESTORING'],
    ['suspend while waiting', 'suspend', (vm) => { vm.status = 'wait_for_launch' }, 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL'],
    ['suspend while paused', 'suspend', (vm) => { vm.status = 'paused' }, 'ACTION_TYPE_FAILED_VM_IS_NOT_UP'],
    ['suspend in a cluster that is being upgraded', 'suspend', () => undefined, 'VM_CANNOT_SUSPEND_CLUSTER_UPGRADING'],
    ['suspend of a stateless VM', 'suspend', (vm) => { vm.stateless = true }, 'VM_CANNOT_SUSPEND_STATELESS_VM'],
    ['migration of a pinned VM, whatever its status', 'migrate', (vm) => {
      vm.placement_policy = { affinity: 'pinned' }
      vm.status = 'down'
    }, 'ACTION_TYPE_FAILED_VM_IS_PINNED_TO_HOST'],
    ['migration without force', 'migrate', (vm) => { vm.placement_policy = { affinity: 'user_migratable' } }, 'ACTION_TYPE_FAILED_VM_IS_NON_MIGRTABLE_AND_IS_NOT_FORCED_BY_USER_TO_MIGRATE'],
    ['a second migration', 'migrate', (vm) => { vm.status = 'migrating' }, 'ACTION_TYPE_FAILED_MIGRATION_IN_PROGRESS'],
    ['migration after a storage error', 'migrate', (vm) => {
      vm.status = 'paused'
      vm.status_detail = 'eio'
    }, 'MIGRATE_PAUSED_EIO_VM_IS_NOT_SUPPORTED'],
    ['cancelling no migration', 'cancelmigration', () => undefined, 'VM_CANNOT_CANCEL_MIGRATION_WHEN_VM_IS_NOT_MIGRATING'],
    ['leaving no pool', 'detach', () => undefined, 'VM_POOL_CANNOT_DETACH_VM_NOT_ATTACHED_TO_POOL'],
    ['a start both stateless and highly available', 'start', (vm) => {
      vm.status = 'down'
      vm.stateless = true
      vm.high_availability = { enabled: true, priority: 1 }
    }, 'VM_CANNOT_RUN_STATELESS_HA'],
    ['a start from a network without an interface', 'start', (vm) => {
      vm.status = 'down'
      vm.os = { boot: { devices: ['network'] } }
    }, 'VM_CANNOT_RUN_FROM_NETWORK_WITHOUT_NETWORK'],
  ]
  test.each(prepared)('%s', async (_, action, prepare, code) => {
    const engine = testEngine()
    const { id, cluster } = running(engine)
    engine.world.tables.vms.change(id, prepare)
    if (code === 'VM_CANNOT_SUSPEND_CLUSTER_UPGRADING') engine.world.tables.clusters.change(cluster.id, (row) => { row.upgrade_in_progress = true })
    if (code === 'VM_CANNOT_RUN_FROM_NETWORK_WITHOUT_NETWORK') for (const nic of engine.world.tables.nics.by('ownerId', id)) engine.world.tables.nics.remove(nic.id)
    const answer = await engine.post(`vms/${id}/${action}`)
    expect(answer.status).toBe(errorCodes[code]?.[0])
    expect(JSON.stringify(answer.body)).toContain(english[code]?.split('{')[0])
  })
  test('a user without the permit is refused, and sees neither host nor placement', async () => {
    const engine = testEngine()
    const { id } = running(engine)
    const answer = await engine.request('POST', `vms/${id}/stop`, {}, 'auditor@internal')
    expect(answer.status).toBe(403)
    expect((await engine.request('GET', `vms/${id}?filter=true`, undefined, 'admin@internal')).body).not.toHaveProperty('host')
  })
})
