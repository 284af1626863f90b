import { currentLanguage, sentences } from './catalogue.ts'
import { toFormatLocale } from './language.ts'
import type { Language } from './language.ts'
import { useText } from './text.ts'

/** A moment: milliseconds since 1970, or a Date. */
export type Moment = number | Date

/** Values as people read them, in the language of the page. Every function answers '' for undefined, so cells need no guards. */
export interface Format {
  readonly number: (value: number | undefined) => string
  /** KiB and MiB below one GiB, then GiB (one decimal under 10), TiB from 10 TiB up */
  readonly bytes: (bytes: number | undefined) => string
  /** bits per second, decimal units as on network cards */
  readonly bitsPerSecond: (value: number | undefined) => string
  /** `value` from 0 to 100, no decimals */
  readonly percent: (value: number | undefined) => string
  /** the two largest units that are not zero */
  readonly duration: (seconds: number | undefined) => string
  /** "5 minutes ago"; `now` in milliseconds */
  readonly relative: (moment: Moment | undefined, now?: number) => string
  /** local date and time with seconds */
  readonly dateTime: (moment: Moment | undefined) => string
  readonly date: (moment: Moment | undefined) => string
  /** local time with seconds, for today */
  readonly time: (moment: Moment | undefined) => string
  /** "a, b and c" */
  readonly list: (names: readonly string[]) => string
  /** "100+" when more may exist than were read */
  readonly count: (value: number, more: boolean) => string
  /** name order of people: vm2 before vm10 */
  readonly compare: (left: string, right: string) => number
}

const kibi = 1024
const mebi = kibi ** 2
const gibi = kibi ** 3
const tebi = kibi ** 4

/** Largest first: from this size on, in this unit, with this many decimals under the given value. */
const byteUnits = [
  { from: 10 * tebi, size: tebi, key: 'unit.tib', decimalUnder: 100 },
  { from: gibi, size: gibi, key: 'unit.gib', decimalUnder: 10 },
  { from: mebi, size: mebi, key: 'unit.mib', decimalUnder: 0 },
  { from: kibi, size: kibi, key: 'unit.kib', decimalUnder: 0 },
] as const

const bitUnits = [
  { size: 1e9, key: 'unit.gbps' },
  { size: 1e6, key: 'unit.mbps' },
  { size: 1e3, key: 'unit.kbps' },
] as const

const durationUnits = [
  { seconds: 86_400, key: 'unit.days' },
  { seconds: 3_600, key: 'unit.hours' },
  { seconds: 60, key: 'unit.minutes' },
  { seconds: 1, key: 'unit.seconds' },
] as const

const relativeUnits = [
  { seconds: 31_536_000, unit: 'year' },
  { seconds: 2_592_000, unit: 'month' },
  { seconds: 86_400, unit: 'day' },
  { seconds: 3_600, unit: 'hour' },
  { seconds: 60, unit: 'minute' },
] as const

/** Formatters of one language. `locale` decides separators and the order in dates; the units are words of the catalogue. */
export const createFormat = (language: Language, locale: string): Format => {
  const say = (key: string, params: Record<string, string | number>): string => sentences.find(language, key, params) ?? key
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const plain = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const dateTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })

  const bytes = (value: number): string => {
    const unit = byteUnits.find(({ from }) => Math.abs(value) >= from)
    if (!unit) return say('unit.byte', { value: whole.format(value) })
    const amount = value / unit.size
    return say(unit.key, { value: (Math.abs(amount) < unit.decimalUnder ? tenth : whole).format(amount) })
  }
  const bitsPerSecond = (value: number): string => {
    const unit = bitUnits.find(({ size }) => Math.abs(value) >= size)
    return unit ? say(unit.key, { value: tenth.format(value / unit.size) }) : say('unit.bps', { value: whole.format(value) })
  }
  const duration = (value: number): string => {
    let left = Math.max(0, Math.round(value))
    const parts = durationUnits.map(({ seconds, key }) => {
      const amount = Math.floor(left / seconds)
      left -= amount * seconds
      return { amount, key }
    })
    const first = parts.findIndex(({ amount }) => amount > 0)
    const shown = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(({ amount }) => amount > 0)
    const [larger = '', smaller] = shown.map(({ amount, key }) => say(key, { value: whole.format(amount) }))
    return smaller === undefined ? larger : say('unit.pair', { first: larger, second: smaller })
  }
  const relative = (moment: Moment, now: number): string => {
    const seconds = (toMilliseconds(moment) - now) / 1000
    const unit = relativeUnits.find((candidate) => Math.abs(seconds) >= candidate.seconds)
    return unit ? relatives.format(Math.trunc(seconds / unit.seconds), unit.unit) : say('time.justNow', {})
  }

  const known = <T>(format: (value: T) => string) => (value: T | undefined): string => (value === undefined ? '' : format(value))
  return {
    number: known((value) => plain.format(value)),
    bytes: known(bytes),
    bitsPerSecond: known(bitsPerSecond),
    percent: known((value) => percents.format(value / 100)),
    duration: known(duration),
    relative: (moment, now) => (moment === undefined ? '' : relative(moment, now ?? Date.now())),
    dateTime: known((moment) => dateTimes.format(moment)),
    date: known((moment) => dates.format(moment)),
    time: known((moment) => times.format(moment)),
    list: (members) => lists.format(members),
    count: (value, more) => (more ? say('count.orMore', { value: plain.format(value) }) : plain.format(value)),
    compare: (left, right) => names.compare(left, right),
  }
}

const toMilliseconds = (moment: Moment): number => (typeof moment === 'number' ? moment : moment.getTime())

const made = new Map<Language, Format>()
const formatOf = (language: Language): Format => {
  const known = made.get(language)
  if (known) return known
  const format = createFormat(language, toFormatLocale(language, navigator.languages))
  made.set(language, format)
  return format
}

/** Formatters of the page's language; a new object after a language change. */
export const useFormat = (): Format => formatOf(useText().language)

/** The same outside of components, read at the moment of use. */
export const formatNow = (): Format => formatOf(currentLanguage())
