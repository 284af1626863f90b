/** The embedded engine as a `fetch`, for tests of clients: no network, no process. */
import type { World } from './engine/world.ts'
import { handle } from './engine/handle.ts'

/** A `fetch` whose relative and absolute addresses all lead to `world`. */
export const fetchFrom = (world: World): typeof fetch => async (input, init) => {
  const request = input instanceof Request ? new Request(input, init) : new Request(new URL(String(input), 'http://engine.test'), init)
  return await handle(request, world)
}
