import { expect, test } from 'vitest'
import { findIds, readCoverage } from './coverage.ts'

test.each([
  ["{ id: 'vm.action.run', group: 'lifecycle' }", ['vm.action.run']],
  ["also: ['portal.vm-actions.action.run', 'portal.pool.action.take-vm']", ['portal.vm-actions.action.run', 'portal.pool.action.take-vm']],
  ['<Tab id="vm.tab.general" />', ['vm.tab.general']],
  ['<button data-feature="shell.action.refresh common.list.refresh" />', ['shell.action.refresh', 'common.list.refresh']],
  ["t('vm.col.name')", []],
  ["textOr('vm.col.name', '')", []],
  ["import { x } from './words.ts'", []],
])('ids in %s', (text, ids) => {
  expect(findIds(text)).toEqual(ids)
})

test('about 1,450 items of the inventory count, each id once', () => {
  const { items } = readCoverage()
  const counted = items.filter((item) => item.counted).length
  expect(counted).toBeGreaterThan(1400)
  expect(counted).toBeLessThan(1500)
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
})
