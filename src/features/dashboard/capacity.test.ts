import { expect, test } from 'vitest'
import type { Readings } from '../../domain/statistics.ts'
import { toBand, toClusterUse, toTotalUse } from './capacity.ts'

const gib = 1024 ** 3
const reading = (idle: number, usedGib: number, totalGib: number): Readings => ({ values: { 'cpu.current.idle': idle, 'memory.used': usedGib * gib, 'memory.total': totalGib * gib }, histories: {}, texts: {}, readAt: 0 })
const host = (id: string, cluster: string, cores: number, memoryGib: number) => ({ id, cluster: { id: cluster }, cores, memoryBytes: memoryGib * gib })

test('CPU of a cluster weighs its hosts by cores, memory is a sum', () => {
  const [use] = toClusterUse([{ id: 'c', name: 'Default' }], [host('a', 'c', 30, 100), host('b', 'c', 10, 100)], new Map([['a', reading(60, 50, 100)], ['b', reading(0, 100, 100)]]))
  expect(use).toMatchObject({ hostCount: 2, cpuPercent: 55, memoryUsedBytes: 150 * gib, memoryTotalBytes: 200 * gib })
})

test('a cluster without measured hosts has a size but no load', () => {
  const [use] = toClusterUse([{ id: 'c', name: 'Default' }], [host('a', 'c', 30, 100)], new Map())
  expect(use).toMatchObject({ hostCount: 1, cpuPercent: undefined, memoryUsedBytes: 0, memoryTotalBytes: 100 * gib })
  expect(toTotalUse(use ? [use] : []).cpuPercent).toBeUndefined()
})

test.each([[undefined, undefined], [74.9, undefined], [75, 'warning'], [89.9, 'warning'], [90, 'danger']])('%s percent is in band %s', (percent, band) => expect(toBand(percent)).toBe(band))
