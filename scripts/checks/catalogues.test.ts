import { describe, expect, test } from 'vitest'
import { comparePair, findDuplicates, findLatin, findUnused, findUses, judgeStyle } from './catalogues.ts'

const pair = (en: Record<string, string>, zh: Record<string, string>) => ({ name: 'words', en, zh })

test('two complete languages have no differences', () => {
  expect(comparePair(pair({ a: 'A {{x}}', 'n_one': '{{count}} disk', 'n_other': '{{count}} disks' }, { a: '甲{{x}}', 'n_other': '{{count}}个磁盘' }))).toEqual([])
})

test.each([
  ['a key that Chinese lacks', { a: 'A' }, {}, 'missing in Chinese'],
  ['a key that English lacks', {}, { a: '甲' }, 'missing in English'],
  ['an empty text', { a: 'A' }, { a: ' ' }, 'empty in Chinese'],
  ['a lost placeholder', { a: '{{x}} of {{y}}' }, { a: '{{x}}' }, 'other placeholders'],
  ['a singular without plural', { a_one: 'one' }, {}, 'has no plural'],
])('%s is found', (_name, en: Record<string, string>, zh: Record<string, string>, problem) => {
  expect(comparePair(pair(en, zh))).toEqual([expect.stringContaining(problem)])
})

test('a key with two homes is found', () => {
  expect(findDuplicates([{ name: 'a', en: { k: '1' }, zh: {} }, { name: 'b', en: { k: '2' }, zh: {} }])).toEqual(['"k" is defined in a and b'])
})

test.each([
  ['Try again!', '重试', 'exclamation'],
  ['Please wait', '等待', 'please'],
  ['Wait', '等待！', 'exclamation'],
  ['Choose', '请选择主机', 'please'],
  ['Clone VM', '克隆 VM', 'typed space'],
  ['{{n}} hosts', '{{n}} 台主机', 'typed space'],
  ['Yes, no', '是,否', 'half-width'],
  ['Done.', '完成.', 'half-width'],
])('the style of "%s" / "%s" is refused', (en, zh, problem) => {
  expect(judgeStyle(pair({ k: en }, { k: zh }))).toEqual([expect.stringContaining(problem)])
})

test('natural texts pass the style', () => {
  expect(judgeStyle(pair({ a: 'Ask {{user}}', b: 'Requested' }, { a: '申请（{{user}}）', b: '请求，请管理员授予' }))).toEqual([])
})

test('Latin words count outside placeholders only, and from four letters on', () => {
  expect(findLatin(pair({}, { a: '启动{{hostName}}的VM，CPU', b: 'oVirt门户' }), { oVirt: '' })).toEqual([])
  expect(findLatin(pair({}, { a: '启动host' }), {})).toEqual([expect.stringContaining('"host"')])
})

describe('a key is used', () => {
  const keys = { 'vm.run': '', 'vm.run.help': '', 'row.count_one': '', 'row.count_other': '', 'vm.status.up': '', 'vm.orphan': '', 'host.orphan.help': '' }
  const unused = (...texts: string[]) => findUnused([pair(keys, {})], findUses(texts)).map((line) => /"(.*)"/.exec(line)?.[1])
  test.each([
    ['as a literal', "t('vm.run')", ['vm.run']],
    ['by its stem, when it has plurals', 't("row.count", { count })', ['row.count_one', 'row.count_other']],
    ['by a template with a constant beginning', 't(`vm.status.${status}`)', ['vm.status.up']],
    ['by a template that begins with a key used elsewhere', "id: 'vm.run' … t(`${id}.help`)", ['vm.run', 'vm.run.help']],
    ['by a plain template', 't(`vm.run`)', ['vm.run']],
  ])('%s', (_name, text, used) => {
    expect(unused(text)).toEqual(Object.keys(keys).filter((key) => !used.includes(key)))
  })
  test('but not by a template without any constant part', () => {
    expect(unused('t(`${id}`)')).toEqual(Object.keys(keys))
  })
})
