/** A value that can be watched; the two members that React's useSyncExternalStore takes. */
export interface Readable<T> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => T
}
export interface Store<T> extends Readable<T> { readonly set: (value: T) => void }

/** A store holding `initial`. Listeners are told only when the value is another one (Object.is). */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getSnapshot: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
  }
}
