/**
 * Wire → native, as strict and as lenient as the engine: numbers or text for integers, enums in any case, dates as
 * milliseconds or ISO text; an unknown member, a bare list or an overflow is a syntax error. Source: api facts on input.
 */
import { PlainFault } from './call.ts'
import { typeNamed } from './encode.ts'
import { enums } from './schema.generated.ts'
import type { MemberSchema, MethodSchema } from './schema.generated.ts'

export type Native = Record<string, unknown>

const syntaxFault = (detail: string): never => { throw new PlainFault(400, 'Request syntactically incorrect.', detail) }

/** Decodes a body of a type of the model; throws PlainFault 400. */
export function decodeBody(type: string, value: unknown): Native {
  if (!isRecord(value)) return syntaxFault(`${type} must be an object`)
  const { members } = typeNamed(type)
  const native: Native = {}
  for (const [key, raw] of Object.entries(value)) {
    const member = Object.hasOwn(members, key) ? members[key] : undefined
    if (!member) return syntaxFault(`${type} has no member ${key}`)
    if (raw === null) continue
    native[key] = decodeMember(member, raw, `${type}.${key}`)
  }
  return native
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function decodeMember(member: MemberSchema, raw: unknown, where: string): unknown {
  if (member.list === undefined) return decodeOne(member.kind, raw, where)
  const items: unknown = member.list === '' ? raw : isRecord(raw) ? unwrap(raw, member.list, where) : undefined
  return Array.isArray(items) ? items.map((item: unknown) => decodeOne(member.kind, item, where)) : syntaxFault(`${where} must be a list of ${member.list}`)
}
function unwrap(wrapper: Record<string, unknown>, item: string, where: string): unknown {
  const strange = Object.keys(wrapper).find((key) => !['link', 'actions', 'size', 'total', 'active', item].includes(key))
  return strange === undefined ? wrapper[item] ?? [] : syntaxFault(`${where} has no member ${strange}`)
}

const ranges = { int: [-(2 ** 31), 2 ** 31 - 1], unsigned: [0, 2 ** 32 - 1], long: [-(2 ** 63), 2 ** 63] } as const

function decodeOne(kind: string, raw: unknown, where: string): unknown {
  if (kind === 'int' || kind === 'long' || kind === 'unsigned') return decodeInteger(raw, ranges[kind], where)
  if (kind === 'boolean') {
    if (raw === true || raw === 'true' || raw === '1' || raw === 1) return true
    if (raw === false || raw === 'false' || raw === '0' || raw === 0) return false
    return syntaxFault(`${where} must be true or false`)
  }
  if (kind === 'date') return decodeDate(raw, where)
  if (kind === 'double') {
    const number = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
    return typeof number === 'number' && Number.isFinite(number) ? number : syntaxFault(`${where} must be a number`)
  }
  if (kind === 'string') return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : syntaxFault(`${where} must be text`)
  if (kind.startsWith('enum ')) return decodeWord(kind.slice(5), raw, where)
  return decodeBody(kind, raw)
}

function decodeInteger(raw: unknown, [least, most]: readonly [number, number], where: string): number {
  if (raw === '') return 0
  if (typeof raw !== 'number' && !(typeof raw === 'string' && /^[+-]?\d+$/.test(raw.trim()))) return syntaxFault(`${where} must be an integer`)
  const number = Number(raw)
  return Number.isInteger(number) && number >= least && number <= most ? number : syntaxFault(`${where} is out of range`)
}
function decodeDate(raw: unknown, where: string): number {
  const time = typeof raw === 'number' ? raw : typeof raw === 'string' ? (/^-?\d+$/.test(raw) ? Number(raw) : Date.parse(raw)) : Number.NaN
  return Number.isFinite(time) ? time : syntaxFault(`${where} must be a date`)
}
function decodeWord(name: string, raw: unknown, where: string): string {
  const word = typeof raw === 'string' ? raw.toLowerCase() : ''
  return enums[name]?.includes(word) ? word : syntaxFault(`${where} must be one of ${enums[name]?.join(', ') ?? ''}`)
}

/** Throws the fault for the first missing group of inputs that the method demands. */
export function demandInputs(name: string, type: string, { mandatory = [], oneOf = [] }: MethodSchema, body: Native): void {
  const missing = (groups: readonly (readonly string[])[]) => groups.filter((group) => !group.some((path) => isGiven(body, path.split('.')))).map((group) => group.join('|'))
  const lacking = missing(mandatory)
  const alternatives = oneOf.map(missing)
  if (lacking.length === 0 && (alternatives.length === 0 || alternatives.some(({ length }) => length === 0))) return
  const wanted = [...lacking, ...(alternatives.some(({ length }) => length === 0) ? [] : alternatives[0] ?? [])]
  throw new PlainFault(400, 'Incomplete parameters', `${type} [${wanted.join(', ')}] required for ${name}`)
}

/** Is something given at the path? `ranges[].from` needs it in every element, and at least one element. */
function isGiven(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value !== undefined && value !== null && value !== ''
  if (!isRecord(value)) return false
  if (!step.endsWith('[]')) return isGiven(value[step], rest)
  const items = value[step.slice(0, -2)]
  return Array.isArray(items) && items.length > 0 && items.every((item: unknown) => isGiven(item, rest))
}
