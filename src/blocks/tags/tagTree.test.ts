import { expect, test } from 'vitest'
import { holdingOf, toTagTree } from './tagTree.ts'

const tag = (id: string, parentId?: string) => ({ id, name: id, description: '', parentId })

test('tags stand below their parents by name, without the root', () => {
  const tree = toTagTree([tag('root'), tag('b', 'root'), tag('a', 'root'), tag('b1', 'b'), tag('lost', 'gone')], 'root')
  expect(tree.map(({ tag: { id }, depth }) => `${depth}${id}`)).toEqual(['0a', '0b', '1b1', '0lost'])
})

test.each([
  ['all', [['x'], ['x', 'y']]],
  ['some', [['x'], ['y']]],
  ['none', [['y'], []]],
] as const)('of the chosen objects %s carry the tag', (holding, held) => {
  expect(holdingOf('x', held.map((ids) => new Set<string>(ids)))).toBe(holding)
})
