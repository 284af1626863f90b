/**
 * Repeatable noise: the same numbers in always give the same number out, in every process and browser.
 * Everything the sample inventory and the statistics curves draw at random comes from here.
 */

/** Mixes two integers into an unsigned 32-bit integer (the finalizer of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul((a ^ Math.imul(b, 0x9e3779b1)) >>> 0, 0x85ebca6b) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f) >>> 0
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The same mix as a fraction, 0 included, 1 excluded. */
export const fraction = (a: number, b: number): number => mix(a, b) / 4294967296

/** A word as an integer (FNV-1a), to separate the draws of different purposes. */
export function wordNumber(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
