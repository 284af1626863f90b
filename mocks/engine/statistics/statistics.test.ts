import { describe, expect, test } from 'vitest'
import { buildWorld } from '../../worlds/build.ts'
import { cpuPercent, daily, memoryPercent, nicRates, pointSeconds } from './curves.ts'
import { twoDigits } from './definitions.ts'
import { hostNicStatistics, hostStatistics, numaStatistics } from './hostStatistics.ts'
import { hostUsage, vmUsage } from './usage.ts'
import { diskStatistics, nicStatistics, vmHistory, vmStatistics } from './vmStatistics.ts'

const nowMs = Date.UTC(2026, 5, 3, 13, 45)
const world = buildWorld({ state: 'datacenter', now: () => nowMs })
const { tables } = world
const pointOf = (hour: number) => (Date.UTC(2026, 5, 3, hour) / 1000) / pointSeconds
const value = (rows: readonly { name: string; values: readonly { datum?: number }[] }[], name: string) => rows.find((row) => row.name === name)?.values[0]?.datum ?? Number.NaN

describe('the curves of a machine', () => {
  test('rise to 14:00 and fall to 03:00', () => {
    expect(daily(pointOf(14))).toBeCloseTo(1)
    expect(daily(pointOf(3))).toBeCloseTo(0)
    expect(daily(pointOf(8))).toBeGreaterThan(daily(pointOf(5)))
  })
  test('stay in the range of their kind', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      for (const point of [pointOf(3), pointOf(9), pointOf(14), pointOf(23)]) {
        expect(cpuPercent(seed, 'desktop', point)).toBeLessThanOrEqual(39)
        expect(cpuPercent(seed, 'server', point)).toBeLessThanOrEqual(66)
        expect(memoryPercent(seed, point)).toBeGreaterThanOrEqual(35)
        expect(memoryPercent(seed, point)).toBeLessThanOrEqual(85)
      }
    }
  })
  test('of batch machines burst', () => {
    const day = Array.from({ length: 2880 }, (_, step) => cpuPercent(99, 'batch', pointOf(0) + step))
    expect(Math.max(...day)).toBeGreaterThan(60)
    expect(day.filter((percent) => percent < 25).length).toBeGreaterThan(1_400)
  })
  test('send five times as much in the backup window', () => {
    const sent = (hour: number) => Array.from({ length: 100 }, (_, step) => nicRates(5, pointOf(hour) + step).sentPerSecond).reduce((sum, rate) => sum + rate)
    expect(sent(23)).toBeGreaterThan(2 * sent(20))
  })
})

describe('a VM', () => {
  const up = [...tables.vms.all()].filter(({ status }) => status === 'up')
  test('shows in lists the newest point of its history', () => {
    for (const vm of up) {
      const usage = vmUsage(world, vm, nowMs)
      const rows = vmStatistics(world, vm, nowMs)
      expect(vmHistory(world, vm, nowMs)[0]).toEqual(usage)
      expect([value(rows, 'cpu.usage.history'), value(rows, 'memory.usage.history'), value(rows, 'network.usage.history')]).toEqual([usage.cpuPercent, usage.memoryPercent, usage.networkPercent])
      expect(value(rows, 'cpu.current.total')).toBe(usage.cpuPercent)
      expect(value(rows, 'cpu.current.guest') + value(rows, 'cpu.current.hypervisor')).toBe(usage.cpuPercent)
    }
  })
  test('has memory that adds up', () => {
    for (const vm of up) {
      const rows = vmStatistics(world, vm, nowMs)
      expect(value(rows, 'memory.used') + value(rows, 'memory.free')).toBe(value(rows, 'memory.installed'))
      expect(value(rows, 'memory.unused') + value(rows, 'memory.cached') + value(rows, 'memory.buffered')).toBe(value(rows, 'memory.free'))
    }
  })
  test('remembers forty points, and only those since its start', () => {
    const [vm] = up
    if (!vm) throw new Error('nothing runs')
    expect(vmHistory(world, { ...vm, start_time: nowMs - 86_400_000 }, nowMs)).toHaveLength(40)
    expect(vmHistory(world, { ...vm, start_time: nowMs - 95_000 }, nowMs)).toHaveLength(4)
    const later = vmHistory(world, { ...vm, start_time: 0 }, nowMs + 30_000)
    expect(later.slice(1)).toEqual(vmHistory(world, { ...vm, start_time: 0 }, nowMs).slice(0, 39))
  })
  test('that is down has zeros and empty histories', () => {
    const down = [...tables.vms.all()].find(({ status }) => status === 'down')
    if (!down) throw new Error('everything runs')
    const rows = vmStatistics(world, down, nowMs)
    expect(rows.filter(({ name, values }) => name !== 'memory.installed' && values.some(({ datum }) => datum !== undefined && datum !== 0))).toEqual([])
    expect(rows.find(({ name }) => name === 'cpu.usage.history')?.values).toEqual([])
    for (const nic of tables.nics.by('ownerId', down.id)) expect(value(nicStatistics(world, nic, nowMs), 'data.current.rx')).toBe(0)
  })
  test('that is given no CPU shows none, and its NIC counters never fall', () => {
    const paused = [...tables.vms.all()].find(({ status }) => status === 'paused')
    expect(paused && vmUsage(world, paused, nowMs)).toMatchObject({ cpuPercent: 0, networkPercent: 0 })
    const nic = tables.nics.by('ownerId', up[0]?.id ?? '')[0]
    if (!nic) throw new Error('no NIC')
    const totals = [0, 60, 600].map((seconds) => value(nicStatistics(world, nic, nowMs + seconds * 1000), 'data.total.rx'))
    expect(totals).toEqual(totals.toSorted((one, other) => one - other))
    expect(totals[2]).toBeGreaterThan(totals[0] ?? 0)
  })
})

describe('a host', () => {
  const hosts = [...tables.hosts.all()].filter(({ status }) => status === 'up')
  test('is as busy as its VMs over its threads, and two percent', () => {
    for (const host of hosts) {
      const topology = host.cpu?.topology
      const threads = (topology?.cores ?? 0) * (topology?.sockets ?? 0) * (topology?.threads ?? 0)
      const load = tables.vms.by('host', host.id).reduce((sum, vm) => sum + (vmUsage(world, vm, nowMs).cpuPercent * (vm.cpu?.topology?.sockets ?? 1) * (vm.cpu?.topology?.cores ?? 1)) / threads, 2)
      const rows = hostStatistics(world, host, nowMs)
      expect(value(rows, 'cpu.current.user') + value(rows, 'cpu.current.system')).toBe(Math.min(100, Math.round(load)))
      expect(hostUsage(world, host, nowMs).cpuPercent).toBe(Math.min(100, Math.round(load)))
    }
  })
  test('uses the memory that its guests use, and four gibibytes', () => {
    for (const host of hosts) {
      const guests = tables.vms.by('host', host.id).reduce((sum, vm) => sum + value(vmStatistics(world, vm, nowMs), 'memory.used'), 0)
      expect(value(hostStatistics(world, host, nowMs), 'memory.used')).toBe(Math.min(host.memory ?? 0, guests + 4 * 1024 ** 3))
    }
  })
  test('moves as much over the ports of a bond as over the bond', () => {
    const [host] = hosts
    const nics = tables.hostNics.by('hostId', host?.id ?? '')
    const bond = nics.find(({ name }) => name === 'bond0')
    if (!bond) throw new Error('no bond')
    const rate = (id: string) => { const nic = tables.hostNics.get(id); return nic ? value(hostNicStatistics(world, nic, nowMs), 'data.current.rx') : 0 }
    const ports = (bond.slaveIds ?? []).reduce((sum, id) => sum + rate(id), 0)
    expect(Math.abs(ports - rate(bond.id)) / rate(bond.id)).toBeLessThan(0.1)
  })
  test('divides its memory among its NUMA nodes', () => {
    const [host] = hosts
    if (!host) throw new Error('no host')
    expect(value(numaStatistics(world, host, nowMs), 'memory.total') * host.hidden.numaNodeCount).toBe(host.memory)
  })
  test('that does not answer shows nothing', () => {
    const silent = [...tables.hosts.all()].find(({ status }) => status === 'non_responsive')
    expect(silent && hostUsage(world, silent, nowMs)).toEqual({ cpuPercent: 0, memoryPercent: 0, networkPercent: 0 })
  })
})

test('a disk works only for a running VM', () => {
  const floating = [...tables.disks.all()].find(({ name }) => name.startsWith('floating'))
  const used = [...tables.vms.all()].filter(({ status }) => status === 'up').flatMap(({ id }) => tables.diskAttachments.by('ownerId', id)).map(({ disk }) => tables.disks.get(disk.id))[0]
  if (!floating || !used) throw new Error('no such disks')
  expect(value(diskStatistics(world, floating, nowMs), 'data.current.read')).toBe(0)
  expect(value(diskStatistics(world, used, nowMs), 'data.current.read')).toBeGreaterThan(0)
})

test.each([[0, 0], [3.456, 3.5], [0.01234, 0.012], [12_345, 12_000], [100, 100], [99.6, 100]])('%d goes out as %d', (before, after) => {
  expect(twoDigits(before)).toBe(after)
})
