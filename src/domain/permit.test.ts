import { describe, expect, test } from 'vitest'
import { systemId, type Target } from './entity.ts'
import { holdsPermit, judgePermit, systemTarget, type Grant } from './permit.ts'

const lineage: readonly Target[] = [{ type: 'vm', id: 'v' }, { type: 'cluster', id: 'c' }, { type: 'data_center', id: 'd' }, systemTarget]
const on = (object: Target, ...permits: string[]): readonly Grant[] => [{ object, permits }]

describe('a permit counts on the object and on everything above it', () => {
  test.each<[string, readonly Grant[], boolean]>([
    ['on the VM', on({ type: 'vm', id: 'v' }, 'run_vm'), true],
    ['on its cluster', on({ type: 'cluster', id: 'c' }, 'run_vm'), true],
    ['on its data center', on({ type: 'data_center', id: 'd' }, 'run_vm'), true],
    ['on the system', on({ type: 'system', id: systemId }, 'run_vm'), true],
    ['on another VM', on({ type: 'vm', id: 'w' }, 'run_vm'), false],
    ['on an object of another kind with the same id', on({ type: 'host', id: 'v' }, 'run_vm'), false],
    ['another permit', on({ type: 'vm', id: 'v' }, 'stop_vm'), false],
    ['none', [], false],
  ])('%s', (_, grants, expected) => {
    expect(judgePermit(grants, 'run_vm', lineage)).toBe(expected)
  })
})

test('while nothing is known everything is offered: the engine decides', () => {
  expect(judgePermit(undefined, 'run_vm', lineage)).toBe(true)
  expect(holdsPermit(undefined, 'create_vm')).toBe(true)
})

test('creating asks for the permit anywhere', () => {
  expect(holdsPermit(on({ type: 'cluster', id: 'c' }, 'create_vm'), 'create_vm')).toBe(true)
  expect(holdsPermit(on({ type: 'cluster', id: 'c' }, 'run_vm'), 'create_vm')).toBe(false)
})
