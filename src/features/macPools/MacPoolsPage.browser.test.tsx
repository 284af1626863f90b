import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { closeOverlays } from '../../blocks/overlays/overlays.tsx'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { loadCatalogues } from '../../i18n/catalogue.ts'
import { macPools } from './index.ts'
import { MacPoolsPage } from './MacPoolsPage.tsx'

let engine: Client

beforeEach(async () => {
  giveElementsSize()
  closeOverlays()
  queryClient.clear()
  disconnect()
  const world = buildWorld({ state: 'small', held: true })
  engine = await logIn(world, 'admin')
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
})

const drawPage = async (): Promise<void> => {
  expect(macPools.routes).toHaveLength(2) // registers the words
  await draw(<MacPoolsPage />, { client: queryClient })
  await loadCatalogues()
  await screen.findByRole('link', { name: 'Default' })
}
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const pools = async (): Promise<readonly unknown[]> => {
  const list = at((await engine.get('/macpools')).body, 'mac_pool')
  return isList(list) ? list : []
}
const poolNamed = async (name: string): Promise<unknown> => (await pools()).find((pool) => at(pool, 'name') === name)
const type = (dialog: HTMLElement, label: RegExp, value: string): void => void fireEvent.change(within(dialog).getByRole('textbox', { name: label }), { target: { value } })
const openNew = async (): Promise<HTMLElement> => {
  fireEvent.click(screen.getByRole('button', { name: 'New MAC address pool' }))
  return screen.findByRole('dialog', { name: 'MAC address pool' })
}

describe('MAC address pools', () => {
  test('a new pool gets what was filled in, and its addresses are counted meanwhile', async ({ annotate }) => {
    await drawPage()
    const dialog = await openNew()
    type(dialog, /^Name/, 'second')
    type(dialog, /^Description/, 'for tests')
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Allow duplicates' }))
    type(dialog, /From, row 1/, '56:6f:11:00:00:00')
    type(dialog, /To, row 1/, '56:6f:11:00:0f:ff')
    expect(await within(dialog).findByText('4,096 addresses')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create' }))
    expect(await screen.findByRole('link', { name: 'second' })).toBeTruthy()
    expect(await poolNamed('second')).toMatchObject({ description: 'for tests', allow_duplicates: 'true', ranges: { range: [{ from: '56:6f:11:00:00:00', to: '56:6f:11:00:0f:ff' }] } })
    await Promise.all(['macpool.list.main', 'macpool.action.add', 'macpool.dialog.edit', 'macpool.field.edit.name', 'macpool.field.edit.description', 'macpool.field.edit.duplicates', 'macpool.field.edit.ranges'].map((id) => annotate(id, 'proven')))
  })

  test('a refusal of the engine stands at the field it speaks of, and nothing typed is lost', async () => {
    await drawPage()
    const dialog = await openNew()
    type(dialog, /^Name/, 'Default')
    type(dialog, /From, row 1/, '56:6f:11:00:00:00')
    type(dialog, /To, row 1/, '56:6f:11:00:00:ff')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create' }))
    const refusal = await within(dialog).findByText('This name is in use already.')
    expect(refusal.closest('[data-feature]')?.getAttribute('data-feature')).toBe('macpool.field.edit.name')
    expect(within(dialog).getByRole('textbox', { name: /To, row 1/ })).toHaveProperty('value', '56:6f:11:00:00:ff')
    expect(await pools()).toHaveLength(1)
  })

  test.each([
    ['56:6f:11', '56:6f:11:00:00:ff', /six pairs/],
    ['01:6f:11:00:00:00', '01:6f:11:00:00:ff', /group address/],
    ['56:6f:11:00:00:ff', '56:6f:11:00:00:00', /ends before it begins/],
    ['56:6f:11:00:00:ff', '', /first and its last/],
  ])('a range from %s to %s is refused before it is sent', async (from, to, why) => {
    await drawPage()
    const dialog = await openNew()
    type(dialog, /^Name/, 'second')
    type(dialog, /From, row 1/, from)
    type(dialog, /To, row 1/, to)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Create' }))
    expect((await within(dialog).findAllByText(why)).length).toBeGreaterThan(0)
    expect(await pools()).toHaveLength(1)
  })

  test('an edit sends only what was changed', async ({ annotate }) => {
    await drawPage()
    const before = await poolNamed('Default')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Default' }))
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    const dialog = await screen.findByRole('dialog', { name: 'MAC address pool' })
    type(dialog, /^Description/, 'edited')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('edited')).toBeTruthy()
    expect(await poolNamed('Default')).toMatchObject({ description: 'edited', ranges: at(before, 'ranges') })
    await annotate('macpool.action.edit', 'proven')
  })

  test('pools are removed after a question; the default one says why it stays', async ({ annotate }) => {
    await engine.send('POST', '/macpools', { name: 'second', ranges: { range: [{ from: '56:6f:11:00:00:00', to: '56:6f:11:00:00:ff' }] } })
    await drawPage()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Default' }))
    expect(screen.getByRole('button', { name: 'Remove' }).getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select second' }))
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('Default').closest('li')?.textContent).toContain('The default pool stays')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove 1 pool' }))
    await waitFor(() => expect(screen.queryByRole('link', { name: 'second' })).toBeNull())
    expect(await poolNamed('second')).toBeUndefined()
    await annotate('macpool.action.remove', 'proven')
  })
})
