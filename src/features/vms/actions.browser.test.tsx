import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import type { OwnedWorld } from '../../../mocks/engine/createWorld.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { ActionBar } from '../../blocks/actions/ActionBar.tsx'
import { closeOverlays } from '../../blocks/overlays/overlays.tsx'
import { createMemoryPreferences } from '../../blocks/preferences.ts'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { blankId } from '../../domain/entity.ts'
import type { Vm } from '../../domain/vm.ts'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { operations } from '../../engine/operations.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { vms } from '../../engine/resources/vms.ts'
import { vmActions } from './actions.ts'
import { vmsWords } from './catalogue.ts'

let engine: Client
let world: OwnedWorld

beforeEach(async () => {
  giveElementsSize()
  closeOverlays()
  queryClient.clear()
  disconnect()
  world = buildWorld({ state: 'small', held: true })
  engine = await logIn(world, 'admin')
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
  await vmsWords.load()
})

/** Plain machines: nothing waits, nothing protects them, they may move. */
const plainVms = async (status: string): Promise<readonly Vm[]> =>
  (await vms.readList({ search: `status=${status} sortby name asc` })).filter((vm) =>
    !vm.deleteProtected && vm.pool === undefined && !vm.stateless && !vm.nextRunConfigurationExists && vm.origin === 'ovirt' && vm.migrationMode === 'migratable')
const plainVm = async (status: string): Promise<Vm> => {
  const [vm] = await plainVms(status)
  if (!vm) throw new Error(`no plain machine is ${status}`)
  return vm
}
const statusOf = async ({ id }: Vm): Promise<unknown> => at((await engine.get(`/vms/${id}`)).body, 'status')

const stop = async ({ id }: Vm): Promise<void> => {
  await engine.send('POST', `/vms/${id}/stop`, {})
  world.advance(600)
}

const drawBar = (rows: readonly Vm[], preferences = createMemoryPreferences()) =>
  draw(<ActionBar placed={vms} actions={vmActions} rows={rows} buttons={vmActions.length} />, { client: queryClient, preferences })
const press = (name: string): void => void fireEvent.click(screen.getByText(name))
const dialogOf = async (feature: string): Promise<HTMLElement> => {
  const dialog = await screen.findByRole('dialog')
  expect(dialog.dataset['feature']?.split(' ')).toContain(feature)
  return dialog
}
const disksOf = (body: unknown): readonly string[] => {
  const list = at(body, 'disk_attachment')
  return Array.isArray(list) ? list.map((attachment: unknown) => String(at(attachment, 'id'))) : []
}
const gone = () => waitFor(() => expect(document.querySelector('[role="dialog"]')).toBeNull())

describe('actions of virtual machines', () => {
  test.for([
    ['Run', 'down', 'vm.action.run', undefined, ['wait_for_launch', 'powering_up']],
    ['Suspend', 'up', 'vm.action.suspend', 'Suspend', ['saving_state']],
    ['Shut down', 'up', 'vm.action.shutdown', 'Shut down', ['powering_down']],
    ['Power off', 'up', 'vm.action.poweroff', 'Power off', ['powering_down', 'down']],
    ['Reboot', 'up', 'vm.action.reboot', 'Reboot', ['reboot_in_progress', 'powering_down']],
    ['Reset', 'up', 'vm.action.reset', 'Reset', ['up', 'reboot_in_progress', 'powering_up']],
  ] as const)('%s of a machine that is %s is carried out', async ([name, status, feature, button, after], { annotate }) => {
    const vm = await plainVm(status)
    await drawBar([vm])
    press(name)
    if (button !== undefined) fireEvent.click(within(await dialogOf('vm.dialog.power')).getByRole('button', { name: button }))
    await waitFor(async () => expect([...after]).toContain(await statusOf(vm)))
    await waitFor(() => expect(operations.getSnapshot()[0]).toMatchObject({ title: feature, doing: `${feature}.doing`, subject: vm.name }))
    await annotate(feature, 'proven')
  })

  test('a mixed selection shuts down those that run, with the reason, and says which are left out', async ({ annotate }) => {
    const [up, down] = [await plainVm('up'), await plainVm('down')]
    await drawBar([up, down])
    press('Shut down')
    const dialog = await dialogOf('vm.dialog.power')
    expect(within(dialog).getByText('1 selected object is left out:')).toBeTruthy()
    expect(within(dialog).getByText(/Not possible while the virtual machine is in status “Down”/).textContent).toContain(down.name)
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'new cables' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Shut down' }))
    await gone()
    expect(await statusOf(up)).toBe('powering_down')
    expect(at((await engine.get(`/vms/${up.id}`)).body, 'stop_reason')).toBe('new cables')
    await Promise.all(['vm.action.shutdown', 'vm.dialog.power'].map((id) => annotate(id, 'proven')))
  })

  test('who does not want to be asked suspends at once from then on', async ({ annotate }) => {
    const [first, second] = await plainVms('up')
    if (!first || !second) throw new Error('too few machines run')
    const preferences = createMemoryPreferences()
    const { unmount } = await drawBar([first], preferences)
    press('Suspend')
    const dialog = await dialogOf('vm.dialog.power')
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Do not ask again' }))
    fireEvent.click(within(dialog).getByRole('button', { name: 'Suspend' }))
    await gone()
    unmount()
    await drawBar([second], preferences)
    press('Suspend')
    await waitFor(async () => expect(await statusOf(second)).toBe('saving_state'))
    await annotate('vm.action.suspend', 'proven')
  })

  test('a machine migrates to the chosen host', async ({ annotate }) => {
    const vm = await plainVm('up')
    const targets = at((await engine.get(`/hosts?migration_target_of=${vm.id}`)).body, 'host')
    const target = { id: at(targets, 0, 'id'), name: String(at(targets, 0, 'name')) }
    await drawBar([vm])
    press('Migrate')
    const dialog = await dialogOf('vm.dialog.migrate')
    const send = within(dialog).getByRole('button', { name: 'Migrate' })
    fireEvent.click(within(dialog).getByRole('radio', { name: 'This host' }))
    fireEvent.click(await within(dialog).findByRole('combobox', { name: 'Target host' }))
    fireEvent.click(await within(dialog).findByText(target.name))
    await waitFor(() => expect(send.getAttribute('aria-disabled')).not.toBe('true'))
    fireEvent.click(send)
    await gone()
    expect(await statusOf(vm)).toBe('migrating')
    world.advance(600)
    expect(at((await engine.get(`/vms/${vm.id}`)).body, 'host', 'id')).toBe(target.id)
    await Promise.all(['vm.action.migrate', 'vm.dialog.migrate'].map((id) => annotate(id, 'proven')))
  })

  test('a migration that was canceled leaves the machine where it is', async ({ annotate }) => {
    const vm = await plainVm('up')
    await engine.send('POST', `/vms/${vm.id}/migrate`, {})
    await drawBar([await vms.readOne(vm.id)])
    press('Cancel migration')
    await waitFor(async () => expect(await statusOf(vm)).toBe('up'))
    expect(at((await engine.get(`/vms/${vm.id}`)).body, 'host', 'id')).toBe(vm.host?.id)
    await annotate('vm.action.cancelmigration', 'proven')
  })

  test('a refused migration stays in the dialog with what the engine says of the hosts', async () => {
    const vm = await plainVm('up')
    await drawBar([vm])
    press('Migrate')
    const dialog = await dialogOf('vm.dialog.migrate')
    const send = within(dialog).getByRole('button', { name: 'Migrate' })
    await waitFor(() => expect(send.getAttribute('aria-disabled')).not.toBe('true'))
    // Somebody else stops it meanwhile.
    await stop(vm)
    fireEvent.click(send)
    expect((await within(dialog).findByText(`Migrate failed: ${vm.name}`, { exact: false })).textContent).toContain(vm.name)
    expect(within(dialog).getByText('Correlation ID', { exact: false })).toBeTruthy()
    expect(await statusOf(vm)).toBe('down')
  })

  test('without a host that could take it the engine says why, host by host', async () => {
    const vm = await plainVm('up')
    world.tables.vms.change(vm.id, (row) => { row.memory = 2 ** 50 })
    await drawBar([vm])
    press('Migrate')
    const dialog = await dialogOf('vm.dialog.migrate')
    expect(await within(dialog).findByText('No host can take the virtual machines now.', { exact: false })).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Migrate' }))
    const fault = await within(dialog).findByText(/Migrate failed/)
    const others = (await hosts.readList({ search: 'status=up' })).filter(({ id, cluster }) => id !== vm.host?.id && cluster?.id === vm.cluster?.id)
    expect(others).not.toHaveLength(0)
    for (const { name } of others) expect(fault.closest('.pf-v6-c-alert')?.textContent).toContain(name)
    expect(await statusOf(vm)).toBe('up')
  })

  test('a tag is given to all chosen machines and taken from none that keep it', async ({ annotate }) => {
    const chosen = (await vms.readList({ search: 'sortby name asc', max: 2 }))
    const tag = String(at((await engine.get('/tags')).body, 'tag', 1, 'name'))
    await drawBar(chosen)
    press('Assign tags')
    const dialog = await dialogOf('vm.dialog.tags')
    const box = await within(dialog).findByRole('checkbox', { name: tag })
    fireEvent.click(box)
    if (!(box instanceof HTMLInputElement) || !box.checked) fireEvent.click(box)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    await gone()
    for (const { id } of chosen) {
      const held = at((await engine.get(`/vms/${id}/tags`)).body, 'tag')
      expect(Array.isArray(held) && held.map((one: unknown) => at(one, 'name'))).toContain(tag)
    }
    await Promise.all(['vm.action.assigntags', 'vm.dialog.tags'].map((id) => annotate(id, 'proven')))
  })

  test('disks that may stay are kept on wish, others say why they cannot', async ({ annotate }) => {
    const own = (await plainVms('up')).find(({ template }) => template?.id === blankId)
    if (own) await stop(own)
    const all = await plainVms('down')
    const isFree = async (vm: Vm): Promise<boolean> => {
      const snapshots = at((await engine.get(`/vms/${vm.id}/snapshots`)).body, 'snapshot')
      return vm.template?.id === blankId && Array.isArray(snapshots) && snapshots.length === 1
    }
    await drawBar(all)
    press('Remove')
    const dialog = await dialogOf('vm.dialog.remove')
    const send = within(dialog).getByRole('button', { name: /^Remove/ })
    await waitFor(() => expect(send.getAttribute('aria-disabled')).not.toBe('true'))
    const boxes = all.map((vm) => ({ vm, box: within(dialog).getByRole('checkbox', { name: `Remove disks of ${vm.name}` }) }))
    for (const { vm, box } of boxes) expect(box, vm.name).toHaveProperty('disabled', !(await isFree(vm)))
    const free = boxes.find(({ vm }) => vm.id === own?.id)
    if (!free) throw new Error('every machine is based on a template')
    const diskIds = disksOf((await engine.get(`/vms/${free.vm.id}/diskattachments`)).body)
    expect(diskIds).not.toHaveLength(0)
    fireEvent.click(free.box)
    fireEvent.click(send)
    await gone()
    world.advance(600)
    for (const { id } of all) expect((await engine.get(`/vms/${id}`)).status).toBe(404)
    for (const id of diskIds) expect((await engine.get(`/disks/${id}`)).status).toBe(200)
    await Promise.all(['vm.action.remove', 'vm.dialog.remove'].map((id) => annotate(id, 'proven')))
  })
})
