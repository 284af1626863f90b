import { expect, test } from 'vitest'
import { findTyped, flattenTree } from './flatTree.ts'
import type { TreeNode } from './treeNode.ts'

const leaf = (name: string): TreeNode => ({ key: name, name, icon: () => null })
const group = (name: string): TreeNode => ({ ...leaf(name), children: () => ({ queryKey: [name], queryFn: () => Promise.resolve({ nodes: [], more: false }) }) })
const system = group('System')
const branches: Readonly<Record<string, readonly TreeNode[]>> = { System: [group('Default'), leaf('Spare')], Default: [leaf('host1'), leaf('host2')] }
const linesOf = (open: readonly string[], more = false) =>
  flattenTree([system], ({ key }) => open.includes(key), (key) => ({ branch: branches[key] ? { nodes: branches[key], more } : undefined, fault: undefined }))

test('open nodes show their children with level and place', () => {
  expect(linesOf(['System', 'Default']).map((line) => `${line.level} ${line.node.name}`)).toEqual(['1 System', '2 Default', '3 host1', '3 host2', '2 Spare'])
  expect(linesOf(['System'])[2]).toMatchObject({ place: 2, size: 2, isOpen: false, parent: 'System' })
})
test('a branch with more children than were read ends with a line that reads on', () => {
  expect(linesOf(['System'], true).at(-1)).toMatchObject({ kind: 'more', level: 2 })
})
test('a branch that is being read or failed says so in its place', () => {
  expect(flattenTree([system], () => true, () => undefined)[1]).toMatchObject({ kind: 'loading' })
  expect(flattenTree([system], () => true, () => ({ branch: undefined, fault: new Error('x') }))[1]).toMatchObject({ kind: 'fault' })
})
test('typing finds the next name and starts again at the top', () => {
  const lines = linesOf(['System', 'Default'])
  expect(findTyped(lines, 0, 's')).toBe(4)
  expect(findTyped(lines, 4, 's')).toBe(0)
  expect(findTyped(lines, 2, 'host2')).toBe(3)
  expect(findTyped(lines, 0, 'x')).toBe(-1)
})
