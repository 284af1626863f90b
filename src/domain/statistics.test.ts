import { expect, test } from 'vitest'
import { extendCourse, toUtilisation } from './statistics.ts'

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

const at = (readAt: number, cpu: readonly number[]) => ({ ...nothing, readAt, values: { 'cpu.current.total': cpu.at(-1) ?? 0 }, histories: { 'cpu.usage.history': cpu } })
const percents = (course: ReturnType<typeof extendCourse>) => course.map(({ atMs, cpuPercent }) => [atMs / 1000, cpuPercent])

test('the course of a VM: what was seen before its history begins, then the history, half a minute apart', () => {
  const before = extendCourse([], at(100_000, [1, 2, 3]))
  expect(percents(before)).toEqual([[40, 1], [70, 2], [100, 3]])
  expect(percents(extendCourse(before, at(160_000, [3, 4, 5])))).toEqual([[40, 1], [70, 2], [100, 3], [130, 4], [160, 5]])
})

test('the course of what has no history grows by one sample per reading, and an empty reading adds nothing', () => {
  const host = (readAt: number, idle: number) => ({ ...nothing, readAt, values: { 'cpu.current.idle': idle } })
  const course = extendCourse(extendCourse([], host(60_000, 90)), host(120_000, 80))
  expect(percents(course)).toEqual([[60, 10], [120, 20]])
  expect(extendCourse(course, nothing)).toEqual(course)
})
