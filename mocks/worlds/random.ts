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

const digits = '0123456789abcdef'
/** Codes of the 36 characters of a UUID; only digits are ever written over. */
const codes = Array.from('00000000-0000-0000-0000-000000000000', (character) => character.charCodeAt(0))
function putByte(at: number, byte: number): void {
  codes[at] = digits.charCodeAt(byte >>> 4)
  codes[at + 1] = digits.charCodeAt(byte & 15)
}
function putWord(places: readonly [number, number, number, number], word: number): void {
  putByte(places[0], word >>> 24)
  putByte(places[1], (word >>> 16) & 255)
  putByte(places[2], (word >>> 8) & 255)
  putByte(places[3], word & 255)
}
const wordPlaces = [[0, 2, 4, 6], [9, 11, 14, 16], [19, 21, 24, 26], [28, 30, 32, 34]] as const

/**
 * The UUID of a number within a stream (RFC 9562 layout, version 4 bits). Inventories need half a million: made from character codes at
 * once it is a flat string, while pieces put together would first be a tree that every map of rows has to flatten.
 */
export function uuidOf(stream: number, number: number): string {
  putWord(wordPlaces[0], mix(stream, number))
  putWord(wordPlaces[1], (mix(stream ^ 0x5bd1e995, number) & 0xffff0fff) | 0x4000)
  putWord(wordPlaces[2], (mix(stream ^ 0x1b873593, number) & 0x3fffffff) | 0x80000000)
  putWord(wordPlaces[3], mix(stream ^ 0x38b34ae5, number))
  return String.fromCharCode(...codes)
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
