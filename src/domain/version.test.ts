import { expect, test } from 'vitest'
import { isOutdated, toLevel } from './version.ts'

const level = (major: number, minor: number) => ({ major, minor })

test('a level is written with a dot', () => {
  expect(toLevel(level(4, 8))).toBe('4.8')
  expect(toLevel(undefined)).toBeUndefined()
})

test('a level below the newest supported one is outdated', () => {
  const supported = [level(4, 7), level(4, 8)]
  expect(isOutdated(level(4, 7), supported)).toBe(true)
  expect(isOutdated(level(4, 8), supported)).toBe(false)
  expect(isOutdated(level(5, 0), supported)).toBe(false)
  expect(isOutdated(level(4, 10), [level(4, 9)])).toBe(false)
  expect(isOutdated(undefined, supported)).toBe(false)
  expect(isOutdated(level(4, 8), [])).toBe(false)
})
