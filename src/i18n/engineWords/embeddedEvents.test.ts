import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import golden from '../../../mocks/golden/events.json' with { type: 'json' }
import type { EventRow } from '../../../mocks/engine/rows.ts'
import { live } from '../../../mocks/engine/lifecycle/randomLife.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { templates as english } from './events.en.ts'
import { templates as chinese } from './events.zh.ts'
import { toEventText } from './eventText.ts'

/** Variables of the engine's messages that are names of objects an event refers to. Source: EventMapper.java. */
const references = new Set(['VmName', 'VdsName', 'UserName', 'ClusterName', 'StoragePoolName', 'StorageDomainName', 'VmTemplateName'])
const variables = new Map<string, readonly string[]>(Object.entries(golden.variables))
const codes = new Map(golden.events.map(([name, code]) => [String(name), Number(code)]))

const mocks = new URL('../../../mocks/', import.meta.url)
/** Events whose names stand in the sources of the embedded engine: all that it can send. */
const sent = [...new Set(
  readdirSync(mocks, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:engine|worlds)\b.*[.]ts$/.test(file) && !/[.](?:test|generated)[.]ts$/.test(file))
    .flatMap((file) => readFileSync(new URL(file, mocks), 'utf8').match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g) ?? []),
)].filter((name) => codes.has(name))

test('every event of the embedded engine whose variables are references has a sentence in both languages', () => {
  const told = sent.filter((name) => variables.get(name)?.every((variable) => references.has(variable)))
  expect(told.length).toBeGreaterThan(60)
  for (const { byCode } of [english, chinese]) expect(told.filter((name) => byCode[codes.get(name) ?? 0] === undefined)).toEqual([])
})

/** Code and description of events whose sentence lacks an object that the event should have named. */
const incomplete = (events: Iterable<EventRow>): readonly string[] =>
  [...new Set([...events].filter((event) => event.code in english.byCode && (toEventText(event, english).original || toEventText(event, chinese).original)).map(({ code, description }) => `${code} ${description}`))]

test('the history of an inventory is told in both languages', () => {
  expect(incomplete(buildWorld({ state: 'datacenter' }).events.all())).toEqual([])
})

test('what happens in a random life is told in both languages', async () => {
  const { world } = await live(1, 100)
  expect(new Set([...world.events.all()].filter(({ code }) => code in english.byCode).map(({ code }) => code)).size).toBeGreaterThan(20)
  expect(incomplete(world.events.all())).toEqual([])
})
