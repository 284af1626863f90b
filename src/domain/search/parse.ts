import type { Operator } from './field.ts'
import { isSearchObject, searchObjects, type SearchObjectName } from './objects.ts'
import { scan, type SearchError, type Token } from './scan.ts'

/** One comparison. Without a field the value is looked for in all text fields of the object, or of the relation's. */
export interface Condition {
  readonly relation?: SearchObjectName
  readonly field?: string
  readonly operator: Operator
  readonly value: string
}

/**
 * A read search. The engine groups every `and` pair first, then `or`, and joins what still stands side by side with and:
 * every group must hold, a group holds by one of its alternatives, an alternative by all its conditions.
 */
export interface SearchQuery {
  readonly groups: readonly (readonly (readonly Condition[])[])[]
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' }
  /** from 1 */
  readonly page?: number
  /** the text without sorting and page, as it was typed */
  readonly filter: string
}

export type ParsedSearch = { readonly ok: true; readonly query: SearchQuery } | { readonly ok: false; readonly error: SearchError }

interface Building { readonly groups: Condition[][][]; relation?: SearchObjectName; field?: string; operator?: Operator; connector: '' | 'and' | 'or' }

function addCondition(building: Building, value: string): void {
  const { relation, field, operator = '=', connector, groups } = building
  const condition: Condition = { operator, value, ...(relation && { relation }), ...(field !== undefined && { field }) }
  const group = groups.at(-1)
  const alternative = group?.at(-1)
  if (connector === 'and' && alternative) alternative.push(condition)
  else if (connector === 'or' && group) group.push([condition])
  else groups.push([[condition]])
  delete building.relation
  delete building.field
  delete building.operator
  building.connector = ''
}

function toOperator(word: string): Operator {
  return word === '=' || word === '!=' || word === '<' || word === '>' || word === '<=' ? word : '>='
}

function toQuery(tokens: readonly Token[], text: string): SearchQuery {
  const building: Building = { groups: [], connector: '' }
  let sort: SearchQuery['sort']
  let page: number | undefined
  let filterEnd = text.length
  for (const { kind, text: word, start } of tokens) {
    if (kind === 'relation' && isSearchObject(word)) building.relation = word
    else if (kind === 'field') building.field = word
    else if (kind === 'operator') building.operator = toOperator(word)
    else if (kind === 'and' || kind === 'or') building.connector = kind
    else if (kind === 'value') addCondition(building, word)
    else if (kind === 'sortField') sort = { field: word, direction: 'asc' }
    else if (kind === 'direction' && sort) sort = { field: sort.field, direction: word === 'desc' ? 'desc' : 'asc' }
    else if (kind === 'number') page = Number(word)
    if (kind === 'sortby' || kind === 'page') filterEnd = Math.min(filterEnd, start)
  }
  return { groups: building.groups, filter: text.slice(0, filterEnd).trim(), ...(sort && { sort }), ...(page !== undefined && { page }) }
}

/** Reads a search for `object`; `text` has no object prefix, as REST takes it. An error says what the engine would refuse (400) and where. */
export function parseSearch(object: SearchObjectName, text: string): ParsedSearch {
  const { tokens, error } = scan(object, text, true)
  return error ? { ok: false, error } : { ok: true, query: toQuery(tokens, text) }
}

/** Takes apart a text with its object, such as a bookmark (`Vms: status=up`). The rest is not checked. */
export function parsePrefixed(text: string): { readonly ok: true; readonly object: SearchObjectName; readonly text: string } | { readonly ok: false; readonly error: SearchError } {
  const [, lead = '', word = '', gap = ''] = /^(\s*)(\w*)(\s*)/.exec(text) ?? []
  const start = lead.length
  const end = start + word.length
  const object = Object.keys(searchObjects).find((name) => {
    const prefixes: readonly string[] = isSearchObject(name) ? searchObjects[name].prefixes : []
    return prefixes.includes(word.toLowerCase())
  })
  if (object === undefined || !isSearchObject(object)) return { ok: false, error: { code: 'INVALID_SEARCH_OBJECT', start, end } }
  const colon = end + gap.length
  if (text.charAt(colon) !== ':') return { ok: false, error: { code: 'COLON_NOT_NEXT_TO_SEARCH_OBJECT', start: end, end: colon + 1 } }
  return { ok: true, object, text: text.slice(colon + 1).trim() }
}
