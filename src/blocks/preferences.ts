import { createContext, useContext, useSyncExternalStore } from 'react'

/** How the columns of one list are shown: order and visibility by id, widths where the user changed them. */
export interface ColumnsPreference {
  readonly order?: readonly string[]
  readonly hidden?: readonly string[]
  readonly shown?: readonly string[]
  readonly widthsPx?: Readonly<Record<string, number>>
}

export const refreshChoices = [5, 10, 20, 30, 60] as const
export type RefreshSeconds = (typeof refreshChoices)[number]

/** What the portal remembers of a user, as one JSON text. Every member has a default where it is read. */
export interface Preferences {
  /** by list id */
  readonly columns?: Readonly<Record<string, ColumnsPreference>>
  readonly density?: 'compact' | 'roomy'
  readonly refreshSeconds?: RefreshSeconds
  /** toasts are held back until then, in milliseconds since 1970 */
  readonly quietUntil?: number
}

/** Where preferences live; the app stores them with the engine. */
export interface PreferencesStore {
  readonly read: () => Preferences
  readonly change: (changes: Partial<Preferences>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A store that forgets on reload: for tests, and until the stored preferences are known. */
export const createMemoryPreferences = (initial: Preferences = {}): PreferencesStore => {
  let now = initial
  const listeners = new Set<() => void>()
  return {
    read: () => now,
    change: (changes) => {
      now = { ...now, ...changes }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export const PreferencesContext = createContext<PreferencesStore>(createMemoryPreferences())

/** One preference and its setter. */
export const usePreference = <K extends keyof Preferences>(name: K): readonly [Preferences[K], (value: NonNullable<Preferences[K]>) => void] => {
  const store = useContext(PreferencesContext)
  const value = useSyncExternalStore(store.subscribe, () => store.read()[name])
  return [value, (next) => store.change({ [name]: next })]
}
