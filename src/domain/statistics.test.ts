import { expect, test } from 'vitest'
import { toUtilisation } from './statistics.ts'

const nothing = { values: {}, histories: {}, texts: {}, readAt: 0 }

test('a VM: cpu and network as measured, memory of what is installed', () => {
  expect(toUtilisation({ ...nothing, values: { 'cpu.current.total': 3.5, 'memory.used': 1, 'memory.installed': 4, 'network.current.total': 0 }, histories: { 'cpu.usage.history': [1, 2] } }))
    .toEqual({ cpuPercent: 3.5, memoryPercent: 25, networkPercent: 0, cpuHistory: [1, 2], memoryHistory: [], networkHistory: [] })
})

test('a host: cpu is what is not idle, memory of all', () => {
  expect(toUtilisation({ ...nothing, values: { 'cpu.current.idle': 90, 'memory.used': 2, 'memory.total': 4 } })).toMatchObject({ cpuPercent: 10, memoryPercent: 50, networkPercent: undefined })
})

test('nothing measured is no zero', () => {
  expect(toUtilisation({ ...nothing, values: { 'memory.used': 0, 'memory.installed': 0 } })).toMatchObject({ cpuPercent: undefined, memoryPercent: undefined })
})
