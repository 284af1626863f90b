import { expect, test } from 'vitest'
import { joinUserName, splitUserName, toRefusal } from './person.ts'

test.each([
  ['admin@internal', { user: 'admin', profile: 'internal' }],
  ['admin@ovirt@internalsso', { user: 'admin@ovirt', profile: 'internalsso' }],
])('%s falls apart at its last @ and together again', (name, parts) => {
  expect(splitUserName(name)).toEqual(parts)
  expect(joinUserName(parts)).toBe(name)
})

test('the engine’s own words are shown only where ours say nothing', () => {
  expect(toRefusal({ ok: false, why: 'wrong', detail: 'The user name or password is incorrect.' })).toEqual({ why: 'login.refused.wrong', detail: undefined })
  expect(toRefusal({ ok: false, why: 'refused', detail: 'Scope is wrong.' })).toEqual({ why: 'login.refused.other', detail: 'Scope is wrong.' })
  expect(toRefusal({ ok: true, token: 't' })).toBeUndefined()
})
