import type { Preferences, PreferencesStore } from '../blocks/preferences.ts'
import { createStoredPreferences } from '../engine/preferences.ts'

/** In: what an option of the engine holds, perhaps written by another version. Out: an object whose members are judged where they are read. */
const toPreferences = (found: unknown): Preferences => (typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {})

const stored = createStoredPreferences<Preferences>('portal.admin', {}, toPreferences)

/** Preferences of the user who is logged in, kept on the engine. A change that the engine does not take lasts until reload. */
export const preferences: PreferencesStore = {
  subscribe: stored.subscribe,
  getSnapshot: stored.getSnapshot,
  change: (changes) => stored.change(changes).catch(() => undefined),
}

/** Reads them after log-in; without them the defaults stand. */
export const loadPreferences = (userId: string): Promise<void> => stored.load(userId).catch(() => undefined)
