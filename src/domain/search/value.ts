/** How the words behind an operator are read. Shared by the check while typing and by whoever evaluates a search. */
import type { SearchField } from './field.ts'

/** An empty value and the word null ask for "no value" (searchbackend, SyntaxChecker.generateConditionStatment). */
export const isNullWord = (value: string): boolean => value === '' || value.toLowerCase() === 'null'

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const dayMs = 24 * 3600 * 1000

/** Midnight, in the time zone of this process, of the day `daysBack` days before the one that holds `ms`. */
export function dayStartMs(ms: number, daysBack = 0): number {
  const day = new Date(ms)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBack).getTime()
}

/** The weekday names that stand for one day: the second to the seventh day back, nearest first. */
export const weekdayWords = (nowMs: number): readonly string[] =>
  [2, 3, 4, 5, 6, 7].map((back) => weekdays[new Date(dayStartMs(nowMs, back)).getDay()] ?? '')

const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const shortDate = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * A date text to epoch ms, in the time zone of this process: 2026-03-05, 3/5/26 (month first, as the engine's English locale
 * writes it), either with a time, or what Date reads with an explicit year. Nothing when it is no date.
 */
export function readDate(value: string): number | undefined {
  const part = (parts: RegExpExecArray, index: number) => Number(parts[index] ?? 0)
  const iso = isoDate.exec(value)
  const short = shortDate.exec(value)
  const found = iso ?? short
  if (found) {
    const [year, month, day] = iso ? [part(found, 1), part(found, 2), part(found, 3)] : [part(found, 3), part(found, 1), part(found, 2)]
    const at = new Date(year < 100 ? 2000 + year : year, month - 1, day, part(found, 4), part(found, 5), part(found, 6))
    return at.getMonth() === month - 1 && at.getDate() === day ? at.getTime() : undefined
  }
  const parsed = /\d{4}/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(parsed) ? undefined : parsed
}

/** A day word or a date text to the moment it begins; weekday names look back from `nowMs`. */
export function readDay(value: string, nowMs: number): number | undefined {
  const word = value.toLowerCase()
  if (word === 'today') return dayStartMs(nowMs)
  if (word === 'yesterday') return dayStartMs(nowMs, 1)
  const back = weekdayWords(nowMs).indexOf(word)
  return back < 0 ? readDate(value) : dayStartMs(nowMs, back + 2)
}

/** Length of the day that begins at `startMs`: 23 or 25 hours where clocks change. */
export const dayEndMs = (startMs: number): number => dayStartMs(dayStartMs(startMs) + 1.5 * dayMs)

const spanText = /^(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/

/** Time span `d.hh:mm:ss` (days and seconds may be left out; a number alone counts days) in seconds. */
export function readSpanSeconds(value: string): number | undefined {
  if (/^\d+$/.test(value)) return Number(value) * 86_400
  const parts = spanText.exec(value)
  if (!parts) return undefined
  const [days, hours, minutes, seconds] = [1, 2, 3, 4].map((index) => Number(parts[index] ?? 0))
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}

const uuidText = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** May this value stand behind this field? Unknown words, non-numbers and bad dates make a whole search invalid. */
export function isValueOf(field: SearchField, value: string): boolean {
  switch (field.type) {
    case 'text':
    case 'name':
      return true
    case 'choice':
      return !field.values || field.values.includes(value.toLowerCase())
    case 'boolean':
      return !field.values || field.values.includes(value.toLowerCase())
    case 'number':
      return /^[+-]?\d{1,18}$/.test(value)
    case 'decimal':
      return value.trim() !== '' && Number.isFinite(Number(value))
    case 'version':
      return isNullWord(value) || /^\d+(\.\d+)*$/.test(value)
    case 'uuid':
      return isNullWord(value) || uuidText.test(value)
    case 'span':
      return readSpanSeconds(value) !== undefined
    case 'plainDate':
      return readDate(value) !== undefined
    case 'date':
      // every weekday name is one of the seven days back or today, so the moment of asking does not matter
      return weekdays.includes(value.toLowerCase()) || readDay(value, 0) !== undefined
  }
}
