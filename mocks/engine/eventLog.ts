/** The audit log: events in ascending index in one array, newest last; indexes are never used twice. */
import type { EventRow } from './rows.ts'
import type { EventLog } from './world.ts'

const dayMs = 24 * 3600 * 1000

export class MemoryEventLog implements EventLog {
  #rows: EventRow[] = []
  #newest = 0
  version = 0
  /** indexes of events added or hidden since the journal was written last */
  readonly dirty = new Set<number>()
  isKept = false

  get newest() { return this.#newest }
  get size() { return this.#rows.length }

  add(event: Omit<EventRow, 'id' | 'index'>): EventRow {
    const index = this.#newest + 1
    return this.restore({ id: String(index), index, ...event })
  }
  /** Puts back an event that was kept; indexes must ascend. */
  restore(row: EventRow): EventRow {
    if (row.index <= this.#newest) throw new Error(`event ${row.index} comes after ${this.#newest}`)
    this.#newest = row.index
    this.#rows.push(row)
    this.#touch(row.index)
    return row
  }

  /** every kept event, hidden ones too, oldest first */
  all(): Iterable<EventRow> { return this.#rows }

  *newestFirst(): IterableIterator<EventRow> {
    for (let at = this.#rows.length - 1; at >= 0; at -= 1) {
      const row = this.#rows[at]
      if (row && !row.removed) yield row
    }
  }
  after(index: number): readonly EventRow[] {
    return this.#rows.slice(this.#firstAfter(index)).filter(({ removed }) => !removed).reverse()
  }
  get(index: number): EventRow | undefined {
    const row = this.#rows[this.#firstAfter(index - 1)]
    return row?.index === index ? row : undefined
  }
  remove(index: number): boolean {
    const row = this.get(index)
    if (!row || row.removed) return false
    row.removed = true
    this.#touch(index)
    return true
  }
  restoreAll(): void {
    for (const row of this.#rows) {
      if (!row.removed) continue
      delete row.removed
      this.#touch(row.index)
    }
  }
  /** Forgets what is older than the retention. Source: AuditLogAgingThreshold, days. */
  forgetBefore(nowMs: number, days: number): void {
    const oldest = nowMs - days * dayMs
    const keep = this.#rows.findIndex(({ time }) => time >= oldest)
    const gone = keep < 0 ? this.#rows.length : keep
    if (gone > 0) this.#rows.splice(0, gone)
  }

  #firstAfter(index: number): number {
    let from = 0
    let to = this.#rows.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#rows[middle]?.index ?? 0) <= index) from = middle + 1
      else to = middle
    }
    return from
  }
  #touch(index: number) {
    this.version += 1
    if (this.isKept) this.dirty.add(index)
  }
}
