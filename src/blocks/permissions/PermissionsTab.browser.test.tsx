import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { closeOverlays } from '../overlays/overlays.tsx'
import { draw, giveElementsSize } from '../testing.tsx'
import { permissionWords } from './catalogue.ts'
import { PermissionsTab } from './PermissionsTab.tsx'

let engine: Client
let poolId: string

beforeEach(async () => {
  giveElementsSize()
  closeOverlays()
  queryClient.clear()
  disconnect()
  const world = buildWorld({ state: 'small', held: true })
  engine = await logIn(world, 'admin')
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
  poolId = String(at((await engine.get('/macpools')).body, 'mac_pool', 0, 'id'))
})

const drawTab = async (may = () => true): Promise<void> => {
  await draw(<PermissionsTab type="mac_pool" id={poolId} />, { client: queryClient, may })
  await permissionWords.load()
  await screen.findByRole('grid', { name: 'Permissions' })
}
const held = async (): Promise<unknown> => at((await engine.get(`/macpools/${poolId}/permissions`)).body, 'permission')
const count = async (): Promise<number> => { const all = await held(); return Array.isArray(all) ? all.length : 0 }

describe('PermissionsTab', () => {
  test('shows who holds which role, by name, and where it comes from', async ({ annotate }) => {
    await drawTab()
    // Names are read after the permissions, so rows are drawn again when they come.
    await waitFor(() => {
      const row = screen.getAllByText('SuperUser')[0]?.closest('tr')
      expect(row && within(row).getByText(/admin@internal/)).toBeTruthy()
      expect(row && within(row).getByText('System')).toBeTruthy()
      expect(row && within(row).getByText('internal-authz')).toBeTruthy()
    })
    await Promise.all(['permission.list.main', 'permission.column.user', 'permission.column.role', 'permission.column.authz'].map((id) => annotate(id, 'proven')))
  })

  test('gives a role to somebody of the directory whom the engine does not know yet, and takes it back', async ({ annotate }) => {
    await drawTab()
    const before = await count()
    fireEvent.click(screen.getByRole('button', { name: 'Add permission' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add permissions' })
    await waitFor(() => expect(within(dialog).getByRole('combobox', { name: /Role to assign/ })).toHaveProperty('value', expect.stringMatching(/-/)))
    fireEvent.change(within(dialog).getByRole('searchbox', { name: /Search text/ }), { target: { value: '*ali*' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Search' }))
    fireEvent.click(await within(dialog).findByRole('checkbox', { name: /alice@internal/ }))
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add 1 permission' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => {
      const row = screen.getByText(/alice@internal/).closest('tr')
      expect(row && within(row).getByText('UserRole')).toBeTruthy()
    })
    expect(await count()).toBe(before + 1)

    fireEvent.click(screen.getByRole('button', { name: 'Direct only' }))
    await waitFor(() => expect(screen.queryByText('SuperUser')).toBeNull())
    fireEvent.click(screen.getByRole('checkbox', { name: /Select alice/ }))
    fireEvent.click(screen.getByRole('button', { name: 'Remove permission' }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove 1 permission' }))
    await waitFor(() => expect(screen.queryByText(/alice@internal/)).toBeNull())
    expect(await count()).toBe(before)
    await Promise.all(['permission.action.add', 'permission.action.remove', 'permission.dialog.picker', 'permission.field.picker.text', 'common.dialog.permissions.add', 'common.action.permissions.remove'].map((id) => annotate(id, 'proven')))
  })

  test('everyone can be given a role, of which the choice leaves out what only quotas give', async ({ annotate }) => {
    await drawTab()
    fireEvent.click(screen.getByRole('button', { name: 'Add permission' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add permissions' })
    fireEvent.click(within(dialog).getByRole('radio', { name: 'Everyone' }))
    const role = within(dialog).getByRole('combobox', { name: /Role to assign/ })
    const choice = await within(role).findByRole<HTMLOptionElement>('option', { name: 'UserVmManager' })
    expect(within(role).queryByRole('option', { name: 'QuotaConsumer' })).toBeNull()
    fireEvent.change(role, { target: { value: choice.value } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Add 1 permission' }))
    await waitFor(async () => expect(JSON.stringify(await held())).toContain(choice.value))
    const row = (await screen.findByText('UserVmManager')).closest('tr')
    expect(row && within(row).getByText('Everyone')).toBeTruthy()
    await Promise.all(['permission.field.picker.kind', 'permission.field.picker.role'].map((id) => annotate(id, 'proven')))
  })

  test('inherited ones cannot be removed here, with the reason; who may not manage permissions sees no actions', async () => {
    await drawTab()
    fireEvent.click((await screen.findAllByRole('checkbox', { name: /Select admin/ }))[0] ?? document.body)
    const remove = screen.getByRole('button', { name: 'Remove permission' })
    await waitFor(() => expect(remove.getAttribute('aria-disabled')).toBe('true'))
    fireEvent.focus(remove)
    expect((await screen.findByRole('tooltip')).textContent).toContain('Inherited from the system')
  })

  test('who may not manage permissions sees no actions', async () => {
    await drawTab(() => false)
    expect(screen.queryByRole('button', { name: 'Add permission' })).toBeNull()
  })
})
