import { createStore } from '../../lib/store.ts'

/** A message at the edge of the window. */
export interface Toast {
  readonly key: number
  readonly variant: 'success' | 'info' | 'danger'
  readonly title: string
  /** a failure: its words and correlation id are shown, and it stays until closed */
  readonly fault?: unknown
  /** trace of the operation: its job, steps and events */
  readonly correlationId?: string
  /** milliseconds since 1970 */
  readonly atMs: number
  /** how many equal ones it stands for */
  readonly count: number
}
export type NewToast = Omit<Toast, 'key' | 'count' | 'atMs'>

const mostShown = 3
const store = createStore<readonly Toast[]>([])
/** What is shown, newest first. */
export const toasts = store
let nextKey = 1

const isEqual = (one: NewToast, other: NewToast): boolean => one.variant === other.variant && one.title === other.title

/**
 * Shows a message: at most three at a time, equal ones merged with a count. For what ended out of sight or failed;
 * success that can be seen needs none (ux.md).
 */
export const showToast = (toast: NewToast): void => {
  const now = store.getSnapshot()
  const equal = now.find((other) => isEqual(other, toast))
  const others = now.filter((other) => other !== equal)
  // A failure is not pushed out by news.
  const kept = others.length < mostShown ? others : others.toSorted((a, b) => Number(b.variant === 'danger') - Number(a.variant === 'danger') || b.key - a.key).slice(0, mostShown - 1)
  store.set([{ ...toast, key: equal?.key ?? nextKey++, atMs: Date.now(), count: (equal?.count ?? 0) + 1 }, ...kept.toSorted((a, b) => b.key - a.key)])
}

export const closeToast = (key: number): void => store.set(store.getSnapshot().filter((toast) => toast.key !== key))
export const closeToasts = (): void => store.set([])
