/** Who answers `?search=`: per entity of the search language one searcher; the others match by name. */
import type { World } from './world.ts'

export interface SearchOptions {
  /** `case_sensitive`; the engine's default is false. Source: AbstractBackendCollectionResource.getSearchParameters */
  readonly caseSensitive: boolean
  /** page size; absent = all, also when the caller is filtered, whose page is cut afterwards */
  readonly max?: number
  /** events only: those with a greater index (`from`) */
  readonly after?: number
  /** who searches, for `usrname = me`-like fields and events */
  readonly userId: string
}
/** Ids of the page asked for, in order (`sortby` and `page` are part of the text). Throws PlainFault 400 for a wrong text. */
export type Searcher = (world: World, text: string, options: SearchOptions) => readonly string[]

const searchers = new Map<string, Searcher>()
export function registerSearcher(entity: string, searcher: Searcher): void { searchers.set(entity, searcher) }

/**
 * Ids of the page that a search text asks for.
 * @param rows what exists at the place, in its own order: used by the simple search by name (`name=web*` or `web*`, `sortby name`, `page N`)
 */
export function searchIds(world: World, entity: string, text: string, options: SearchOptions, rows: () => Iterable<{ readonly id: string; readonly name?: string }>): readonly string[] {
  const searcher = searchers.get(entity)
  return searcher ? searcher(world, text, options) : searchByName(text, options, rows())
}

function searchByName(text: string, { caseSensitive, max }: SearchOptions, rows: Iterable<{ readonly id: string; readonly name?: string }>): readonly string[] {
  const page = Number(/\bpage\s+(\d+)\s*$/i.exec(text)?.[1] ?? 1)
  const descending = /\bsortby\s+\w+\s+desc\b/i.test(text)
  const wanted = text.replace(/\bpage\s+\d+\s*$/i, '').replace(/\bsortby\b.*$/i, '').replace(/^\s*\w+\s*:/, '').trim()
  const pattern = (/^(?:name|usrname|allnames)\s*=\s*(.*)$/i.exec(wanted)?.[1] ?? wanted).trim().replace(/^"(.*)"$/, '$1')
  const matches = pattern === '' ? () => true : matcherOf(pattern, caseSensitive)
  const found = [...rows].filter(({ name }) => matches(name ?? '')).map(({ id }) => id)
  if (descending) found.reverse()
  return max === undefined ? found : found.slice((page - 1) * max, page * max)
}
function matcherOf(pattern: string, caseSensitive: boolean): (name: string) => boolean {
  const source = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`)).join('.*')
  const expression = new RegExp(`^${source}$`, caseSensitive ? 'su' : 'siu')
  return (name) => expression.test(name)
}
