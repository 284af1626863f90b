import { beforeEach, describe, expect, test } from 'vitest'
import { changeLanguage, defineCatalogue, loadCatalogues, sentences, startI18n } from './catalogue.ts'
import type { WordsModule } from './catalogue.ts'
import { toFormatLocale, toLanguage } from './language.ts'
import { textNow } from './text.ts'

beforeEach(async () => startI18n('en'))

const counted = (words: Record<string, string>): { source: () => Promise<WordsModule>; reads: () => number } => {
  let reads = 0
  return { source: async () => { reads += 1; return { words } }, reads: () => reads }
}

describe('a lazy catalogue', () => {
  test('is read once, when its page asks for it', async () => {
    const english = counted({ 'test.lazy': 'lazy' })
    const chinese = counted({ 'test.lazy': '懒' })
    const catalogue = defineCatalogue({ en: english.source, zh: chinese.source })
    expect(textNow().textOr('test.lazy', 'absent')).toBe('absent')
    await catalogue.load()
    await catalogue.load()
    expect(textNow().textOr('test.lazy', 'absent')).toBe('lazy')
    expect(english.reads()).toBe(1)
    expect(chinese.reads()).toBe(0)
  })

  test('follows a change of language before the page redraws', async () => {
    const chinese = counted({ 'test.follow': '跟随' })
    const catalogue = defineCatalogue({ en: counted({ 'test.follow': 'follow' }).source, zh: chinese.source })
    await catalogue.load()
    await changeLanguage('zh-CN')
    expect(textNow().textOr('test.follow', 'absent')).toBe('跟随')
    expect(textNow().t('button.cancel')).toBe('取消')
    expect(chinese.reads()).toBe(1)
  })

  test('that nobody asked for is not read by a change of language', async () => {
    const chinese = counted({})
    defineCatalogue({ en: counted({}).source, zh: chinese.source })
    await changeLanguage('zh-CN')
    expect(chinese.reads()).toBe(0)
  })

  test('is asked for again after a failed download', async () => {
    let broken = true
    const catalogue = defineCatalogue({
      en: async () => {
        if (broken) throw new Error('offline')
        return { words: { 'test.retry': 'here' } }
      },
      zh: counted({}).source,
    })
    await expect(catalogue.load()).rejects.toThrow('offline')
    broken = false
    await loadCatalogues()
    expect(textNow().textOr('test.retry', 'absent')).toBe('here')
  })
})

describe('sentences', () => {
  test('choose the form of a count', () => {
    sentences.add('en', { 'test.rows_one': '{{count}} row', 'test.rows_other': '{{count}} rows' })
    expect(textNow().textOr('test.rows', '', { count: 1 })).toBe('1 row')
    expect(textNow().textOr('test.rows', '', { count: 2 })).toBe('2 rows')
    expect(textNow().textOr('test.rows', 'absent')).toBe('absent')
  })

  test.each(['$t(button.cancel)', '{{time}}', '<img src=x onerror=alert(1)>', 'a, b; c: d'])('leave the hostile name %s as it is', (name) => {
    expect(textNow().t('time.since', { time: name })).toBe(`since ${name}`)
  })
})

describe('the language of a visitor', () => {
  test.each([
    [['zh-TW', 'en'], 'zh-CN'],
    [['de-DE', 'zh'], 'zh-CN'],
    [['de-DE', 'fr'], 'en'],
    [['en-GB', 'zh-CN'], 'en'],
    [[], 'en'],
  ])('%j is served in %s', (wishes, language) => expect(toLanguage(wishes)).toBe(language))

  test('dates follow the browser’s variant of the language', () => {
    expect(toFormatLocale('en', ['zh-CN', 'en-GB'])).toBe('en-GB')
    expect(toFormatLocale('zh-CN', ['en-GB'])).toBe('zh-CN')
  })
})
