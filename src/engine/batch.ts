import { afterPaint } from '../lib/afterPaint.ts'
import { connection } from './connection.ts'

/** Requests for single ids that come within this time are answered by one request. */
const gatherMs = 20
const mostIds = 100

/**
 * Turns many questions about one id each into few about many.
 * In: how to load several ids at once. Out: how to ask for one; undefined when the engine does not have it.
 */
export function createBatch<T>(load: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): (id: string) => Promise<T | undefined> {
  let waiting = new Map<string, { readonly resolve: (value: T | undefined) => void; readonly reject: (error: unknown) => void }[]>()
  const send = async () => {
    const asked = [...waiting]
    waiting = new Map()
    for (let start = 0; start < asked.length; start += mostIds) {
      const chunk = asked.slice(start, start + mostIds)
      try {
        const found = await load(chunk.map(([id]) => id))
        for (const [id, askers] of chunk) for (const { resolve } of askers) resolve(found.get(id))
      } catch (error) {
        for (const [, askers] of chunk) for (const { reject } of askers) reject(error)
      }
    }
  }
  return (id) =>
    new Promise((resolve, reject) => {
      // Rows come first, what stands beside them second.
      if (waiting.size === 0) connection().clock.after(gatherMs, () => void afterPaint().then(send))
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }])
    })
}
