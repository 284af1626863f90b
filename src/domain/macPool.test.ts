import { expect, test } from 'vitest'
import { countAddresses, judgeMacAddress, judgeRanges, judgeRemoveMacPool } from './macPool.ts'

const whyOf = (verdict: ReturnType<typeof judgeRanges>): string | undefined => (verdict.ok ? undefined : verdict.why)

test.each([
  ['56:6f:00:00:00:00', undefined],
  ['56:6F:AB:00:00:FF', undefined],
  ['56-6f-00-00-00-00', 'macpool.range.wrong'],
  ['56:6f:00:00:00', 'macpool.range.wrong'],
  ['01:00:5e:00:00:01', 'macpool.range.multicast'],
])('%s as an address of a pool: %s', (text, why) => expect(whyOf(judgeMacAddress(text))).toBe(why))

test.each([
  [[{ from: '56:6f:00:00:00:00', to: '56:6f:00:00:00:ff' }], undefined],
  [[{ from: '56:6f:00:00:00:07', to: '56:6f:00:00:00:07' }], undefined],
  [[{ from: '56:6f:00:00:00:00', to: '' }], 'macpool.range.half'],
  [[{ from: '56:6f:00:00:00:ff', to: '56:6f:00:00:00:00' }], 'macpool.range.backwards'],
  [[{ from: '56:6f:00:00:01:00', to: '56:6f:00:00:01:ff' }, { from: '56:6f:00:00:00:00', to: '56:6f:00:00:01:00' }], 'macpool.range.overlap'],
  [[{ from: '56:6f:00:00:01:00', to: '56:6f:00:00:01:ff' }, { from: '56:6f:00:00:00:00', to: '56:6f:00:00:00:ff' }], undefined],
])('ranges %j: %s', (ranges, why) => expect(whyOf(judgeRanges(ranges))).toBe(why))

test('finished ranges are counted, unfinished ones are not', () => {
  expect(countAddresses([{ from: '56:6f:00:00:00:00', to: '56:6f:00:00:ff:ff' }, { from: '56:6f:00', to: '' }])).toBe(65_536)
})

test('the default pool stays', () => {
  expect(judgeRemoveMacPool({ defaultPool: true })).toEqual({ ok: false, why: 'macpool.action.remove.refused' })
  expect(judgeRemoveMacPool({ defaultPool: false }).ok).toBe(true)
})
