import { expect, test } from 'vitest'
import { parseSearch, type SearchQuery } from './parse.ts'
import { anyOf, condition, conjoin, dateValue, freeText, fromTyped, quoteValue, searchFor, tagFilter, withOrder, withPrefix } from './write.ts'

const queryOf = (text: string): SearchQuery => {
  const parsed = parseSearch('vm', text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.code}`)
  return parsed.query
}
/** Does a search hold when exactly these conditions hold? Conditions are named by their values. */
const holds = ({ groups }: SearchQuery, truths: ReadonlySet<string>) => groups.every((group) => group.some((alternative) => alternative.every(({ value }) => truths.has(value))))

test.each<[value: string, quoted: string]>([
  ['web01', 'web01'],
  ['web server', '"web server"'],
  ['', '""'],
  ["o'hara", 'o*hara'],
  ['say "hi"; now', '"say *hi** now"'],
  ['a=b', '"a=b"'],
  ['10.0.0.1', '10.0.0.1'],
  ['=cmd()', '"=cmd()"'],
  ['名前', '名前'],
])('%j is written as %j', (value, quoted) => {
  expect(quoteValue(value)).toBe(quoted)
  expect(queryOf(`name=${quoted}`).groups).toHaveLength(1)
})

test('conditions, lists and filters are searches of the language', () => {
  expect(condition('vm', 'uptime', '>', '1.00:00')).toBe('uptime>1.00:00')
  expect(condition('vm', 'quota', '!=', null)).toBe('quota!=null')
  expect(condition('vm', 'host.name', '=', 'node 1')).toBe('host.name="node 1"')
  expect(anyOf('vm', 'status', ['up', 'paused'])).toBe('status=up or status=paused')
  expect(anyOf('vm', 'id', [])).toBe('')
  expect(tagFilter(['blue team', 'red'])).toBe('tag="blue team" or tag=red')
  expect(freeText('name or "host"')).toBe('"name or *host*"')
  expect(searchFor('vm', { cluster: 'Default', has_illegal_images: true })).toBe('cluster=Default and has_illegal_images=true')
  expect(searchFor('vm', { cluster: 'Default', status: ['up', 'down'] })).toBe('cluster=Default and status=up or cluster=Default and status=down')
  expect(searchFor('vm', {})).toBe('')
  expect(withOrder('name=a', { field: 'name', direction: 'desc' }, 2)).toBe('name=a sortby name desc page 2')
  expect(withOrder('', undefined, 1)).toBe('page 1')
  expect(withPrefix('vm', 'status=up')).toBe('Vms: status=up')
  expect(dateValue(new Date(2026, 2, 5).getTime())).toBe('2026-03-05')
  expect(dateValue(new Date(2026, 2, 5, 4, 3, 2).getTime())).toBe('2026-03-05 04:03:02')
})

test.each<[typed: string, text: string]>([
  [' web ', 'web'],
  ['web server', '"web server"'],
  ['hostile', '"hostile"'],
  ["o'hara", '"o*hara"'],
  ['status=upp', 'status=upp'],
  ['name=a b c', 'name=a b c'],
  ['web sortby colour', 'web sortby colour'],
  ['page two', 'page two'],
  ['', ''],
])('typed %j is searched as %j', (typed, text) => {
  expect(fromTyped('vm', typed)).toBe(text)
})

test.each<[texts: readonly (string | undefined)[], joined: string]>([
  [[], ''],
  [[undefined, ' ', 'status=up '], 'status=up'],
  [['status=up', 'name=a'], 'status=up and name=a'],
  [['name=a or name=b', 'status=up'], 'name=a and status=up or name=b and status=up'],
  [['status=up', 'tag=a or tag=b'], 'status=up and tag=a or status=up and tag=b'],
  [['name=a or name=b', 'tag=c or tag=d'], 'name=a and tag=c or name=a and tag=d or name=b and tag=c or name=b and tag=d'],
  [['name=a name=b or name=c'], 'name=a name=b or name=c'],
  [['web', 'status=up'], '"web" and status=up'],
  // text without a field may be said once only, so groups stand side by side
  [['web', 'tag=a or tag=b'], '"web" tag=a or tag=b'],
  [['status=up sortby name desc', 'name=a'], 'status=up and name=a sortby name desc'],
  [['status=up', 'name=a sortby cpu_usage asc page 3'], 'status=up and name=a sortby cpu_usage asc page 3'],
  [['hosts.name=n1 or host.name=n2', 'status=up'], 'host.name=n1 and status=up or host.name=n2 and status=up'],
  // what cannot be read is left to the engine to refuse
  [['status=upp', 'name=a'], 'status=upp and name=a'],
])('%j join to %j', (texts, joined) => {
  expect(conjoin('vm', ...texts)).toBe(joined)
})

test.each([
  ['name=a or name=b', 'name=c'],
  ['name=a or name=b and name=c', 'name=d or name=e'],
  ['name=a name=b or name=c', 'name=d or name=e'],
  ['a or name=b', 'name=c or name=d'],
  ['name=a or name=b', 'name=c or name=d', 'name=e or name=f'],
])('a join holds exactly where all its parts hold: %j and %j', (...texts) => {
  const joined = queryOf(conjoin('vm', ...texts))
  const parts = texts.map(queryOf)
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  for (let bits = 0; bits < 64; bits++) {
    const truths = new Set(names.filter((_, index) => bits & (1 << index)))
    expect(holds(joined, truths)).toBe(parts.every((part) => holds(part, truths)))
  }
})

test('a hundred ids restricted to a cluster stay one readable search', () => {
  const ids = Array.from({ length: 100 }, (_, index) => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`)
  const query = queryOf(conjoin('vm', anyOf('vm', 'id', ids), 'cluster=Default or cluster=Other'))
  expect(query.groups.flat().length).toBeGreaterThan(100)
})

test('the field origin, which begins like a connector, stays readable beside text', () => {
  const joined = conjoin('event', 'boom', 'origin=a or severity=error')
  const parsed = parseSearch('event', joined)
  expect(parsed.ok && parsed.query.groups.map((group) => group.map((alternative) => alternative.map(({ value }) => value)))).toEqual([[['boom']], [['error'], ['a']]])
})
