/** Order of rows: ascending puts nulls first, descending last; words of a list go by their place in it, addresses by value. */
import type { SearchObject } from '../../../src/domain/search/field.ts'
import { fieldOf, searchObjects, type SearchObjectName } from '../../../src/domain/search/objects.ts'
import type { SearchQuery } from '../../../src/domain/search/parse.ts'
import type { Cell, Context } from './context.ts'
import type { Source } from './source.ts'

type Key = string | number | null

const paddedAddress = (address: string): string => {
  if (!address.includes(':')) return `4 ${address.split('.').map((part) => part.padStart(3, '0')).join('.')}`
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const filled = tail === undefined ? groups(head) : [...groups(head), ...Array<string>(Math.max(0, 8 - groups(head).length - groups(tail).length)).fill('0'), ...groups(tail)]
  return `6 ${filled.map((group) => group.padStart(4, '0')).join(':')}`
}

function toKey(cell: Cell, words: readonly string[] | undefined, isAddress: boolean): Key {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'number') return cell
  if (typeof cell === 'boolean') return cell ? 1 : 0
  const text = typeof cell === 'string' ? cell : cell[0]
  if (text === undefined) return null
  if (words) return words.indexOf(text)
  return isAddress ? paddedAddress(text) : text.toLowerCase()
}

function compareKeys(one: Key, other: Key): number {
  if (one === other) return 0
  if (one === null) return -1
  if (other === null) return 1
  return one < other ? -1 : 1
}

/** One row with the first key it is ordered by; the others are read when that one is equal. */
export interface Keyed<Row> { readonly row: Row; readonly key: Key }

/** Reads the key of rows and compares them by the asked order, then by the object's own, then by id. */
export function orderOf<Row extends { readonly id: string }>(source: Source<Row>, sort: SearchQuery['sort'], context: Context): { keyed(row: Row): Keyed<Row>; compare(one: Keyed<Row>, other: Keyed<Row>): number } {
  const own = defaultOrder(source.object).filter(([column]) => column !== sort?.field)
  const [first, ...others] = [...(sort ? [[sort.field, sort.direction] as const] : []), ...own].map(([column, direction]) => {
    const field = fieldOf(source.object, column)
    const words = field?.type === 'choice' ? field.values : undefined
    const isAddress = source.object === 'vm' && column === 'ip'
    const cell = source.cells[column]
    return { sign: direction === 'desc' ? -1 : 1, keyOf: (row: Row) => toKey(cell?.(row, context), words, isAddress) }
  })
  return {
    keyed: (row) => ({ row, key: first?.keyOf(row) ?? null }),
    compare: (one, other) => {
      const difference = compareKeys(one.key, other.key)
      if (difference !== 0) return (first?.sign ?? 1) * difference
      for (const { sign, keyOf } of others) {
        const next = compareKeys(keyOf(one.row), keyOf(other.row))
        if (next !== 0) return sign * next
      }
      return one.row.id < other.row.id ? -1 : one.row.id > other.row.id ? 1 : 0
    },
  }
}

const defaultOrder = (object: SearchObjectName): SearchObject['defaultSort'] => searchObjects[object].defaultSort

/** Keeps the first `count` of what it is given, in order, without ordering the rest. */
export class FirstOf<Item> {
  readonly #kept: Item[] = []
  readonly #count: number
  readonly #compare: (one: Item, other: Item) => number
  constructor(count: number, compare: (one: Item, other: Item) => number) {
    this.#count = count
    this.#compare = compare
  }
  add(item: Item): void {
    const last = this.#kept.at(-1)
    if (this.#kept.length >= this.#count && last !== undefined && this.#compare(item, last) >= 0) return
    let from = 0
    let to = this.#kept.length
    while (from < to) {
      const middle = (from + to) >>> 1
      const other = this.#kept[middle]
      if (other !== undefined && this.#compare(other, item) <= 0) from = middle + 1
      else to = middle
    }
    this.#kept.splice(from, 0, item)
    if (this.#kept.length > this.#count) this.#kept.pop()
  }
  get items(): readonly Item[] { return this.#kept }
}
