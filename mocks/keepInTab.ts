/** Keeps the demo's world in IndexedDB under the name of its tab: a reload goes on with it, a new tab begins anew. */
import type { OwnedWorld } from './engine/createWorld.ts'
import { imageOf, takeChanges, worldFrom } from './engine/worldImage.ts'
import type { Piece } from './engine/worldImage.ts'

const database = 'portal-demo'
const store = 'pieces'
const dayMs = 24 * 3600 * 1000

const done = <Result>(request: IDBRequest<Result>) => new Promise<Result>((resolve, reject) => {
  request.onsuccess = () => resolve(request.result)
  request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'))
})
const finished = (transaction: IDBTransaction) => new Promise<void>((resolve, reject) => {
  transaction.oncomplete = () => resolve()
  transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB refused'))
})

/** Name of this tab: a duplicated tab inherits it and then shares the world's last state, not its future. */
function tabName(): string {
  const name = sessionStorage.getItem(database) ?? crypto.randomUUID()
  sessionStorage.setItem(database, name)
  return name
}
const keyOf = (piece: Piece) => 'meta' in piece ? 'meta' : 'event' in piece ? `event/${piece.event.index}` : `${piece.table}/${piece.id}`

export async function keepInTab(settings: { speed: number }, make: () => OwnedWorld): Promise<{ world: OwnedWorld; save: () => Promise<void> }> {
  const tab = tabName()
  const opening = indexedDB.open(database, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(store)
  const db = await done(opening)
  await forgetOldTabs(db, tab)
  // Only save() below writes pieces under this tab's name.
  const kept = await done(db.transaction(store).objectStore(store).getAll(IDBKeyRange.bound(`${tab}/`, `${tab}0`))) as Piece[]
  const world = kept.length > 0 ? worldFrom(kept, settings) : make()

  async function write(pieces: Iterable<Piece>): Promise<void> {
    const transaction = db.transaction(store, 'readwrite')
    for (const piece of pieces) {
      const key = `${tab}/${keyOf(piece)}`
      if ('row' in piece && piece.row === null) transaction.objectStore(store).delete(key)
      else transaction.objectStore(store).put(piece, key)
    }
    await finished(transaction)
  }
  if (kept.length === 0) await write(imageOf(world))
  return {
    world,
    save: async () => {
      const pieces = takeChanges(world)
      if (pieces.length > 0) await write(pieces)
    },
  }
}

/** Worlds of tabs that were closed: nothing was written to them for a day. */
async function forgetOldTabs(db: IDBDatabase, own: string): Promise<void> {
  const pieces = db.transaction(store, 'readwrite').objectStore(store)
  const tabs = (await done(pieces.getAllKeys())).flatMap((key) => typeof key === 'string' && key.endsWith('/meta') ? [key.slice(0, -'/meta'.length)] : [])
  for (const tab of tabs) {
    // Pieces named meta are what keepInTab wrote.
    const piece = await done(pieces.get(`${tab}/meta`)) as Piece
    if (tab !== own && 'meta' in piece && Date.now() - piece.meta.savedMs > dayMs) pieces.delete(IDBKeyRange.bound(`${tab}/`, `${tab}0`))
  }
}
