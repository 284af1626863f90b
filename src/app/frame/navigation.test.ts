import { expect, test } from 'vitest'
import type { NavItem } from '../../blocks/feature.ts'
import { isAt, toMenu } from './navigation.ts'

const item = (to: string, section: NavItem['section'], order: number): NavItem => ({ id: to, label: 'nav.vms', section, to, order })

test('sections and entries stand in the order of today’s menu, whatever the order of the features', () => {
  const menu = toMenu([item('/events', 'events', 1), item('/hosts', 'compute', 4), item('/vms', 'compute', 1), item('/', 'dashboard', 1)])
  expect(menu.map(({ section, items }) => [section.section, items.map(({ to }) => to)])).toEqual([
    ['dashboard', ['/']],
    ['compute', ['/vms', '/hosts']],
    ['events', ['/events']],
  ])
})

test.each([
  ['/vms', '/vms', true],
  ['/vms/1/disks', '/vms', true],
  ['/vmsx', '/vms', false],
  ['/vms', '/', false],
  ['/', '/', true],
])('page %s is at entry %s: %s', (pathname, to, at) => expect(isAt(pathname, to)).toBe(at))
