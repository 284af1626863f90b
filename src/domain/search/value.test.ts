import { expect, test } from 'vitest'
import { dayEndMs, dayStartMs, isNullWord, readDate, readDay, readSpanSeconds, weekdayWords } from './value.ts'

const at = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) => new Date(year, month - 1, day, hour, minute, second).getTime()
/** a Wednesday */
const noon = at(2026, 3, 4, 12)

test.each<[text: string, ms: number | undefined]>([
  ['2026-03-05', at(2026, 3, 5)],
  ['2026-03-05 14:30', at(2026, 3, 5, 14, 30)],
  ['2026-03-05T14:30:09', at(2026, 3, 5, 14, 30, 9)],
  ['3/5/26', at(2026, 3, 5)],
  ['3/5/2026 4:05', at(2026, 3, 5, 4, 5)],
  ['Mar 5 2026', at(2026, 3, 5)],
  ['2026-02-30', undefined],
  ['13/1/26', undefined],
  ['tomorrow', undefined],
  ['5', undefined],
  ['', undefined],
])('%j is the moment %j', (text, ms) => {
  expect(readDate(text)).toBe(ms)
})

test.each<[word: string, ms: number | undefined]>([
  ['today', at(2026, 3, 4)],
  ['Yesterday', at(2026, 3, 3)],
  ['monday', at(2026, 3, 2)],
  ['Thursday', at(2026, 2, 26)],
  ['wednesday', at(2026, 2, 25)],
  ['3/1/26', at(2026, 3, 1)],
  // the day before today has a word of its own
  ['tuesday', undefined],
])('%s begins at %j', (word, ms) => {
  expect(readDay(word, noon)).toBe(ms)
})

test('weekday words go back from the second day, and a day ends where the next begins', () => {
  expect(weekdayWords(noon)).toEqual(['monday', 'sunday', 'saturday', 'friday', 'thursday', 'wednesday'])
  for (let back = 0; back < 400; back++) expect(dayEndMs(dayStartMs(noon, back + 1))).toBe(dayStartMs(noon, back))
})

test.each<[text: string, seconds: number | undefined]>([
  ['1', 86_400], ['2.03:00', 183_600], ['0:05', 300], ['1:02:03', 3723], ['1.00:00:01', 86_401], ['1.5', undefined], ['soon', undefined], ['', undefined],
])('the span %j is %j seconds', (text, seconds) => {
  expect(readSpanSeconds(text)).toBe(seconds)
})

test('only nothing and the word null mean no value', () => {
  expect(['', 'null', 'NULL', ' ', 'nil'].map(isNullWord)).toEqual([true, true, true, false, false])
})
