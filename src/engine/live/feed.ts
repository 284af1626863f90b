import type { Event } from '../../domain/event.ts'
import { events } from '../resources/events.ts'

/** Events of one answer; more than these at once means that too much happened to follow it singly. */
export const feedSize = 100

/** What came since the last look: events oldest first, and whether some may be missing. */
export interface News { readonly events: readonly Event[]; readonly full: boolean }

/**
 * The change feed of administrators: `GET /events?from=<last id>`. (With filter on the engine ignores `from` and reads
 * the whole log, AbstractBackendCollectionResource.java.) `look` is asked again and again; `reset` forgets the last id, for
 * an engine that was away: it may come back with an older log.
 */
export function createFeed(): { readonly look: () => Promise<News>; readonly reset: () => void } {
  let lastIndex: number | undefined
  return {
    reset: () => {
      lastIndex = undefined
    },
    look: async () => {
      if (lastIndex === undefined) {
        const [newest] = await events.readList({ max: 1 })
        lastIndex = newest?.index ?? 0
        return { events: [], full: false }
      }
      const found = await events.readList({ from: lastIndex, max: feedSize })
      const news = found.toSorted((one, other) => one.index - other.index)
      lastIndex = news.at(-1)?.index ?? lastIndex
      return { events: news, full: found.length >= feedSize }
    },
  }
}
