import { describe, expect, test } from 'vitest'
import type { VmRow } from '../engine/rows.ts'
import { tableNames } from '../engine/rows.ts'
import { vmStatistics } from '../engine/statistics/vmStatistics.ts'
import { buildWorld } from './build.ts'
import { mostEvents, scaleOf } from './scale.ts'

const nowMs = Date.UTC(2026, 5, 3, 10)
const now = () => nowMs
const inventory = (count: number, seed = 1) => buildWorld({ state: 'inventory', inventory: count, seed, now })
const count = <Row>(rows: Iterable<Row>, fits: (row: Row) => boolean) => [...rows].filter(fits).length

describe('right after set-up', () => {
  const { tables, events } = inventory(0)
  test('there is one uninitialized data center with its cluster, the Blank template, the management network and no machine', () => {
    expect([...tables.dataCenters.all()].map(({ name, status }) => [name, status])).toEqual([['Default', 'uninitialized']])
    expect([...tables.clusters.all()].map(({ name }) => name)).toEqual(['Default'])
    expect([...tables.templates.all()].map(({ id, name }) => [id, name])).toEqual([['00000000-0000-0000-0000-000000000000', 'Blank']])
    expect([...tables.networks.all()].map(({ id, name }) => [id, name])).toEqual([['00000000-0000-0000-0000-000000000009', 'ovirtmgmt']])
    expect([tables.hosts.size, tables.vms.size, tables.disks.size, tables.storageDomains.size]).toEqual([0, 0, 0, 0])
    expect(events.size).toBe(1)
  })
  test('the four people have their roles', () => {
    const rolesOf = (principal: string) => {
      const user = [...tables.users.all()].find((row) => row.principal === principal)
      return tables.permissions.by('user', user?.id ?? '').map(({ role, object }) => [tables.roles.get(role.id)?.name, object.type])
    }
    expect(rolesOf('admin')).toEqual([['SuperUser', 'system']])
    expect(rolesOf('auditor')).toEqual([['ReadOnlyAdmin', 'system']])
    expect(rolesOf('power')).toEqual([['PowerUserRole', 'data_center']])
    expect([...tables.users.all()].every(({ password }) => password === 'demo')).toBe(true)
  })
})

describe('two hundred VMs', () => {
  const world = inventory(200)
  const { tables } = world
  const vms = [...tables.vms.all()]
  const some = (what: string, fits: (vm: VmRow) => boolean) => expect(count(vms, fits), what).toBeGreaterThan(0)

  test('are exactly two hundred, in every usual status', () => {
    expect(vms).toHaveLength(200)
    const statuses = new Set(vms.map(({ status }) => status))
    expect([...statuses]).toEqual(expect.arrayContaining(['up', 'down', 'suspended', 'paused', 'image_locked', 'powering_up', 'powering_down', 'migrating', 'not_responding', 'unknown', 'wait_for_launch']))
  })
  test('have the special cases that people look for', () => {
    some('pinned', (vm) => vm.placement_policy?.affinity === 'pinned' && vm.status === 'up')
    some('highly available with a lease', (vm) => vm.high_availability?.enabled === true && vm.lease !== undefined)
    some('highly available without', (vm) => vm.high_availability?.enabled === true && vm.lease === undefined)
    some('a configuration for the next run', (vm) => vm.next_run_configuration_exists === true && vm.hidden.nextRun !== undefined)
    some('the engine itself', (vm) => vm.origin === 'managed_hosted_engine')
    some('stateless pool VM', (vm) => vm.vm_pool !== undefined && vm.host !== undefined && tables.snapshots.by('vmId', vm.id).some(({ snapshot_type: type }) => type === 'stateless'))
    some('headless', (vm) => vm.hidden.graphics.length === 0)
    some('without guest agent', (vm) => vm.status === 'up' && vm.fqdn === undefined)
    expect(count(tables.disks.all(), ({ shareable }) => shareable === true)).toBe(1)
    expect(count(tables.disks.all(), ({ storage_type: type }) => type === 'lun')).toBeGreaterThan(0)
    expect(count(tables.disks.all(), ({ content_type: type }) => type === 'iso')).toBeGreaterThan(0)
  })
  test('have hosts in service and in every kind of trouble, one storage manager, one host without power management', () => {
    const hosts = [...tables.hosts.all()]
    for (const status of ['up', 'maintenance', 'non_operational', 'non_responsive', 'install_failed'] as const) expect(count(hosts, (host) => host.status === status), status).toBeGreaterThan(0)
    expect(count(hosts, ({ spm }) => spm?.status === 'spm')).toBe(1)
    expect(count(hosts, ({ power_management: power }) => power?.enabled === false)).toBeGreaterThan(0)
    expect(count(hosts, ({ hosted_engine: engine }) => engine?.active === true)).toBeGreaterThan(0)
  })
  test('use names that the engine accepts, and addresses only once', () => {
    expect(vms.filter(({ name }) => !/^[\w.-]{1,255}$/.test(name))).toEqual([])
    expect(new Set(vms.map(({ name }) => name)).size).toBe(200)
    const macs = [...tables.nics.all()].flatMap(({ mac }) => mac?.address ?? [])
    expect(new Set(macs).size).toBe(macs.length)
  })
  test('keep events of thirty days in the order of time', () => {
    const times = [...world.events.newestFirst()].map(({ time }) => time)
    expect(times.length).toBeGreaterThan(5_000)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
    expect(times[0]).toBeLessThanOrEqual(nowMs)
    expect(times.at(-1)).toBeGreaterThanOrEqual(nowMs - 30 * 86_400_000)
  })
  test('vmuser may use a few VMs and two pools', () => {
    const user = [...tables.users.all()].find(({ principal }) => principal === 'vmuser')
    const types = tables.permissions.by('user', user?.id ?? '').map(({ object }) => object.type)
    expect(count(types, (type) => type === 'vm')).toBeGreaterThanOrEqual(6)
    expect(count(types, (type) => type === 'vm_pool')).toBe(2)
  })
})

test('the same seed makes the same world and the same figures, another seed another', () => {
  const [one, same, other] = [inventory(60, 7), inventory(60, 7), inventory(60, 8)]
  const everything = (world: typeof one) => tableNames.map((name) => JSON.stringify([...world.tables[name as keyof typeof world.tables].all()])) // names come from the rows' own table
  expect(everything(same)).toEqual(everything(one))
  expect(everything(other)).not.toEqual(everything(one))
  const figures = (world: typeof one) => [...world.tables.vms.all()].map((vm) => JSON.stringify(vmStatistics(world, vm, nowMs + 3_600_000)))
  expect(figures(same)).toEqual(figures(one))
})

test('shares come out as the sample topology wants them', () => {
  const { tables } = inventory(2_000)
  const vms = [...tables.vms.all()]
  const share = (fits: (vm: VmRow) => boolean) => (100 * count(vms, fits)) / vms.length
  expect(share(({ status }) => status === 'up')).toBeGreaterThan(75)
  expect(share(({ status }) => status === 'up')).toBeLessThan(88)
  expect(share(({ high_availability: ha }) => ha?.enabled === true)).toBeGreaterThan(8)
  expect(share(({ high_availability: ha }) => ha?.enabled === true)).toBeLessThan(15)
  expect(share(({ type }) => type === 'high_performance')).toBeLessThan(6)
  expect(tables.hosts.size).toBe(60)
  expect(tables.clusters.size).toBe(8)
  expect(tables.dataCenters.size).toBe(2)
  expect(count(tables.storageDomains.all(), ({ type }) => type === 'data')).toBeGreaterThanOrEqual(20)
})

test('sizes are those of the columns, grow between them, and events stop at their limit', () => {
  expect(scaleOf(10_000)).toMatchObject({ dataCenters: 4, clusters: 30, hosts: 260, networks: 150, users: 900 })
  expect(scaleOf(50_000)).toMatchObject({ dataCenters: 10, clusters: 120, hosts: 1_200, events: mostEvents })
  expect(scaleOf(6_000).hosts).toBe(160)
  expect(scaleOf(100_000).events).toBe(mostEvents)
})

test('a change inside something that many rows share is an error', () => {
  const world = inventory(12)
  const vm = world.tables.vms.byName()[0]
  expect(() => world.tables.vms.change(vm?.id ?? '', (row) => { if (row.display) row.display.monitors = 4 })).toThrow(TypeError)
})
