import { createContext, useContext, useSyncExternalStore } from 'react'
import { createStore } from '../lib/store.ts'
import type { Readable } from '../lib/store.ts'

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
  /** path of the portal that log-in leads to in place of the start page */
  readonly homePage?: string | undefined
  /** false: virtual machines are suspended without a question */
  readonly confirmSuspend?: boolean | undefined
  /** false: `columns` and `density` stay in this browser */
  readonly keepColumns?: boolean | undefined
  /** how VNC consoles open; absent: as the engine decides */
  readonly vncClient?: 'native' | 'browser' | undefined
}

/** Where preferences live; the app stores them with the engine. */
export interface PreferencesStore extends Readable<Preferences> { readonly change: (changes: Partial<Preferences>) => unknown }

/** A store that forgets on reload: for tests, and until the stored preferences are known. */
export const createMemoryPreferences = (initial: Preferences = {}): PreferencesStore => {
  const store = createStore(initial)
  return { ...store, change: (changes) => store.set({ ...store.getSnapshot(), ...changes }) }
}

export const PreferencesContext = createContext<PreferencesStore>(createMemoryPreferences())

/** One preference and its setter. */
export const usePreference = <K extends keyof Preferences>(name: K): readonly [Preferences[K], (value: NonNullable<Preferences[K]>) => void] => {
  const store = useContext(PreferencesContext)
  const value = useSyncExternalStore(store.subscribe, () => store.getSnapshot()[name])
  return [value, (next) => store.change({ [name]: next })]
}
