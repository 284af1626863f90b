/** How a condition's value meets a cell. Source: searchbackend, BaseConditionFieldAutoCompleter and SyntaxChecker.generateConditionStatment. */
import type { Operator } from '../../../src/domain/search/field.ts'
import { fieldOf, searchObjects, type SearchObjectName } from '../../../src/domain/search/objects.ts'
import type { Condition } from '../../../src/domain/search/parse.ts'
import { dayEndMs, isNullWord, readDate, readDay, readSpanSeconds } from '../../../src/domain/search/value.ts'
import { PlainFault } from '../call.ts'
import type { Cell, Context } from './context.ts'
import { withDescendants } from './tags.ts'

type Test = (cell: Cell) => boolean

export const freeTextFields = (object: SearchObjectName): readonly string[] =>
  Object.entries(searchObjects[object].fields).filter(([, { isFreeText }]) => isFreeText).map(([name]) => name)

/**
 * ILIKE of the engine: `*` and the database's own `%` stand for anything, all else for itself.
 * @param contains text without a field is looked for inside, so a wildcard is put on both ends
 */
export function textMatcher(pattern: string, caseSensitive: boolean, contains = false): (text: string) => boolean {
  const fold = (text: string) => (caseSensitive ? text : text.toLowerCase())
  const parts = fold(contains ? `*${pattern}*` : pattern).split(/[*%]+/)
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return (text) => fold(text) === first
  const middle = parts.slice(1, -1)
  const [inside] = middle
  if (first === '' && last === '' && middle.length === 1 && inside !== undefined) return (text) => fold(text).includes(inside)
  return (raw) => {
    const text = fold(raw)
    if (!text.startsWith(first)) return false
    let at = first.length
    for (const part of middle) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    return text.length - last.length >= at && text.endsWith(last)
  }
}

const asTexts = (cell: Cell): readonly string[] => {
  if (cell === null || cell === undefined || cell === '') return []
  return typeof cell === 'object' ? cell : [String(cell)]
}
const isNull = (cell: Cell): boolean => asTexts(cell).length === 0

function compared(operator: Operator, wanted: number, toNumber: (cell: Cell) => number | undefined): Test {
  const holds = comparisons[operator]
  return (cell) => {
    const value = toNumber(cell)
    return value !== undefined && holds(value, wanted)
  }
}
const comparisons: Readonly<Record<Operator, (value: number, wanted: number) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '<': (value, wanted) => value < wanted,
  '>': (value, wanted) => value > wanted,
  '<=': (value, wanted) => value <= wanted,
  '>=': (value, wanted) => value >= wanted,
}
const asNumber = (cell: Cell): number | undefined => (typeof cell === 'number' ? cell : undefined)

/** Text: `!=` also holds for what has no value. */
function textTest(operator: Operator, matches: (text: string) => boolean): Test {
  return operator === '!=' ? (cell) => !asTexts(cell).some(matches) : (cell) => asTexts(cell).some(matches)
}

/**
 * Test of one cell. `asked` is the field as the condition has it; undefined means text without a field, looked for inside `name`.
 */
export function matcherOf(object: SearchObjectName, asked: string | undefined, name: string, { operator, value }: Condition, context: Context): Test {
  const type = fieldOf(object, name)?.type ?? 'text'
  const { caseSensitive, nowMs } = context
  if (asked === undefined) return textTest(operator, textMatcher(value, caseSensitive, true))
  switch (type) {
    case 'text':
    case 'uuid':
    case 'version':
      if (isNullWord(value)) return operator === '!=' ? (cell) => !isNull(cell) : isNull
      if (name === 'tag') {
        const tags = withDescendants(context.world, textMatcher(value, caseSensitive))
        return textTest(operator, (text) => tags.has(text))
      }
      // applications are looked for inside the list whatever the operator
      if (object === 'vm' && name === 'apps') return textTest('=', textMatcher(value, caseSensitive, true))
      if (object === 'user' && name === 'usrname' && value.includes('@')) return textTest(operator, textMatcher(value, caseSensitive))
      if (object === 'user' && name === 'usrname') return textTest(operator, loginMatcher(value, caseSensitive))
      return textTest(operator, textMatcher(value, caseSensitive && type !== 'uuid'))
    case 'name':
      return textTest(operator, (text) => text === value)
    case 'choice':
      return choiceTest(object, name, operator, value.toLowerCase())
    case 'boolean':
      return (cell) => (cell === (value.toLowerCase() === 'true')) === (operator === '=') && typeof cell === 'boolean'
    case 'number':
    case 'decimal':
      return compared(operator, Number(value), asNumber)
    case 'span':
      return compared(operator, readSpanSeconds(value) ?? 0, asNumber)
    case 'plainDate':
      return compared(operator, readDate(value) ?? 0, asNumber)
    case 'date': {
      const startMs = readDay(value, nowMs)
      // today and yesterday have words of their own: their weekday names are no dates
      if (startMs === undefined) throw new PlainFault(400, 'Operation Failed', `[The search text is wrong at "${value}": INVALID_CONDITION_VALUE]`)
      if (operator !== '=') return compared(operator, startMs, asNumber)
      const dayMs = readDay('today', startMs) ?? startMs
      const endMs = dayEndMs(dayMs)
      return (cell) => typeof cell === 'number' && cell >= dayMs && cell < endMs
    }
  }
}

/** A log-in name without directory: the cell is `login@directory`. */
const loginMatcher = (value: string, caseSensitive: boolean): ((text: string) => boolean) => {
  const matches = textMatcher(value, caseSensitive)
  return (text) => matches(text.split('@')[0] ?? '')
}

function choiceTest(object: SearchObjectName, name: string, operator: Operator, value: string): Test {
  const words = fieldOf(object, name)?.values
  if (operator === '=' || operator === '!=') return (cell) => typeof cell === 'string' && (cell === value) === (operator === '=')
  return compared(operator, words?.indexOf(value) ?? -1, (cell) => (typeof cell === 'string' ? words?.indexOf(cell) : undefined))
}
