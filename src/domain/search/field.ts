/** Operators of the search language, longest first: the parser takes the longest that the field knows. */
export const operators = ['!=', '<=', '>=', '=', '<', '>'] as const
export type Operator = (typeof operators)[number]

/**
 * How a value is read and compared. `date` knows today, yesterday and weekdays, `plainDate` takes a date text only;
 * `number` is whole, `decimal` is not; `name` is a word list that only the engine knows (operating systems).
 */
export type FieldType = 'text' | 'name' | 'choice' | 'number' | 'decimal' | 'boolean' | 'date' | 'plainDate' | 'span' | 'uuid' | 'version'

/** One field of an object as the engine's condition completers declare it (searchbackend, *ConditionFieldAutoCompleter). */
export interface SearchField {
  readonly type: FieldType
  readonly operators: readonly Operator[]
  /** part of a search for text without a field */
  readonly isFreeText: boolean
  /** offered while typing; the others are accepted only */
  readonly isSuggested: boolean
  /** words of a `choice`, in the engine's order (severities compare by it); what else is offered for other types */
  readonly values?: readonly string[]
}

export interface SearchObject {
  /** names accepted before the colon, singular first; none for objects reached only as a relation */
  readonly prefixes: readonly string[]
  /** related objects by singular name */
  readonly relations: readonly string[]
  /** the words offered for them */
  readonly relationWords: readonly string[]
  /** order when nothing else is asked, and second key otherwise: field (or column where no field shows it) and direction */
  readonly defaultSort: readonly (readonly [column: string, direction: 'asc' | 'desc'])[]
  readonly fields: Readonly<Record<string, SearchField>>
}

const equality = ['=', '!='] as const
const every = ['<', '>', '<=', '>=', '=', '!='] as const

const shown = (type: FieldType, known: readonly Operator[], isFreeText = false): SearchField => ({ type, operators: known, isFreeText, isSuggested: true })

export const text = shown('text', equality, true)
/** text that a search without a field leaves out */
export const otherText = shown('text', equality)
export const hiddenText: SearchField = { ...text, isSuggested: false }
/** accepted as a name but without any operator, so every use fails */
export const unusableText: SearchField = { ...hiddenText, operators: [] }
export const osName = shown('name', equality)
/** quota names; the words stand for "no quota" */
export const quotaName: SearchField = { ...text, values: ['', 'null'] }
export const number = shown('number', every)
export const exactNumber = shown('number', equality)
export const size = shown('number', ['<', '>'])
export const decimal = shown('decimal', every)
export const exactDecimal = shown('decimal', equality)
export const version = shown('version', equality)
export const uuid = shown('uuid', equality)
export const hiddenUuid: SearchField = { ...uuid, isSuggested: false }
export const span = shown('span', ['<', '>'])
export const date: SearchField = { ...shown('date', ['>', '<', '=']), values: ['today', 'yesterday'] }
export const plainDate = shown('plainDate', ['<', '>'])
export const yesNo: SearchField = { ...shown('boolean', equality), values: ['true', 'false'] }
/** a boolean the engine neither completes nor checks */
export const bareYesNo = shown('boolean', equality)
export const oneOf = (...values: readonly string[]): SearchField => ({ ...shown('choice', equality), values })
/** words that also compare, the first being the smallest */
export const oneOfOrdered = (...values: readonly string[]): SearchField => ({ ...shown('choice', every), values })
/** word list the engine does not publish */
export const unlisted = shown('choice', equality)
export const architecture = oneOf('undefined', 'x86', 'ppc', 's390x', 'x86_64', 'ppc64', 'ppc64le', 'ppcle')
