/** What may be typed next, by the states of the engine's completion (searchbackend, SyntaxChecker.getCompletion). */
import { operators } from './field.ts'
import { fieldOf, isSearchObject, searchObjects, type SearchObjectName } from './objects.ts'
import { scan, type Scan, type SearchError, type Token } from './scan.ts'
import { weekdayWords } from './value.ts'
import { quoteValue } from './write.ts'

/** One suggestion: put `text` in place of the characters from `replaces.start` to `replaces.end`. */
export interface Suggestion {
  readonly kind: 'field' | 'operator' | 'value' | 'relation' | 'keyword'
  /** as it is inserted: quoted where the language wants it, keywords with the blank before them that they need */
  readonly text: string
  /** as it is shown */
  readonly label: string
  readonly replaces: { readonly start: number; readonly end: number }
}

export interface Completion {
  readonly suggestions: readonly Suggestion[]
  /** the part before the caret that no search can begin with */
  readonly error?: SearchError
}

export interface CompletionFacts {
  /** words of a field that only the engine knows (operating systems) or that the caller has at hand (cluster names) */
  readonly valuesOf?: (object: SearchObjectName, field: string) => readonly string[] | undefined
  /** for the names of the past week's days */
  readonly nowMs?: number
  /** offer sortby, asc, desc and page too; today's portal accepts but never offers them */
  readonly offersOrder?: boolean
}

type Candidate = Pick<Suggestion, 'kind' | 'label'> & { readonly isAnywhere?: boolean }

const candidate = (kind: Suggestion['kind']) => (label: string): Candidate => ({ kind, label })
const fieldsOf = (object: SearchObjectName): readonly Candidate[] =>
  Object.entries(searchObjects[object].fields).filter(([, { isSuggested }]) => isSuggested).map(([name]) => ({ kind: 'field', label: name }))
const relationsOf = (object: SearchObjectName): readonly Candidate[] => searchObjects[object].relationWords.map(candidate('relation'))

const relationAt = (tokens: readonly Token[], back: number): SearchObjectName | undefined => {
  const token = tokens.at(-back)
  return token?.kind === 'relation' && isSearchObject(token.text) ? token.text : undefined
}

function operatorsOf(object: SearchObjectName, field: string): readonly Candidate[] {
  const known = fieldOf(object, field)?.operators ?? []
  return operators.filter((operator) => known.includes(operator)).toSorted((one, other) => one.length - other.length).map(candidate('operator'))
}

function valuesOf(object: SearchObjectName, field: string, facts: CompletionFacts): readonly Candidate[] {
  const known = fieldOf(object, field)
  const days = known?.type === 'date' && facts.nowMs !== undefined ? weekdayWords(facts.nowMs) : []
  const given = facts.valuesOf?.(object, field) ?? []
  const own = (known?.values ?? []).filter((value) => value !== '')
  return [
    ...[...own, ...days].map(candidate('value')),
    // operating systems match anywhere, in their case; other names from their beginning
    ...given.map((label): Candidate => ({ kind: 'value', label, isAnywhere: known?.type === 'name' })),
  ]
}

function candidates(object: SearchObjectName, { tokens, state }: Scan, facts: CompletionFacts): readonly Candidate[] {
  const order = facts.offersOrder ? ['sortby', 'page'].map(candidate('keyword')) : []
  switch (state) {
    case 'colon':
      return [...fieldsOf(object), ...relationsOf(object), ...order]
    case 'value':
      return [...['and', 'or'].map(candidate('keyword')), ...fieldsOf(object), ...relationsOf(object), ...order]
    case 'and':
    case 'or':
      return [...fieldsOf(object), ...relationsOf(object)]
    case 'relation':
      return ['.', '=', '!='].map(candidate('operator'))
    case 'dot': {
      const of = relationAt(tokens, 2)
      return of ? fieldsOf(of) : []
    }
    case 'field':
      return operatorsOf(relationAt(tokens, 3) ?? object, tokens.at(-1)?.text ?? '')
    case 'operator': {
      const before = tokens.at(-2)
      return before?.kind === 'field' ? valuesOf(relationAt(tokens, 4) ?? object, before.text, facts) : []
    }
    case 'sortby':
      return facts.offersOrder ? fieldsOf(object) : []
    case 'sortField':
      return facts.offersOrder ? ['asc', 'desc'].map(candidate('keyword')) : []
    case 'direction':
      return facts.offersOrder ? [{ kind: 'keyword', label: 'page' }] : []
    case 'page':
    case 'number':
      return []
  }
}

/** what follows a field that is fully typed but not yet ended by a blank: its operators, put behind it */
function afterField(object: SearchObjectName, { tokens, state, rest }: Scan, word: string, caret: number): readonly Suggestion[] {
  const takesField = state === 'colon' || state === 'value' || state === 'and' || state === 'or' || state === 'dot'
  const of = state === 'dot' ? relationAt(tokens, 2) : object
  if (!takesField || !of || word === '' || rest === caret) return []
  return operatorsOf(of, word).map(({ kind, label }) => ({ kind, label, text: label, replaces: { start: caret, end: caret } }))
}

/**
 * Suggestions for the place of the caret. Only the text before it counts; the rest of a word the caret stands in is replaced
 * too. Values of text fields are offered only where `facts.valuesOf` knows some.
 */
export function completeSearch(object: SearchObjectName, text: string, caret: number, facts: CompletionFacts = {}): Completion {
  const before = text.slice(0, caret)
  const found = scan(object, before, false)
  if (found.error) return { suggestions: [], error: found.error }
  const start = Math.min(found.rest, caret)
  const typed = before.slice(start)
  const isQuoted = typed.startsWith('"')
  const word = isQuoted ? typed.slice(1) : typed
  const tail = typed === '' ? 0 : (/^[^\s"=!<>.]*"?/.exec(text.slice(caret))?.[0].length ?? 0)
  const isGlued = start > 0 && !/\s/.test(before.charAt(start - 1))
  const fitting = candidates(object, found, facts).filter(({ label, isAnywhere }) =>
    isAnywhere ? label.includes(word) : label.toLowerCase().startsWith(word.toLowerCase()) && (label.length > word.length || found.state === 'operator'))
  const suggestions = fitting.map(({ kind, label }): Suggestion => {
    const body = kind === 'value' && (isQuoted || /\s/.test(label)) ? quoteAlways(label) : kind === 'value' ? quoteValue(label) : label
    const needsBlank = isGlued && found.state === 'value'
    return { kind, label, text: needsBlank ? ` ${body}` : body, replaces: { start, end: caret + tail } }
  })
  return { suggestions: [...suggestions, ...(isQuoted ? [] : afterField(object, found, word, caret))] }
}

const quoteAlways = (label: string): string => `"${label.replaceAll(/["';]/g, '*')}"`
