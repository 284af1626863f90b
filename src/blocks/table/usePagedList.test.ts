import { describe, expect, test } from 'vitest'
import { pageSize } from '../../engine/resource.ts'
import { extend, type Reach } from './usePagedList.ts'

const page = (count: number) => ({ rows: Array.from({ length: count }, () => undefined), more: count === pageSize, readAt: 0 })
/** What the pages in the window teach, again and again until nothing is new, as drawing does it. */
const learn = (start: Omit<Reach, 'key'>, counts: Readonly<Record<number, number>>): Omit<Reach, 'key'> => {
  let reach: Reach = { key: 'list', ...start }
  for (let round = 0; round < 10; round += 1) {
    const known = reach
    const next = Object.entries(counts).filter(([n]) => Number(n) <= known.pages).reduce((so, [n, count]) => extend(so, Number(n), page(count)), known)
    if (next.pages === known.pages && next.total === known.total) return { pages: next.pages, total: next.total }
    reach = next
  }
  throw new Error('never settles')
}
const fresh = { pages: 1, total: undefined }

describe('the length of an endless list', () => {
  test.each([
    ['one short page', fresh, { 1: 24 }, { pages: 1, total: 24 }],
    ['nothing', fresh, { 1: 0 }, { pages: 1, total: 0 }],
    ['full pages so far', fresh, { 1: 100, 2: 100 }, { pages: 3, total: undefined }],
    ['a short page at the end', fresh, { 1: 100, 2: 57 }, { pages: 2, total: 157 }],
    ['full pages and an empty one', fresh, { 1: 100, 2: 100, 3: 0 }, { pages: 3, total: 200 }],
    ['the same with its end out of the window', { pages: 3, total: 200 }, { 1: 100, 2: 100 }, { pages: 3, total: 200 }],
    ['a row more after a full last page', { pages: 3, total: 200 }, { 2: 100, 3: 1 }, { pages: 3, total: 201 }],
    ['a row less on the full last page', { pages: 3, total: 200 }, { 1: 100, 2: 99, 3: 0 }, { pages: 2, total: 199 }],
    ['a last page that grew full', { pages: 2, total: 199 }, { 1: 100, 2: 100 }, { pages: 3, total: undefined }],
    ['a list that became much shorter', { pages: 4, total: 300 }, { 3: 0, 4: 0 }, { pages: 3, total: 200 }],
  ])('%s', (_, start, counts, length) => {
    expect(learn(start, counts)).toEqual(length)
  })
})
