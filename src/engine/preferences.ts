import type * as Wire from '../wire/wire.generated.ts'
import { decodeItems } from './children.ts'
import { createStore, type Readable } from '../lib/store.ts'
import { sleep } from '../lib/clock.ts'
import { connection } from './connection.ts'
import { read, request, toPath } from './transport.ts'

/** What a portal remembers of a user: one JSON object, kept as one option of the user on the engine. */
export interface StoredPreferences<T extends object> extends Readable<T> {
  /** reads them; what cannot be read leaves the defaults */
  readonly load: (userId: string) => Promise<void>
  /** shows the change at once and stores it a little later; resolves when it is stored */
  readonly change: (members: Partial<T>) => Promise<void>
}

interface Stored { readonly id: string; readonly name: string; readonly content: string }
const decodeOption = (wire: Wire.UserOption): Stored => ({ id: wire.id ?? '', name: wire.name ?? '', content: wire.content ?? '' })

/** Several changes within this time are stored together. */
const gatherMs = 500

/**
 * Preferences under one option name, such as `portal.admin`.
 * In: the name, the defaults, how to make sense of what is stored (another version may have written it).
 * The engine has no PUT here, so an option is removed and added again (BackendUserOptionsResource.java).
 */
export function createStoredPreferences<T extends object>(name: string, initial: T, toPreferences: (stored: unknown) => T): StoredPreferences<T> {
  const store = createStore<T>(initial)
  let userId: string | undefined
  let pending: Promise<void> | undefined
  /** the save before: two at a time would both remove the old option and then add one each, which the engine refuses */
  let last = Promise.resolve()

  const stored = async (id: string): Promise<readonly Stored[]> =>
    decodeItems<Stored, Wire.UserOption>(await read(toPath('users', id, 'options')), 'user_option', decodeOption).filter((option) => option.name === name)

  async function save(id: string): Promise<void> {
    await sleep(connection().clock, gatherMs)
    pending = undefined
    const content = JSON.stringify(store.getSnapshot())
    for (const option of await stored(id)) await request('DELETE', toPath('users', id, 'options', option.id))
    await request('POST', toPath('users', id, 'options'), { body: { name, content } })
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    load: async (id) => {
      userId = id
      const [option] = await stored(id)
      if (option !== undefined) store.set(toPreferences(parse(option.content)))
    },
    change: (members) => {
      store.set({ ...store.getSnapshot(), ...members })
      if (userId === undefined) return Promise.resolve()
      if (pending === undefined) {
        const id = userId
        pending = last.then(() => save(id))
        last = pending.catch(() => undefined)
      }
      return pending
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
