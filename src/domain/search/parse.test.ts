import { expect, test } from 'vitest'
import golden from '../../../mocks/golden/search.json' with { type: 'json' }
import type { SearchObjectName } from './objects.ts'
import { parsePrefixed, parseSearch, type Condition, type ParsedSearch } from './parse.ts'

const queryOf = (parsed: ParsedSearch) => {
  if (!parsed.ok) throw new Error(`${parsed.error.code} at ${parsed.error.start}`)
  return parsed.query
}
const show = ({ relation, field, operator, value }: Condition) => `${relation ? `${relation}.` : ''}${field ?? '*'}${operator}${value}`
/** groups by " ; ", alternatives by " | ", conditions by " & " */
const shape = (text: string, object: SearchObjectName = 'vm') =>
  queryOf(parseSearch(object, text)).groups.map((group) => group.map((conditions) => conditions.map(show).join(' & ')).join(' | ')).join(' ; ')

test.each<[text: string, shape: string]>([
  ['', ''],
  ['   ', ''],
  ['name=web01', 'name=web01'],
  ['NAME = Web01', 'name=Web01'],
  ['name=web* status=up', 'name=web* ; status=up'],
  ['name=a and status=up', 'name=a & status=up'],
  ['name=a or name=b and status=up', 'name=a | name=b & status=up'],
  ['name=a and status=up or name=b', 'name=a & status=up | name=b'],
  // conditions side by side are joined after everything else was grouped
  ['name=a name=b or name=c', 'name=a ; name=b | name=c'],
  ['name=a or name=b status=up or status=down', 'name=a | name=b ; status=up | status=down'],
  ['name=a AND status=Up', 'name=a & status=Up'],
  ['web', '*=web'],
  ['"web server"', '*=web server'],
  ['web and status=up', '*=web & status=up'],
  ['and status=up', '*=and ; status=up'],
  ['name="web server" status=up', 'name=web server ; status=up'],
  ['name="a"status=up', 'name=a ; status=up'],
  ['name=a=b', 'name=a=b'],
  ['name=""', 'name='],
  ['pool=null', 'pool=null'],
  ['cpu_usage>=80', 'cpu_usage>=80'],
  ['cpu_usage >= 80', 'cpu_usage>=80'],
  ['memory<1024 and memory!=0', 'memory<1024 & memory!=0'],
  ['hosts.name=node1', 'host.name=node1'],
  ['host.name = node1', 'host.name=node1'],
  ['HOSTS.Name=node1', 'host.name=node1'],
  ['hosts = node1', 'host.*=node1'],
  ['storage.status=active vnic.mac=00:1a', 'storage.status=active ; vnic.mac=00:1a'],
  ['storage.free_size>5', 'storage.free_size>5'],
  // a word is a field only before a blank or an operator
  ['named', '*=named'],
  ['name', '*=name'],
  ['names=x', '*=names=x'],
  ['cluster.name=x', '*=cluster.name=x'],
  ['uptime>1.00:00:00', 'uptime>1.00:00:00'],
  ['name=名前* or name=😀', 'name=名前* | name=😀'],
  ['name=<img/src=x>', 'name=<img/src=x>'],
  ['name\t=\n web', 'name=web'],
])('%j is read as %j', (text, expected) => {
  expect(shape(text)).toBe(expected)
})

test.each<[object: SearchObjectName, text: string, shape: string]>([
  ['event', 'severity>=warning', 'severity>=warning'],
  ['event', 'time=today', 'time=today'],
  ['event', 'time>Monday', 'time>Monday'],
  ['event', 'time>2026-03-05', 'time>2026-03-05'],
  ['event', 'time>"3/5/26 10:00"', 'time>3/5/26 10:00'],
  ['event', 'origin=oVirt', 'origin=oVirt'],
  ['event', 'severity=error and origin=oVirt', 'severity=error & origin=oVirt'],
  ['cluster', 'compatibility_level=4.7 datacenter.name=Default', 'compatibility_level=4.7 ; datacenter.name=Default'],
  ['datacenter', 'clusters.name=Default', 'cluster.name=Default'],
  ['network', 'provider.name=ovn', 'provider.name=ovn'],
  ['host', 'load>0.5 spm_id=1', 'load>0.5 ; spm_id=1'],
  ['quota', 'enforcementtype=disabled', 'enforcementtype=disabled'],
])('on %s, %j is read as %j', (object, text, expected) => {
  expect(shape(text, object)).toBe(expected)
})

test.each<[text: string, sort: object | undefined, page: number | undefined, filter: string]>([
  ['sortby name', { field: 'name', direction: 'asc' }, undefined, ''],
  ['name=a sortby CPU_usage DESC', { field: 'cpu_usage', direction: 'desc' }, undefined, 'name=a'],
  ['name=a sortby name asc page 12 ', { field: 'name', direction: 'asc' }, 12, 'name=a'],
  ['page 3', undefined, 3, ''],
  ['web page3', undefined, 3, 'web'],
])('%j asks for an order and a page', (text, sort, page, filter) => {
  const query = queryOf(parseSearch('vm', text))
  expect([query.sort, query.page, query.filter]).toEqual([sort, page, filter])
})

test.each<[object: SearchObjectName, text: string, code: string, start: number]>([
  ['vm', "name=o'hara", 'INVALID_CHARECTER', 6],
  ['vm', 'name="a;b"', 'INVALID_CHARECTER', 7],
  ['vm', 'name ', 'INVALID_CONDITION_RELATION', 5],
  ['vm', 'name > 3', 'INVALID_CONDITION_RELATION', 5],
  ['vm', 'name=', 'INVALID_CONDITION_VALUE', 5],
  ['vm', 'name="open', 'INVALID_CONDITION_VALUE', 5],
  ['vm', 'name=a"b"', 'INVALID_CONDITION_VALUE', 5],
  ['vm', 'status=upp', 'INVALID_CONDITION_VALUE', 7],
  ['vm', 'status=null', 'INVALID_CONDITION_VALUE', 7],
  ['vm', 'memory=1.5', 'INVALID_CONDITION_VALUE', 7],
  ['vm', 'memory=many', 'INVALID_CONDITION_VALUE', 7],
  ['vm', 'id=web01', 'INVALID_CONDITION_VALUE', 3],
  ['vm', 'creationdate>today', 'INVALID_CONDITION_VALUE', 13],
  ['vm', 'creationdate>2026-02-31', 'INVALID_CONDITION_VALUE', 13],
  ['vm', 'uptime>soon', 'INVALID_CONDITION_VALUE', 7],
  ['vm', 'uptime>=1', 'INVALID_CONDITION_VALUE', 7],
  ['vm', 'custom_compatibility_level=new', 'INVALID_CONDITION_VALUE', 27],
  ['vm', 'has_illegal_images=yes', 'INVALID_CONDITION_VALUE', 19],
  ['vm', 'a b', 'FREE_TEXT_ALLOWED_ONCE_PER_OBJ', 2],
  ['vm', 'hosts=a and hosts=b', 'FREE_TEXT_ALLOWED_ONCE_PER_OBJ', 18],
  ['vm', 'name=a and', 'INVALID_POST_OR_AND_PHRASE', 10],
  ['vm', 'name=a or x"y"', 'INVALID_POST_OR_AND_PHRASE', 10],
  ['vm', 'x"y"', 'INVALID_POST_COLON_PHRASE', 0],
  ['vm', 'name=a x"y"', 'INVALID_POST_CONDITION_VALUE_PHRASE', 7],
  ['vm', 'hosts', 'INVALID_POST_CROSS_REF_OBJ', 5],
  ['vm', 'hostile', 'INVALID_POST_CROSS_REF_OBJ', 4],
  ['vm', 'hosts>3', 'INVALID_POST_CROSS_REF_OBJ', 5],
  ['vm', 'hosts.', 'INVALID_CONDITION_FILED', 6],
  ['vm', 'hosts.colour=red', 'INVALID_CONDITION_FILED', 6],
  ['vm', 'sortby', 'INVALID_SORT_FIELD', 6],
  ['vm', 'sortby colour', 'INVALID_SORT_FIELD', 7],
  ['vm', 'sortby hosts.name', 'INVALID_SORT_FIELD', 7],
  ['vm', 'sortby name up', 'INVALID_SORT_DIRECTION', 12],
  ['vm', 'sortby name page 2', 'INVALID_SORT_DIRECTION', 12],
  ['vm', 'sortby name asc status=up', 'INVALID_PAGE_FEILD', 16],
  ['vm', 'page', 'INVALID_CHARECTER', 4],
  ['vm', 'page two', 'INVALID_CHARECTER', 5],
  ['vm', 'page 0', 'INVALID_CHARECTER', 5],
  ['vm', 'page 2 name=a', 'NOTHING_COMES_AFTER_PAGE_VALUE', 7],
  // traps of the engine: a connector or relation is taken by its first letters
  ['event', 'severity=error origin = oVirt', 'FREE_TEXT_ALLOWED_ONCE_PER_OBJ', 22],
  ['network', 'provider_name=ovn', 'INVALID_POST_CROSS_REF_OBJ', 8],
  ['event', 'usrid=x', 'CONDITION_CANT_CREATE_RRELATIONS_AC', 5],
  ['event', '_event_storage_id=x', 'CONDITION_CANT_CREATE_RRELATIONS_AC', 17],
  ['event', 'severity=fatal', 'INVALID_CONDITION_VALUE', 9],
  ['event', 'time=someday', 'INVALID_CONDITION_VALUE', 5],
])('on %s, %j is refused with %s', (object, text, code, start) => {
  const parsed = parseSearch(object, text)
  expect(parsed.ok ? 'accepted' : parsed.error.code).toBe(code)
  expect(parsed.ok ? -1 : parsed.error.start).toBe(start)
  expect(golden.errors).toContain(code)
})

test.each<[text: string, object: string, rest: string]>([
  ['Vms: status=up', 'vm', 'status=up'],
  ['vm:', 'vm', ''],
  [' DataCenter : name=x ', 'datacenter', 'name=x'],
  ['Storage: name=a:b', 'storage', 'name=a:b'],
])('%j names its object', (text, object, rest) => {
  expect(parsePrefixed(text)).toEqual({ ok: true, object, text: rest })
})

test.each<[text: string, code: string]>([['', 'INVALID_SEARCH_OBJECT'], ['Machines: x', 'INVALID_SEARCH_OBJECT'], ['nic: mac=1', 'INVALID_SEARCH_OBJECT'], ['Vms status=up', 'COLON_NOT_NEXT_TO_SEARCH_OBJECT']])('%j has no object', (text, code) => {
  const parsed = parsePrefixed(text)
  expect(parsed.ok ? '' : parsed.error.code).toBe(code)
})

test('reading never fails on odd text, and errors lie inside the text', () => {
  const pieces = ['name', '=', '!=', '"', ' ', '*', 'and', 'or', 'hosts', '.', 'sortby', 'page', '3', "'", ';', '😀', '\u202e', 'up', 'status', ':', '\\', '%', '\0']
  let seed = 7
  const next = () => (seed = (seed * 48271) % 2147483647)
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next() % 9 }, () => pieces[next() % pieces.length] ?? '').join('')
    const parsed = parseSearch('vm', text)
    if (parsed.ok) continue
    expect(parsed.error.start).toBeLessThanOrEqual(text.length)
    expect(parsed.error.end).toBeGreaterThanOrEqual(parsed.error.start)
  }
})
