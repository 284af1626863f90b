import { beforeAll, describe, expect, test } from 'vitest'
import { changeLanguage, startI18n } from './catalogue.ts'
import { createFormat } from './format.ts'
import type { Format } from './format.ts'

const formats: { en: Format; zh: Format } = { en: createFormat('en', 'en-US'), zh: createFormat('zh-CN', 'zh-CN') }

beforeAll(async () => {
  await startI18n('en')
  await changeLanguage('zh-CN')
})

const gib = 1024 ** 3

describe('sizes', () => {
  test.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [4096, '4 KiB'],
    [512 * 1024 ** 2, '512 MiB'],
    [gib, '1 GiB'],
    [1.5 * gib, '1.5 GiB'],
    [9.94 * gib, '9.9 GiB'],
    [10.4 * gib, '10 GiB'],
    [9000 * gib, '9,000 GiB'],
    [10.5 * 1024 * gib, '10.5 TiB'],
  ])('%d bytes read as %s', (bytes, text) => expect(formats.en.bytes(bytes)).toBe(text))

  test('network speed counts in thousands', () => {
    expect(formats.en.bitsPerSecond(10_000_000_000)).toBe('10 Gbit/s')
    expect(formats.en.bitsPerSecond(2500)).toBe('2.5 kbit/s')
    expect(formats.en.bitsPerSecond(12)).toBe('12 bit/s')
  })
})

describe('durations', () => {
  test.each([
    [0, '0 s', '0秒'],
    [59, '59 s', '59秒'],
    [61, '1 min 1 s', '1分钟1秒'],
    [3 * 86_400 + 4 * 3_600 + 59, '3 d 4 h', '3天4小时'],
    [86_400 + 30, '1 d', '1天'],
  ])('%d seconds', (seconds, english, chinese) => {
    expect(formats.en.duration(seconds)).toBe(english)
    expect(formats.zh.duration(seconds)).toBe(chinese)
  })
})

describe('moments', () => {
  const now = Date.UTC(2026, 4, 1, 12)
  test.each([
    [20, 'just now', '刚刚'],
    [5 * 60, '5 minutes ago', '5分钟前'],
    [2 * 3_600, '2 hours ago', '2小时前'],
    [3 * 86_400, '3 days ago', '3天前'],
  ])('%d seconds back', (seconds, english, chinese) => {
    expect(formats.en.relative(now - seconds * 1000, now)).toBe(english)
    expect(formats.zh.relative(now - seconds * 1000, now)).toBe(chinese)
  })
  test('absolute time shows seconds', () => {
    expect(formats.en.dateTime(new Date(2026, 4, 1, 12, 34, 56))).toContain('12:34:56')
  })
})

test('numbers, shares and names follow the language', () => {
  expect(formats.en.percent(42.4)).toBe('42%')
  expect(formats.en.number(1234567)).toBe('1,234,567')
  expect(formats.en.count(100, true)).toBe('100+')
  expect(formats.en.list(['a', 'b', 'c'])).toBe('a, b, and c')
  expect(formats.zh.list(['a', 'b', 'c'])).toBe('a、b和c')
  expect(['vm10', 'vm2', 'VM1'].sort(formats.en.compare)).toEqual(['VM1', 'vm2', 'vm10'])
})

test('an absent value reads as nothing', () => {
  expect(formats.en.bytes(undefined)).toBe('')
  expect(formats.en.relative(undefined)).toBe('')
})
