/** Rows in memory with indexes. Every change goes through here, so that indexes, name order and the journal stay true. */
import type { Table } from './world.ts'

/** Value or values under which a row is found; undefined = not in this index. */
export type IndexKey<Row> = (row: Row) => string | readonly string[] | undefined
/** Rows by key: alone, or a set of several. Most keys (names, addresses, ids) have one row, and half a million sets would be costly. */
type Buckets<Row> = Map<string, Row | Set<Row>>
export type Indexes<Row> = Readonly<Record<string, IndexKey<Row>>>

type Keyed = { id: string; name?: string | undefined }

const asList = (keys: string | readonly string[] | undefined): readonly string[] => typeof keys === 'string' ? [keys] : keys ?? []
const lower = (row: Keyed) => (row.name ?? '').toLowerCase()
/** Order of lists without `sortby`: by name, letters of both cases alike. */
export const compareNames = (one: Keyed, other: Keyed) => {
  const left = lower(one)
  const right = lower(other)
  return left < right ? -1 : left > right ? 1 : one.id < other.id ? -1 : 1
}

export class MemoryTable<Row extends Keyed> implements Table<Row> {
  version = 0
  readonly #rows = new Map<string, Row>()
  readonly #keys: ReadonlyMap<string, IndexKey<Row>>
  /** made when somebody first looks there: filling a table with a hundred thousand rows needs none of them, and many are never asked */
  readonly #indexes = new Map<string, { readonly key: IndexKey<Row>; readonly buckets: Buckets<Row> }>()
  #named: Row[] | undefined
  /** ids changed since the journal was written last, a removed row's too; only once somebody keeps the world */
  readonly dirty = new Set<string>()
  isKept = false

  constructor(indexes: Indexes<Row> = {}) {
    this.#keys = new Map(Object.entries(indexes))
  }

  get size() { return this.#rows.size }
  get(id: string) { return this.#rows.get(id) }
  all() { return this.#rows.values() }

  by(index: string, value: string): readonly Row[] {
    const bucket = (this.#indexes.get(index) ?? this.#makeIndex(index)).buckets.get(value)
    return bucket === undefined ? [] : bucket instanceof Set ? [...bucket] : [bucket]
  }

  #makeIndex(name: string) {
    const key = this.#keys.get(name)
    if (!key) throw new Error(`no index ${name}: declare it in indexes.ts`)
    const index = { key, buckets: new Map<string, Row | Set<Row>>() }
    for (const row of this.#rows.values()) file(index.buckets, asList(key(row)), row)
    this.#indexes.set(name, index)
    return index
  }

  byName(): readonly Row[] {
    this.#named ??= [...this.#rows.values()].sort(compareNames)
    return this.#named
  }

  insert(row: Row): Row {
    if (this.#rows.has(row.id)) throw new Error(`row ${row.id} exists already`)
    this.#rows.set(row.id, row)
    for (const { key, buckets } of this.#indexes.values()) file(buckets, asList(key(row)), row)
    this.#placeByName(row)
    this.#touch(row.id)
    return row
  }

  change(id: string, edit: (row: Row) => void): Row {
    const row = this.#rows.get(id)
    if (!row) throw new Error(`no row ${id}`)
    const indexes = [...this.#indexes.values()]
    const before = indexes.map(({ key }) => asList(key(row)))
    const name = lower(row)
    edit(row)
    indexes.forEach(({ key, buckets }, position) => {
      const was = before[position] ?? []
      const is = asList(key(row))
      if (was.length === is.length && was.every((value, at) => value === is[at])) return
      unfile(buckets, was, row)
      file(buckets, is, row)
    })
    if (lower(row) !== name) this.#named = undefined
    this.#touch(id)
    return row
  }

  remove(id: string): void {
    const row = this.#rows.get(id)
    if (!row) return
    for (const { key, buckets } of this.#indexes.values()) unfile(buckets, asList(key(row)), row)
    this.#rows.delete(id)
    if (this.#named) {
      const at = placeOf(this.#named, row)
      if (this.#named[at] === row) this.#named.splice(at, 1)
      else this.#named = undefined
    }
    this.#touch(id)
  }

  #placeByName(row: Row) {
    // Filling a table appends to no order at all; later single rows are put where they belong.
    this.#named?.splice(placeOf(this.#named, row), 0, row)
  }
  #touch(id: string) {
    this.version += 1
    if (this.isKept) this.dirty.add(id)
  }
}

function file<Row>(buckets: Buckets<Row>, keys: readonly string[], row: Row) {
  for (const key of keys) {
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, row)
    else if (bucket instanceof Set) bucket.add(row)
    else if (bucket !== row) buckets.set(key, new Set([bucket, row]))
  }
}
function unfile<Row>(buckets: Buckets<Row>, keys: readonly string[], row: Row) {
  for (const key of keys) {
    const bucket = buckets.get(key)
    if (bucket === row) buckets.delete(key)
    if (!(bucket instanceof Set)) continue
    bucket.delete(row)
    if (bucket.size === 0) buckets.delete(key)
  }
}
/** First position whose row is not before `row` in name order. */
function placeOf<Row extends Keyed>(sorted: readonly Row[], row: Row): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const candidate = sorted[middle]
    if (candidate && candidate !== row && compareNames(candidate, row) < 0) from = middle + 1
    else to = middle
  }
  return from
}
