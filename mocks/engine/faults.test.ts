import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorCodes, eventTypes, otherCodes } from './facts.generated.ts'
import { preferredLanguage, statusOf, textOf } from './faults.ts'
import { faultTexts as english } from './faultTexts.en.ts'
import { faultTexts as chinese } from './faultTexts.zh.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/[.](?:test|generated)[.]ts$|Texts[.]/.test(name))
const written = sources.flatMap((name) => [...readFileSync(`${import.meta.dirname}/${name}`, 'utf8').matchAll(/(?:refuse\(|code: )'([A-Z][A-Z0-9_]+)'/g)].map(([, code = '']) => [name, code] as const))

test('the search for codes in the sources finds them', () => {
  expect(written.length).toBeGreaterThan(50)
})
test.each(written)('%s refuses with %s, which has a sentence in both languages', (_name, code) => {
  expect(english[code]).toBeDefined()
  expect(chinese[code]).toBeDefined()
})
test('both languages know the same codes with the same placeholders', () => {
  const placeholders = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
  expect(Object.keys(chinese)).toEqual(Object.keys(english))
  for (const [code, text] of Object.entries(english)) expect([code, placeholders(chinese[code])]).toEqual([code, placeholders(text)])
})
test('no sentence is one of an unknown code', () => {
  const conflicts = new Set(otherCodes.flatMap(([, codes]) => codes))
  const badParameters = (code: string) => !(code in errorCodes) && !conflicts.has(code)
  // Codes of bad parameters need no list of their own: 400 is what every other code answers.
  expect(Object.keys(english).filter((code) => code in eventTypes)).toEqual([])
  expect(statusOf([{ code: Object.keys(english).find(badParameters) ?? '' }])).toBe(400)
})

test.each<[readonly string[], number]>([
  [['ACTION_TYPE_FAILED_NAME_ALREADY_USED'], 409],
  [['USER_NOT_AUTHORIZED_TO_PERFORM_ACTION'], 403],
  [['ACTION_TYPE_FAILED_NAME_ALREADY_USED', 'ACTION_TYPE_FAILED_NAME_MAY_NOT_BE_EMPTY'], 400],
  [['USER_NOT_AUTHORIZED_TO_PERFORM_ACTION', 'ACTION_TYPE_FAILED_NAME_ALREADY_USED'], 409],
  [['SCHEDULING_ALL_HOSTS_FILTERED_OUT', 'VAR__DETAIL__CPU_OVERLOADED'], statusOf([{ code: 'SCHEDULING_ALL_HOSTS_FILTERED_OUT' }])],
  [['TAGS_SPECIFIED_TAG_CANNOT_BE_THE_PARENT_OF_ITSELF'], 409],
])('%s answer %i', (codes, status) => {
  expect(statusOf(codes.map((code) => ({ code })))).toBe(status)
})
test('an unknown code says its meaning, or its name', () => {
  expect(textOf({ code: 'ACTION_TYPE_FAILED_CHECKPOINT_INVALID' }, 'en')).toContain('checkpoint is invalid')
  expect(textOf({ code: 'NOBODY_KNOWS_THIS' }, 'zh-CN')).toContain('NOBODY_KNOWS_THIS')
})
test.each([[null, 'en'], ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'], ['en-US,en;q=0.5', 'en'], ['fr, zh;q=0.3, en;q=0.7', 'en'], ['de', 'en']])('Accept-Language %s is answered in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})
