import { expect, test } from 'vitest'
import { keepsBudget, median, percentile } from './budgets.ts'

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
  [[], Number.NaN],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test.each([
  [0.95, 95],
  [0.5, 50],
  [1, 99],
])('the percentile %d of 0…99 is %d', (share, expected) => {
  expect(percentile(Array.from({ length: 100 }, (_, index) => index), share)).toBe(expected)
})

test('the first row may not come much later with many objects, even when it comes early', () => {
  expect(keepsBudget('firstRow', 590, { firstRow: 500 })).toBe(true)
  expect(keepsBudget('firstRow', 610, { firstRow: 500 })).toBe(false)
  expect(keepsBudget('firstRow', 1010, { firstRow: 1000 })).toBe(false)
})
