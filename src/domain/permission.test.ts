import { describe, expect, test } from 'vitest'
import { systemId } from './entity.ts'
import { inheritedFrom, judgeRemovePermission } from './permission.ts'
import type { Permission } from './permission.ts'

const system = { type: 'system', id: systemId } as const
const vm = { type: 'vm', id: 'v' } as const
const macPool = { type: 'mac_pool', id: 'm' } as const
const permission = (object: Permission['object']): Permission => ({ id: 'p', name: '', object })

describe('where a permission comes from', () => {
  test.each([
    ['given on the VM itself', vm, permission(vm), [], undefined],
    ['given on its cluster', vm, permission({ type: 'cluster', id: 'c' }), [], { type: 'cluster', id: 'c' }],
    ['given on the system', vm, permission(system), ['p'], system],
    ['a MAC pool is never named, so what is not on the system is its own', macPool, permission(system), [], undefined],
    ['a MAC pool inherits from the system', macPool, permission(system), ['p'], system],
  ])('%s', (_, on, held, systemPermissions, expected) => expect(inheritedFrom(on, held, new Set(systemPermissions))).toEqual(expected))
})

test('only what was given on the object can be taken away there', () => {
  expect(judgeRemovePermission({ from: undefined }).ok).toBe(true)
  expect(judgeRemovePermission({ from: { type: 'cluster', id: 'c' } })).toEqual({ ok: false, why: 'permission.action.remove.refused' })
  expect(judgeRemovePermission({ from: system })).toEqual({ ok: false, why: 'permission.action.remove.refused.system' })
})
