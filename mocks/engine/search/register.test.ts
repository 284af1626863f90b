import { expect, test } from 'vitest'
import { buildWorld } from '../../worlds/build.ts'
import { searchIds } from '../searchers.ts'
import { registerSearchLanguage } from './register.ts'

test('collections are searched by their singular and their plural name', () => {
  registerSearchLanguage()
  const world = buildWorld({ state: 'inventory', inventory: 20 })
  const [first] = world.tables.vms.byName()
  const search = (object: string, text: string) => searchIds(world, object, text, { caseSensitive: false, userId: '', max: 1 }, () => [])
  expect(search('vm', 'sortby name asc page 1')).toEqual([first?.id])
  expect(search('vms', 'sortby name asc page 1')).toEqual([first?.id])
  expect(search('events', '')).toEqual([String(world.events.newest)])
})
