import type { SearchError } from '../../domain/search/scan.ts'
import { completeSearch } from '../../domain/search/complete.ts'
import type { CompletionFacts, Suggestion } from '../../domain/search/complete.ts'
import type { SearchObjectName } from '../../domain/search/objects.ts'
import { parsePrefixed, parseSearch } from '../../domain/search/parse.ts'
import type { ListQuery } from '../../engine/resource.ts'

/** Texts without any field are looked for as they stand, whatever they contain; the engine searches all text fields. */
export const searchErrorIn = (object: SearchObjectName, text: string): SearchError | undefined => {
  if (text.trim() === '') return undefined
  const parsed = parseSearch(object, text)
  return parsed.ok ? undefined : parsed.error
}

/** The text with a suggestion put in, and where the caret stands then. */
export const applySuggestion = (text: string, { text: inserted, replaces }: Suggestion): { readonly text: string; readonly caret: number } => {
  const before = text.slice(0, replaces.start)
  return { text: `${before}${inserted}${text.slice(replaces.end)}`, caret: before.length + inserted.length }
}

const mostSuggestions = 50

export const suggestionsAt = (object: SearchObjectName, text: string, caret: number, facts: CompletionFacts): readonly Suggestion[] =>
  completeSearch(object, text, caret, facts).suggestions.slice(0, mostSuggestions)

/** A text that begins with this list's own prefix, as it stands in saved searches or was copied from elsewhere, without it. */
export const stripPrefix = (object: SearchObjectName, text: string): string => {
  const parsed = parsePrefixed(text)
  return parsed.ok && parsed.object === object ? parsed.text.trim() : text
}

/** Condition and order of a typed search; an order in the text goes before the one of the headers, a page number is ours to choose. */
export const toListQuery = (object: SearchObjectName, text: string, sort: ListQuery['sort']): ListQuery => {
  const parsed = parseSearch(object, text)
  if (!parsed.ok) return { search: text, ...(sort && { sort }) }
  const { filter, sort: typed } = parsed.query
  const order = typed ? { field: typed.field, descending: typed.direction === 'desc' } : sort
  return { ...(filter !== '' && { search: filter }), ...(order && { sort: order }) }
}
