/**
 * Cuts a search text into its parts by the state machine of the engine (searchbackend, SyntaxChecker.analyzeSyntaxState),
 * with its traps: relations and keywords are recognised by their first letters, fields only before a blank or an operator.
 */
import { operators, type Operator } from './field.ts'
import { fieldOf, isSearchObject, searchObjects, type SearchObjectName } from './objects.ts'
import { isValueOf } from './value.ts'

/** Error codes of searchbackend (SyntaxError), spelled as there. */
export type SearchErrorCode =
  | 'INVALID_SEARCH_OBJECT' | 'COLON_NOT_NEXT_TO_SEARCH_OBJECT' | 'INVALID_CONDITION_FILED' | 'INVALID_CONDITION_RELATION' | 'INVALID_CONDITION_VALUE'
  | 'INVALID_SORT_FIELD' | 'INVALID_SORT_DIRECTION' | 'INVALID_PAGE_FEILD' | 'NOTHING_COMES_AFTER_PAGE_VALUE' | 'FREE_TEXT_ALLOWED_ONCE_PER_OBJ'
  | 'INVALID_CHARECTER' | 'INVALID_POST_COLON_PHRASE' | 'INVALID_POST_CONDITION_VALUE_PHRASE' | 'INVALID_POST_OR_AND_PHRASE' | 'INVALID_POST_CROSS_REF_OBJ'
  | 'CONDITION_CANT_CREATE_RRELATIONS_AC' | 'CANT_GET_CONDITION_FIELD_AC' | 'UNIDENTIFIED_STATE'

/** What is wrong and where: `start` and `end` are offsets into the text. */
export interface SearchError { readonly code: SearchErrorCode; readonly start: number; readonly end: number }

/** What has been read last; it decides what may follow. */
export type ScanState = 'colon' | 'relation' | 'dot' | 'field' | 'operator' | 'value' | 'and' | 'or' | 'sortby' | 'sortField' | 'direction' | 'page' | 'number'

/** Value tokens carry what stood between the quotes; relations their singular name; words are in lower case. */
export interface Token { readonly kind: Exclude<ScanState, 'colon'>; readonly text: string; readonly start: number; readonly end: number }

export interface Scan {
  readonly tokens: readonly Token[]
  readonly state: ScanState
  /** where the part begins that was not consumed: a word still being typed */
  readonly rest: number
  readonly error?: SearchError
}

const blank = /\s/
/** what an end in this state lacks */
const unfinished: Partial<Record<ScanState, SearchErrorCode>> = {
  relation: 'INVALID_POST_CROSS_REF_OBJ', dot: 'INVALID_CONDITION_FILED', field: 'INVALID_CONDITION_RELATION', operator: 'INVALID_CONDITION_VALUE',
  and: 'INVALID_POST_OR_AND_PHRASE', or: 'INVALID_POST_OR_AND_PHRASE', sortby: 'INVALID_SORT_FIELD', page: 'INVALID_CHARECTER',
}
const badPhrase: Partial<Record<ScanState, SearchErrorCode>> = {
  colon: 'INVALID_POST_COLON_PHRASE', value: 'INVALID_POST_CONDITION_VALUE_PHRASE', and: 'INVALID_POST_OR_AND_PHRASE', or: 'INVALID_POST_OR_AND_PHRASE',
}

/**
 * Reads `text` (the part after the colon) as a search for `object`. With `isFinal` the text is complete; without it the last
 * word, when it touches the end, is left unread as still being typed.
 */
export function scan(object: SearchObjectName, text: string, isFinal: boolean): Scan {
  const tokens: Token[] = []
  const searchedFreely = new Set<string>()
  let state: ScanState = 'colon'
  let at = 0
  const found: { error?: SearchError } = {}
  let isLastWord = false

  const fail = (code: SearchErrorCode, start: number, end: number) => { found.error = { code, start, end: Math.max(end, start) } }
  const take = (kind: Token['kind'], end: number, body = text.slice(at, end).toLowerCase()) => {
    tokens.push({ kind, text: body, start: at, end })
    state = kind
    at = end
  }
  const wordEnd = (from: number) => {
    let end = from
    while (end < text.length && !blank.test(text.charAt(end))) end++
    return end
  }
  const starts = (word: string) => text.slice(at, at + word.length).toLowerCase() === word
  const nameEnd = () => at + (/^\w*/.exec(text.slice(at))?.[0].length ?? 0)
  /** the relation that the condition being read goes through */
  const relation = (back: number) => {
    const token = tokens.at(-back)
    return token?.kind === 'relation' && isSearchObject(token.text) ? token.text : undefined
  }

  /** a value: text in quotes or a run without blanks; `code` says what is wrong with a stray quote */
  const takeValue = (code: SearchErrorCode, field: string | undefined, of: SearchObjectName) => {
    const isQuoted = text.charAt(at) === '"'
    const close = isQuoted ? text.indexOf('"', at + 1) : wordEnd(at)
    const end = isQuoted ? close + 1 : close
    const body = isQuoted ? text.slice(at + 1, close) : text.slice(at, close)
    if (close < 0 && !isFinal) { isLastWord = true; return }
    if (close < 0 || (!isQuoted && body.includes('"'))) return fail(code, at, close < 0 ? text.length : close)
    if (!isFinal && !isQuoted && end === text.length) { isLastWord = true; return }
    if (field === undefined) {
      if (searchedFreely.has(of)) return fail('FREE_TEXT_ALLOWED_ONCE_PER_OBJ', at, end)
      searchedFreely.add(of)
    } else {
      const known = fieldOf(of, field)
      if (!known) return fail('CANT_GET_CONDITION_FIELD_AC', at, end)
      if (!isValueOf(known, body)) return fail('INVALID_CONDITION_VALUE', at, end)
    }
    take('value', end, body)
  }

  const takeOperator = (known: readonly Operator[], code: SearchErrorCode) => {
    const operator = operators.find((candidate) => known.includes(candidate) && starts(candidate))
    if (operator) return take('operator', at + operator.length)
    if (!isFinal && at === text.length - 1 && text.charAt(at) === '!') { isLastWord = true; return }
    fail(code, at, wordEnd(at))
  }

  /** beginning of a condition, or what may stand in its place */
  const takePhrase = () => {
    const end = nameEnd()
    const name = text.slice(at, end)
    const isBounded = end < text.length && (blank.test(text.charAt(end)) || '=!<>'.includes(text.charAt(end)))
    if (!isFinal && end === text.length && end > at) { isLastWord = true; return }
    const mayEnd = state === 'colon' || state === 'value'
    const keyword = [...(mayEnd ? (['sortby', 'page'] as const) : []), ...(state === 'value' ? (['and', 'or'] as const) : [])].find(starts)
    if (keyword) return take(keyword, at + keyword.length)
    const related = searchObjects[object].relations.find(starts)
    if (isBounded && !related && fieldOf(object, name)) return take('field', end)
    if (related) {
      const singularEnd = at + related.length
      return take('relation', text.charAt(singularEnd).toLowerCase() === 's' ? singularEnd + 1 : singularEnd, related)
    }
    takeValue(badPhrase[state] ?? 'INVALID_CONDITION_VALUE', undefined, object)
  }

  const step = () => {
    const end = wordEnd(at)
    const word = text.slice(at, end).toLowerCase()
    switch (state) {
      case 'colon':
      case 'value':
      case 'and':
      case 'or':
        return takePhrase()
      case 'relation':
        if (text.charAt(at) === '.') return take('dot', at + 1)
        return takeOperator(['=', '!='], 'INVALID_POST_CROSS_REF_OBJ')
      case 'dot': {
        const of = relation(2)
        const fieldEnd = nameEnd()
        if (!isFinal && fieldEnd === text.length) { isLastWord = true; return }
        if (!of) return fail('CANT_GET_CONDITION_FIELD_AC', at, end)
        if (!fieldOf(of, text.slice(at, fieldEnd))) return fail('INVALID_CONDITION_FILED', at, Math.max(fieldEnd, at + 1))
        return take('field', fieldEnd)
      }
      case 'field': {
        const known = fieldOf(relation(3) ?? object, tokens.at(-1)?.text ?? '')?.operators ?? []
        return known.length === 0 ? fail('CONDITION_CANT_CREATE_RRELATIONS_AC', at, end) : takeOperator(known, 'INVALID_CONDITION_RELATION')
      }
      case 'operator': {
        const before = tokens.at(-2)
        if (before?.kind === 'field') return takeValue('INVALID_CONDITION_VALUE', before.text, relation(4) ?? object)
        return takeValue('INVALID_CONDITION_VALUE', undefined, relation(2) ?? object)
      }
      case 'number':
        return fail('NOTHING_COMES_AFTER_PAGE_VALUE', at, text.length)
      case 'page': {
        const digits = /^[0-9]*/.exec(text.slice(at))?.[0].length ?? 0
        if (Number(text.slice(at, at + digits)) < 1) return fail('INVALID_CHARECTER', at, end)
        return take('number', at + digits)
      }
      case 'direction':
        if (starts('page')) return take('page', at + 'page'.length)
        break
      case 'sortby':
        if (fieldOf(object, word) && (isFinal || end < text.length)) return take('sortField', end)
        break
      case 'sortField':
        if ((word === 'asc' || word === 'desc') && (isFinal || end < text.length)) return take('direction', end)
        break
    }
    if (!isFinal && end === text.length) { isLastWord = true; return }
    fail(state === 'sortby' ? 'INVALID_SORT_FIELD' : state === 'sortField' ? 'INVALID_SORT_DIRECTION' : 'INVALID_PAGE_FEILD', at, end)
  }

  for (;;) {
    while (at < text.length && blank.test(text.charAt(at))) at++
    if (at >= text.length || found.error || isLastWord) break
    step()
  }
  const lacking = unfinished[state]
  if (isFinal && !found.error && lacking) fail(lacking, at, at)

  const forbidden = text.search(/[';]/)
  if (forbidden >= 0 && (!found.error || found.error.end >= forbidden)) {
    fail('INVALID_CHARECTER', forbidden, forbidden + 1)
  }
  return { tokens, state, rest: at, ...found }
}
