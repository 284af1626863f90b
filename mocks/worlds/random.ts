/** Reproducible draws for the sample inventory: every purpose has a stream of its own, so that adding one draw moves no other. */
import { mix, wordNumber } from '../engine/statistics/noise.ts'

/** A table of choices with their shares; the shares need not add up to anything particular. */
export type Shares<Value> = readonly (readonly [value: Value, share: number])[]

export interface Random {
  /** 0 included, 1 excluded */
  next(): number
  /** whole number from `low` to `high`, both included */
  between(low: number, high: number): number
  /** true in this share of the draws */
  chance(share: number): boolean
  pick<Value>(values: readonly Value[]): Value
  weighted<Value>(shares: Shares<Value>): Value
  /** spread evenly over orders of magnitude */
  logUniform(low: number, high: number): number
}

/** The stream of draws that belongs to a seed and a purpose. Throws on an empty list. */
export function createRandom(seed: number, purpose: string): Random {
  const stream = mix(seed, wordNumber(purpose))
  let count = 0
  const next = () => mix(stream, (count += 1)) / 4294967296
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick(values) {
      const value = values[Math.floor(next() * values.length)]
      if (value === undefined) throw new Error(`${purpose}: nothing to choose from`)
      return value
    },
    weighted(shares) {
      let rest = next() * shares.reduce((sum, [, share]) => sum + share, 0)
      for (const [value, share] of shares) {
        rest -= share
        if (rest < 0) return value
      }
      const last = shares.at(-1)
      if (!last) throw new Error(`${purpose}: nothing to choose from`)
      return last[0]
    },
    logUniform: (low, high) => low * (high / low) ** next(),
  }
}

const bytes = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'))
const half = (value: number) => bytes[value & 0xffff] ?? ''

/** The UUID of a number within a stream (RFC 9562 layout, version 4 bits): a quick one, inventories need half a million. */
export function uuidOf(stream: number, number: number): string {
  const a = mix(stream, number)
  const b = mix(stream ^ 0x5bd1e995, number)
  const c = mix(stream ^ 0x1b873593, number)
  const d = mix(stream ^ 0x38b34ae5, number)
  return `${half(a >>> 16)}${half(a)}-${half(b >>> 16)}-${half((b & 0x0fff) | 0x4000)}-${half(((c >>> 16) & 0x3fff) | 0x8000)}-${half(c)}${half(d >>> 16)}${half(d)}`
}

/**
 * Freezes a value that many rows share, all the way down: rows are changed by giving them another sub-object,
 * and a change inside a shared one is an error instead of a change of fifty thousand rows.
 */
export function shared<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) shared(part)
    Object.freeze(value)
  }
  return value
}
