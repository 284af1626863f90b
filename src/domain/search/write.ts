/** Search texts from values. Names of any kind are safe here: what the language cannot say is replaced, never passed on. */
import type { Operator } from './field.ts'
import { searchObjects, type FieldOf, type RelationOf, type SearchObjectName } from './objects.ts'
import { parseSearch, type Condition, type SearchQuery } from './parse.ts'
import { dayStartMs } from './value.ts'

/**
 * A value as the language takes it. Quotation marks, apostrophes and semicolons cannot be said at all: `*` stands for them,
 * so the search finds the thing looked for and at most some of its like. A name that is the word null cannot be looked for.
 */
export function quoteValue(value: string): string {
  const sayable = value.replaceAll(/["';]/g, '*')
  return /^[^\s"=!<>]+$/.test(sayable) ? sayable : `"${sayable}"`
}

/** A moment as date text of the language, to the second, in the time zone of this process. */
export function dateValue(ms: number): string {
  const at = new Date(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return dayStartMs(ms) === ms ? day : `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

export type SearchValue = string | number | boolean | null
/** What a condition can be on: a field of the object, or of one of its relations (`host.name`). */
export type SearchPath<Name extends SearchObjectName> = FieldOf<Name> | `${RelationOf<Name>}.${string}`

const toWord = (value: SearchValue): string => (value === null ? 'null' : typeof value === 'string' ? quoteValue(value) : String(value))

/** One comparison as text: `condition('vm', 'uptime', '>', '1.00:00')`. */
export const condition = <Name extends SearchObjectName>(_object: Name, path: SearchPath<Name>, operator: Operator, value: SearchValue): string =>
  `${path}${operator}${toWord(value)}`

/** `path=a or path=b …`: rows that have any of the values. Nothing for an empty list: a caller without values asks nothing. */
export const anyOf = <Name extends SearchObjectName>(object: Name, path: SearchPath<Name>, values: readonly SearchValue[]): string =>
  values.map((value) => condition(object, path, '=', value)).join(' or ')

/** Rows that match every entry; a list matches by any of its members. `searchFor('vm', { cluster: 'Default', status: ['up', 'paused'] })` */
export function searchFor<Name extends SearchObjectName>(object: Name, wanted: { readonly [Path in SearchPath<Name>]?: SearchValue | readonly SearchValue[] }): string {
  const entries = Object.entries<SearchValue | readonly SearchValue[] | undefined>(wanted)
  // Object.entries widens the keys to string: they are those of `wanted`
  const texts = entries.map(([path, value]) => (value === undefined ? '' : anyOf(object, path as SearchPath<Name>, isList(value) ? value : [value])))
  return conjoin(object, ...texts)
}
const isList = (value: SearchValue | readonly SearchValue[]): value is readonly SearchValue[] => Array.isArray(value)

/** Rows with any of the tags or a tag below one of them. */
export const tagFilter = (tags: readonly string[]): string => tags.map((tag) => `tag=${quoteValue(tag)}`).join(' or ')

/** Text looked for in all fields, quoted so that no word of it is taken for a field or a keyword. */
export const freeText = (words: string): string => `"${words.replaceAll(/["';]/g, '*')}"`

/**
 * What somebody typed into a search bar as a search. Plain words that the language would refuse (two words, or a word that
 * begins like a relation, such as hostile) are looked for as they stand; all else is passed on as typed.
 */
export function fromTyped(object: SearchObjectName, typed: string): string {
  const text = typed.trim()
  const isPlain = !/[=<>"]/.test(text) && !/(^|\s)(sortby|page)\s/i.test(text)
  return text !== '' && isPlain && !parseSearch(object, text).ok ? freeText(text) : text
}

const conditionText = ({ relation, field, operator, value }: Condition): string => {
  if (field === undefined && relation === undefined) return freeText(value)
  return `${relation ?? ''}${relation && field !== undefined ? '.' : ''}${field ?? ''}${operator}${quoteValue(value)}`
}
type Group = SearchQuery['groups'][number]
const alternativeText = (alternative: Group[number]): string => alternative.map(conditionText).join(' and ')
const groupText = (group: Group): string => group.map(alternativeText).join(' or ')

const distribute = (groups: readonly Group[]): Group =>
  groups.reduce<Group>((left, right) => left.flatMap((one) => right.map((other) => [...one, ...other])), [[]])

/** The engine takes text without a field once per object, so distributing must not repeat it. */
const saysOnce = (group: Group): boolean => {
  const free = group.flat().filter(({ field }) => field === undefined).map(({ relation = '' }) => relation)
  return new Set(free).size === free.length
}

const manyConditions = 200

/**
 * One search for what all `texts` find together. The language has no parentheses and `and` binds first, so `or` is
 * distributed: (a or b) and c becomes `a and c or b and c`. Where that would repeat text without a field (allowed once) or
 * grow beyond 200 conditions, the groups are put side by side, which the engine joins with and after everything else.
 * Sorting and page of the last text that has them are kept. A text that cannot be read is passed on as it is, for the
 * engine to refuse with its own words.
 */
export function conjoin(object: SearchObjectName, ...texts: readonly (string | undefined)[]): string {
  const said = texts.filter((text): text is string => text !== undefined && text.trim() !== '')
  if (said.length < 2) return said[0]?.trim() ?? ''
  const queries: SearchQuery[] = []
  for (const text of said) {
    const parsed = parseSearch(object, text)
    if (!parsed.ok) return said.join(' and ')
    queries.push(parsed.query)
  }
  const groups = queries.flatMap(({ groups: own }) => own)
  const sort = queries.findLast((query) => query.sort)?.sort
  const page = queries.findLast((query) => query.page !== undefined)?.page
  return withOrder(joinGroups(groups), sort, page)
}

function joinGroups(groups: readonly Group[]): string {
  const conditions = groups.reduce((product, group) => product * group.length, groups.length)
  const all = conditions <= manyConditions ? distribute(groups) : undefined
  if (all && saysOnce(all)) return groupText(all)
  // a field that begins like a connector (`origin`) would lose its first letters behind a value
  const isTrap = (text: string) => /^(and|or|sortby|page)/i.test(text)
  const parts = groups.map((group) => groupText(group.toSorted((one, other) => Number(isTrap(alternativeText(one))) - Number(isTrap(alternativeText(other))))))
  return parts.toSorted((one, other) => Number(isTrap(other)) - Number(isTrap(one))).join(' ')
}

/** The text with its order; a page needs a direction before it, so the direction is always said. */
export function withOrder(filter: string, sort: SearchQuery['sort'], page?: number): string {
  return [filter, sort ? `sortby ${sort.field} ${sort.direction}` : '', page === undefined ? '' : `page ${page}`].filter((part) => part !== '').join(' ')
}

/** A search with its object in front, as bookmarks keep it: `Vms: status=up`. */
export const withPrefix = (object: SearchObjectName, text: string): string => {
  const word = searchObjects[object].prefixes.at(-1) ?? object
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${text}`.trim()
}
