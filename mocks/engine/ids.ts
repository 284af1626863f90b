/** Reproducible UUIDs: the same seed and number give the same id (RFC 9562 layout, version 4 bits). */

/** Mixes 32 bits well (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const pair = (value: number, shift: number) => pairs[(value >>> shift) & 255] ?? ''
const hex = (value: number) => pair(value, 24) + pair(value, 16) + pair(value, 8) + pair(value, 0)

export function seededId(seed: number, number: number): string {
  const words = [1, 2, 3, 4].map((lane) => mix(mix(seed * 31 + lane * 0x9e3779b9) ^ mix(number + lane * 0x7f4a7c15)))
  const text = words.map(hex).join('')
  const variant = '89ab'[Number.parseInt(text.charAt(16), 16) % 4]
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20, 32)}`
}
