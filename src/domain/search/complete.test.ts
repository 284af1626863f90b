import { expect, test } from 'vitest'
import { completeSearch, type CompletionFacts } from './complete.ts'
import type { SearchObjectName } from './objects.ts'

/** `|` is the caret */
const complete = (object: SearchObjectName, marked: string, facts?: CompletionFacts) => completeSearch(object, marked.replace('|', ''), marked.indexOf('|'), facts)
const labels = (object: SearchObjectName, marked: string, facts?: CompletionFacts) => complete(object, marked, facts).suggestions.map(({ label }) => label)
/** the texts that come out when each suggestion is taken */
const outcomes = (object: SearchObjectName, marked: string, facts?: CompletionFacts) => {
  const text = marked.replace('|', '')
  return complete(object, marked, facts).suggestions.map(({ text: own, replaces: { start, end } }) => text.slice(0, start) + own + text.slice(end))
}

test('an empty search offers fields and relations, never the order', () => {
  const offered = labels('vm', '|')
  expect(offered).toEqual(expect.arrayContaining(['name', 'status', 'cpu_usage', 'hosts', 'vnic']))
  expect(offered).not.toContain('sortby')
  expect(labels('vm', '|', { offersOrder: true })).toEqual(expect.arrayContaining(['sortby', 'page']))
})

test('hidden fields are never offered', () => {
  expect(labels('host', '|')).not.toContain('id')
  expect(labels('event', 'us|')).toEqual(['usrname', 'users'])
})

test.each<[object: SearchObjectName, marked: string, offered: readonly string[]]>([
  ['vm', 'sta|', ['status']],
  ['vm', 'STA|', ['status']],
  ['vm', 'status|', ['=', '!=']],
  ['vm', 'status |', ['=', '!=']],
  ['vm', 'memory |', ['=', '<', '>', '!=', '<=', '>=']],
  ['vm', 'uptime |', ['<', '>']],
  ['vm', 'status!|', ['!=']],
  ['vm', 'status=p|', ['poweringup', 'paused', 'poweringdown']],
  ['vm', 'status = po|', ['poweringup', 'poweringdown']],
  ['vm', 'next_run_config_exists=|', ['true', 'false']],
  ['vm', 'name=|', []],
  ['vm', 'name=we|', []],
  ['vm', 'hosts|', []],
  ['vm', 'host|', ['hosts']],
  ['vm', 'hosts |', ['.', '=', '!=']],
  ['vm', 'hosts.st|', ['status']],
  ['vm', 'hosts.status=main|', ['maintenance']],
  ['vm', 'hosts.status|', ['=', '!=']],
  ['vm', 'name=web a|', ['and', 'address', 'apps', 'architecture']],
  ['vm', 'name=web and ho|', ['hosts']],
  ['vm', 'status=up and status=d|', ['down']],
  ['host', 'status=u|', ['unassigned', 'up']],
  ['event', 'severity |', ['=', '<', '>', '!=', '<=', '>=']],
  ['event', 'severity>=w|', ['warning']],
  ['event', 'time=|', ['today', 'yesterday']],
  ['cluster', 'd|', ['description', 'datacenter']],
  ['vm', 'name=web sortby na|', []],
  ['vm', 'quota=n|', ['null']],
])('on %s, %j offers %j', (object, marked, offered) => {
  expect(labels(object, marked)).toEqual(offered)
})

test('with the order offered, sortby leads to fields, direction and page', () => {
  const facts = { offersOrder: true }
  expect(labels('vm', 'sortby cpu|', facts)).toEqual(['cpu_usage'])
  expect(labels('vm', 'sortby name |', facts)).toEqual(['asc', 'desc'])
  expect(labels('vm', 'sortby name d|', facts)).toEqual(['desc'])
  expect(labels('vm', 'sortby name desc |', facts)).toEqual(['page'])
  expect(labels('vm', 'sortby name desc page |', facts)).toEqual([])
})

test.each<[marked: string, outcome: readonly string[]]>([
  ['sta|', ['status']],
  ['status|', ['status=', 'status!=']],
  ['sta|tus', ['status']],
  ['status=p|oweringup and name=a', ['status=poweringup and name=a', 'status=paused and name=a', 'status=poweringdown and name=a']],
  ['name=web an|', ['name=web and']],
  ['name="web server"o|', ['name="web server" or', 'name="web server" on_host', 'name="web server" os']],
])('taking a suggestion in %j gives %j', (marked, expected) => {
  expect(outcomes('vm', marked)).toEqual(expected)
})

test('operating systems match anywhere in their name and are quoted', () => {
  const facts: CompletionFacts = { valuesOf: (object, field) => (object === 'vm' && field === 'os' ? ['Red Hat Enterprise Linux 9.x x64', 'Windows 11', 'Linux'] : undefined) }
  expect(outcomes('vm', 'os=Linux|', facts)).toEqual(['os="Red Hat Enterprise Linux 9.x x64"', 'os=Linux'])
  expect(labels('vm', 'os=linux|', facts)).toEqual([])
  expect(outcomes('vm', 'os="Win|', facts)).toEqual(['os="Windows 11"'])
})

test('weekdays of the past week are offered when the day is known', () => {
  const wednesday = new Date(2026, 2, 4, 12).getTime()
  expect(labels('event', 'time>|', { nowMs: wednesday })).toEqual(['today', 'yesterday', 'monday', 'sunday', 'saturday', 'friday', 'thursday', 'wednesday'])
})

test('a wrong beginning gives its error and no suggestion', () => {
  const { suggestions, error } = complete('vm', "status=upp and na|")
  expect([suggestions, error?.code, error?.start]).toEqual([[], 'INVALID_CONDITION_VALUE', 7])
})
