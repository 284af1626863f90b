import type { Preferences, PreferencesStore } from '../blocks/preferences.ts'
import { createStoredPreferences } from '../engine/preferences.ts'
import { createStore } from '../lib/store.ts'

/** In: what an option of the engine holds, perhaps written by another version. Out: an object whose members are judged where they are read. */
const toPreferences = (found: unknown): Preferences => (typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {})

const stored = createStoredPreferences<Preferences>('portal.admin', {}, toPreferences)

/** What a user who keeps columns off the engine keeps in this browser. */
const localKey = 'portal.columns'
const readLocal = (): Preferences => {
  try {
    return toPreferences(JSON.parse(localStorage.getItem(localKey) ?? 'null'))
  } catch {
    // Storage may be forbidden, or hold something else: then there is nothing.
    return {}
  }
}
const writeLocal = ({ columns, density }: Partial<Preferences>): void => {
  try {
    localStorage.setItem(localKey, JSON.stringify({ ...readLocal(), ...(columns && { columns }), ...(density && { density }) }))
  } catch {
    // see readLocal; the change then lasts until reload
  }
}

const shown = createStore<Preferences>({})
const merge = (): void => {
  const kept = stored.getSnapshot()
  shown.set(kept.keepColumns === false ? { ...kept, ...readLocal() } : kept)
}
stored.subscribe(merge)

/** Preferences of the user who is logged in, kept on the engine. A change that the engine does not take lasts until reload. */
export const preferences: PreferencesStore = {
  subscribe: shown.subscribe,
  getSnapshot: shown.getSnapshot,
  change: (changes) => {
    const { columns, density, ...others } = changes
    if (stored.getSnapshot().keepColumns !== false || 'keepColumns' in changes) return stored.change(changes).catch(() => undefined)
    writeLocal({ ...(columns && { columns }), ...(density && { density }) })
    merge()
    return Object.keys(others).length === 0 ? undefined : stored.change(others).catch(() => undefined)
  },
}

/** Reads them after log-in; without them the defaults stand. */
export const loadPreferences = (userId: string): Promise<void> => stored.load(userId).catch(() => undefined)
