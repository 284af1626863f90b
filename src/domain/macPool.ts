import { no, yes } from './verdict.ts'
import type { Verdict } from './verdict.ts'

export interface MacRange { readonly from: string; readonly to: string }

/** Addresses that NICs of a cluster are given. Source: MacPoolMapper.java. */
export interface MacPool {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly ranges: readonly MacRange[]
  readonly allowDuplicates: boolean
  /** the engine's own, which cannot be removed */
  readonly defaultPool: boolean
}

const toNumber = (address: string): number => Number.parseInt(address.replaceAll(':', ''), 16)

/** Six pairs of hexadecimal digits, not a group address. Source: MacAddressValidationPatterns, unicast. */
export function judgeMacAddress(text: string): Verdict {
  if (!/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(text)) return no('macpool.range.wrong')
  return (Number.parseInt(text.slice(0, 2), 16) & 1) === 1 ? no('macpool.range.multicast') : yes
}

/** Whole addresses, from not after to, no range within another. Source: MacPoolValidator, MacRange. */
export function judgeRanges(ranges: readonly MacRange[]): Verdict {
  for (const { from, to } of ranges) {
    if (from === '' || to === '') return no('macpool.range.half')
    const wrong = [from, to].map(judgeMacAddress).find(({ ok }) => !ok)
    if (wrong) return wrong
    if (toNumber(from) > toNumber(to)) return no('macpool.range.backwards', { from, to })
  }
  const sorted = ranges.toSorted((one, other) => toNumber(one.from) - toNumber(other.from))
  return sorted.some(({ from }, index) => index > 0 && toNumber(from) <= toNumber(sorted[index - 1]?.to ?? '')) ? no('macpool.range.overlap') : yes
}

/** Addresses of all ranges that can be read; unfinished ones count nothing. */
export const countAddresses = (ranges: readonly MacRange[]): number =>
  ranges.filter((range) => judgeRanges([range]).ok).reduce((sum, { from, to }) => sum + toNumber(to) - toNumber(from) + 1, 0)

/** Source: RemoveMacPoolCommand (ACTION_TYPE_FAILED_CANNOT_REMOVE_DEFAULT_MAC_POOL); which clusters use a pool only the engine knows. */
export const judgeRemoveMacPool = ({ defaultPool }: Pick<MacPool, 'defaultPool'>): Verdict =>
  defaultPool ? no('macpool.action.remove.refused') : yes
