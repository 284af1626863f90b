/** Work that happens later: a binary heap of tasks by time, then by order of arrival. */
import type { Task } from './world.ts'

interface Waiting { readonly task: Task; readonly order: number }
const isBefore = (one: Waiting, other: Waiting) => one.task.atMs < other.task.atMs || (one.task.atMs === other.task.atMs && one.order < other.order)

export class Schedule {
  #heap: Waiting[] = []
  #order = 0
  version = 0

  get size() { return this.#heap.length }
  /** all waiting tasks, in no order: for keeping them */
  get tasks(): readonly Task[] { return this.#heap.map(({ task }) => task) }
  get nextMs(): number | undefined { return this.#heap[0]?.task.atMs }

  add(task: Task): void {
    this.version += 1
    const waiting = { task, order: this.#order }
    this.#order += 1
    let at = this.#heap.length
    this.#heap.push(waiting)
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.#heap[parent]
      if (!above || !isBefore(waiting, above)) break
      this.#heap[at] = above
      this.#heap[parent] = waiting
      at = parent
    }
  }

  /** Takes the earliest task that is due. */
  takeDue(nowMs: number): Task | undefined {
    const first = this.#heap[0]
    if (!first || first.task.atMs > nowMs) return undefined
    this.version += 1
    const last = this.#heap.pop()
    if (last && last !== first) this.#sink(last)
    return first.task
  }

  #sink(waiting: Waiting) {
    let at = 0
    for (;;) {
      const left = this.#heap[2 * at + 1]
      const right = this.#heap[2 * at + 2]
      const child = right && left && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1
      const below = this.#heap[child]
      if (!below || !isBefore(below, waiting)) break
      this.#heap[at] = below
      at = child
    }
    this.#heap[at] = waiting
  }
}
