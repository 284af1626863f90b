import { expect, test } from 'vitest'
import { sameRows } from './cache.ts'

const row = (id: string, name = id) => ({ id, name })

test('rows that did not change stay the same objects, wherever they moved', () => {
  const before = [row('a'), row('b'), row('c')]
  const after = sameRows(before, [row('new'), row('a'), row('b', 'renamed'), row('c')]) as typeof before
  expect(after.map(({ name }) => name)).toEqual(['new', 'a', 'renamed', 'c'])
  expect(after[1]).toBe(before[0])
  expect(after[3]).toBe(before[2])
  expect(after[2]).not.toBe(before[1])
})

test('an equal list is the same list, a moved row makes another', () => {
  const before = [row('a'), row('b')]
  expect(sameRows(before, [row('a'), row('b')])).toBe(before)
  expect(sameRows(before, [row('b'), row('a')])).not.toBe(before)
  expect(sameRows(before, [row('a')])).not.toBe(before)
})

test('a page with equal rows is the same page although it was read later', () => {
  const before = { rows: [row('a')], more: false, readAt: 1 }
  expect(sameRows(before, { rows: [row('a')], more: false, readAt: 2 })).toBe(before)
  const longer = sameRows(before, { rows: [row('a'), row('b')], more: false, readAt: 2 }) as typeof before
  expect(longer.rows[0]).toBe(before.rows[0])
  expect(longer.readAt).toBe(2)
})

test('anything else is compared as the library does', () => {
  const before = { id: '1', os: { type: 'linux' } }
  expect(sameRows(before, { id: '1', os: { type: 'linux' } })).toBe(before)
  expect(sameRows(undefined, [row('a')])).toEqual([row('a')])
})
