import { expect, test } from 'vitest'
import type { Grant } from '../domain/permit.ts'
import { queryClient } from './cache.ts'
import { grantsQuery, toJudge } from './rights.ts'
import { playEngine } from './testEngine.ts'

test('what a user may do is read by two requests', async () => {
  const seen = playEngine(({ path }) =>
    path === 'api/roles'
      ? { role: [{ id: 'r1', name: 'UserRole', permits: { permit: [{ name: 'run_vm' }, { name: 'connect_to_vm' }] } }] }
      : { permission: [{ id: 'p1', role: { id: 'r1' }, user: { id: 'me' }, vm: { id: 'v' } }, { id: 'p2', role: { id: 'unknown' }, group: { id: 'everyone' } }] })
  expect(await queryClient.fetchQuery(grantsQuery('me'))).toEqual([
    { object: { type: 'vm', id: 'v' }, permits: ['run_vm', 'connect_to_vm'] },
    { object: { type: 'system', id: expect.any(String) }, permits: [] },
  ])
  expect(seen.map(({ path, query }) => `${path}?${query}`).toSorted()).toEqual(['api/roles?follow=permits', 'api/users/me/permissions?'])
})

const onDataCenter: readonly Grant[] = [{ object: { type: 'data_center', id: 'd1' }, permits: ['run_vm', 'edit_profile'] }]
const vmIn = (cluster: string) => [{ type: 'vm' as const, id: 'v' }, { type: 'cluster' as const, id: cluster }]

test('a grant on a data center counts for the VMs of its clusters only', () => {
  const may = toJudge(onDataCenter, { c1: 'd1', c2: 'd2' })
  expect([may('run_vm', vmIn('c1')), may('run_vm', vmIn('c2')), may('stop_vm', vmIn('c1'))]).toEqual([true, false, false])
})

test('where the descent is not known up to the data center, the engine decides', () => {
  expect(toJudge(onDataCenter)('run_vm', vmIn('c2'))).toBe(true)
  expect(toJudge(onDataCenter)('edit_profile', [{ type: 'vnic_profile', id: 'p' }])).toBe(true)
  expect(toJudge(onDataCenter)('edit_profile', [{ type: 'mac_pool', id: 'm' }])).toBe(false)
})

test('without an object the permit counts anywhere', () => {
  expect(toJudge(onDataCenter)('run_vm', undefined)).toBe(true)
  expect(toJudge(onDataCenter)('create_vm', [])).toBe(false)
})
