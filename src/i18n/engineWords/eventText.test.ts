import { expect, test } from 'vitest'
import golden from '../../../mocks/golden/events.json' with { type: 'json' }
import { loadEventTemplates, toEventText } from './eventText.ts'
import { templates as english } from './events.en.ts'
import { templates as chinese } from './events.zh.ts'

/** Variables of the engine's messages that are names of objects an event refers to. Source: EventMapper.java. */
const references: Readonly<Record<string, string>> = {
  VmName: 'vm', VdsName: 'host', UserName: 'user', ClusterName: 'cluster', StoragePoolName: 'data_center', StorageDomainName: 'storage_domain', VmTemplateName: 'template',
}
/** Codes without variables that show the original: text of whoever sent them, or messages that say more than the list of variables. */
const leftOut = new Set([
  'EXTERNAL_EVENT_NORMAL', 'EXTERNAL_EVENT_WARNING', 'EXTERNAL_EVENT_ERROR', 'EXTERNAL_ALERT', 'UNASSIGNED', 'VM_CLEARED', 'VDS_HIGH_NETWORK_USE',
  'VDS_NETWORK_MTU_DIFFER_FROM_LOGICAL_NETWORK', 'PROVIDER_SYNCHRONIZED', 'MAC_ADDRESS_HAD_TO_BE_REALLOCATED', 'MAC_ADDRESS_COULDNT_BE_REALLOCATED',
  'MAC_ADDRESS_VIOLATES_NO_DUPLICATES_SETTING', 'VM_MIGRATION_ON_CONNECT_CHECK_SUCCEEDED', 'GLUSTER_VOLUME_SNAPSHOT_CONFIG_UPDATED',
  'GLUSTER_VOLUME_SNAPSHOT_CONFIG_UPDATE_FAILED', 'GLUSTER_GEO_REP_PUB_KEY_FETCH_FAILED', 'GLUSTER_GET_PUB_KEY', 'GLUSTER_VOLUME_RESET_BRICK_FAILED', 'GLUSTER_VOLUME_BRICK_RESETED',
])
const variables = new Map<string, readonly string[]>(Object.entries(golden.variables))
const facts = golden.events.map(([name, code]) => ({ name: String(name), code: Number(code), variables: variables.get(String(name)) ?? [] }))
const placesOf = (template: string | undefined) => [...new Set((template ?? '').match(/\{\w+\}/g) ?? [])].toSorted()

test('every event that tells only of its own objects has a sentence in both languages', () => {
  const expected = facts.filter(({ name, variables: own }) => !leftOut.has(name) && own.every((variable) => variable in references)).map(({ code }) => String(code))
  expect(Object.keys(english.byCode).toSorted()).toEqual(expected.toSorted())
  expect(Object.keys(chinese.byCode).toSorted()).toEqual(expected.toSorted())
})

test.each(facts.filter(({ code }) => code in english.byCode))('$name says every object of its message and no other', ({ code, variables: own }) => {
  const expected = [...new Set(own.map((variable) => `{${references[variable] ?? variable}}`))].toSorted()
  expect(placesOf(english.byCode[code])).toEqual(expected)
  expect(placesOf(chinese.byCode[code])).toEqual(expected)
})

test('Chinese sentences are punctuated in full width and set without blanks', () => {
  for (const sentence of Object.values(chinese.byCode)) expect(sentence).toMatch(/^[^\s,;:.!?]+。$/)
})

test('no two events of one language read alike', () => {
  for (const { byCode } of [english, chinese]) {
    const sentences = Object.values(byCode)
    const doubles = sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)
    expect(doubles).toEqual([])
  }
})

const started = { code: 153, description: 'VM web01 was started by admin@internal-authz (Host: node1).', refs: { vm: { id: '1', name: 'web01' }, user: { id: '2', name: 'admin' }, host: { id: '3', name: 'node1' } } }

test.each([
  ['en', 'VM web01 was started by admin on host node1.'],
  ['zh-CN', '虚拟机web01由admin在主机node1上启动。'],
] as const)('an event is told in %s', async (language, text) => {
  expect(toEventText(started, await loadEventTemplates(language))).toEqual({ text, original: false })
})

test('what has no sentence, lacks an object or is not loaded yet keeps its own words', () => {
  const original = { text: started.description, original: true }
  expect(toEventText({ ...started, code: 999_999 }, chinese)).toEqual(original)
  expect(toEventText({ ...started, refs: { vm: { id: '1', name: 'web01' } } }, chinese)).toEqual(original)
  expect(toEventText({ ...started, refs: { ...started.refs, host: { id: '3' } } }, chinese)).toEqual(original)
  expect(toEventText(started, undefined)).toEqual(original)
})

test('the engine acting by itself is called the system', () => {
  const byItself = { code: 150, description: 'VM web01 was requested to start by SYSTEM.', refs: { vm: { id: '1', name: 'web01' } } }
  expect(toEventText(byItself, english).text).toBe('The system requested to start VM web01.')
  expect(toEventText(byItself, chinese).text).toBe('系统请求启动虚拟机web01。')
})

test('names are never read as places', () => {
  const refs = { ...started.refs, vm: { id: '1', name: '{user}$&<img src=x>' } }
  expect(toEventText({ ...started, refs }, english).text).toBe('VM {user}$&<img src=x> was started by admin on host node1.')
})
