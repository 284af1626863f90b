import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn, rowsAt } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { closeOverlays } from '../../blocks/overlays/overlays.tsx'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { hostsWords } from './catalogue.ts'
import { HostsPage } from './HostsPage.tsx'

let world: ReturnType<typeof buildWorld>
let engine: Client

beforeEach(async () => {
  giveElementsSize()
  queryClient.clear()
  disconnect()
  world = buildWorld({ state: 'datacenter', held: true })
  engine = await logIn(world, 'admin')
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
})

afterEach(closeOverlays)

const hostNamed = async (name: string): Promise<unknown> => at((await engine.get(`/hosts?search=name%3D${name}&all_content=true`)).body, 'host', 0)
const statusOf = async (name: string): Promise<unknown> => at(await hostNamed(name), 'status')
const namesIn = (body: unknown): readonly string[] => rowsAt(body, 'host').map((row) => String(at(row, 'name')))
const searched = async (search: string): Promise<readonly string[]> => namesIn((await engine.get(`/hosts?search=${encodeURIComponent(search)}`)).body)

/** Only what a test needs is drawn: rows take their time. */
const drawHosts = (...names: readonly string[]) => drawList(`/hosts?search=${encodeURIComponent(names.map((name) => `name=${name}`).join(' or '))}`)
const drawList = async (path = '/hosts') => {
  await hostsWords.load()
  const drawn = await draw(<HostsPage />, { client: queryClient, at: path })
  await screen.findByRole('grid', { name: 'Hosts' })
  return drawn
}
const rowOf = async (name: string): Promise<HTMLElement> => {
  const row = (await screen.findByRole('link', { name })).closest('tr')
  if (!row) throw new Error(`${name} stands in no row`)
  return row
}
const cell = (row: HTMLElement, id: string): HTMLElement => {
  const found = row.querySelector<HTMLElement>(`[data-feature~="${id}"]`)
  if (!found) throw new Error(`no cell ${id}`)
  return found
}
const shownNames = (): readonly string[] => [...document.querySelectorAll('[data-feature="host.col.name"] a')].map((link) => link.textContent)
const choose = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) fireEvent.click(within(await rowOf(name)).getByRole('checkbox', { name: `Select ${name}` }))
}
const act = async (label: string): Promise<void> => {
  const bar = screen.getByRole('group', { name: 'Actions' })
  const button = within(bar).queryByRole('button', { name: label })
  if (button) return void fireEvent.click(button)
  fireEvent.click(within(bar).getByRole('button', { name: 'More actions' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: label }))
}

describe('the list of hosts', () => {
  test('shows what REST tells of a host in every column', async ({ annotate }) => {
    await drawList()
    const row = await rowOf('host01')
    const host = await hostNamed('host01')
    const cluster = at((await engine.get(`/clusters/${String(at(host, 'cluster', 'id'))}`)).body)
    const dataCenter = at((await engine.get(`/datacenters/${String(at(cluster, 'data_center', 'id'))}`)).body)
    const statistics = rowsAt((await engine.get(`/hosts/${String(at(host, 'id'))}/statistics`)).body, 'statistic')
    const measured = (name: string): number => Number(at(statistics.find((one) => at(one, 'name') === name), 'values', 'value', 0, 'datum'))
    expect(cell(row, 'host.col.name').textContent).toBe(at(host, 'name'))
    expect(cell(row, 'host.col.address').textContent).toBe(at(host, 'address'))
    expect(cell(row, 'host.col.status').textContent).toBe('Up')
    expect(cell(row, 'host.col.vms').firstChild?.firstChild?.textContent).toBe(at(host, 'summary', 'active'))
    expect(cell(row, 'host.col.spm').textContent).toBe('SPM')
    expect(cell(row, 'host.col.comment').textContent).toBe(at(host, 'comment'))
    await waitFor(() => expect(cell(row, 'host.col.cluster').textContent).toBe(at(cluster, 'name')))
    await waitFor(() => expect(cell(row, 'host.col.datacenter').textContent).toBe(at(dataCenter, 'name')))
    await waitFor(() => expect(cell(row, 'host.col.memory').textContent).toBe(`${Math.round((100 * measured('memory.used')) / measured('memory.total'))}%`))
    await waitFor(() => expect(cell(row, 'host.col.cpu').textContent).toBe(`${100 - measured('cpu.current.idle')}%`))
    await waitFor(() => expect(cell(row, 'host.col.network').textContent).toMatch(/^\d+%$/))
    expect(cell(await rowOf('host02'), 'host.col.spm').textContent).toBe('Normal')
    for (const id of ['name', 'address', 'cluster', 'datacenter', 'memory', 'cpu', 'spm']) await annotate(`host.col.${id}`, 'proven')
    await annotate('host.list.main', 'proven')
  })

  test('tells status and reasons by icons, and what else is known by signs', async ({ annotate }) => {
    await drawList()
    const iconOf = async (name: string): Promise<string> => cell(await rowOf(name), 'host.col.status_icon').textContent
    expect(await iconOf('host01')).toBe('Up')
    await waitFor(async () => expect(await iconOf('host02')).toContain('Power management is not configured'))
    expect(cell(await rowOf('host02'), 'host.col.status_icon').querySelector('[data-feature~="host.list.status.alert"]')).toBeTruthy()
    expect(await iconOf('host05')).toBe('Maintenance')
    expect(await iconOf('host06')).toContain('reinstalled')
    expect(await iconOf('host11')).toBe('Non-operational')
    expect(cell(await rowOf('host11'), 'host.col.status').textContent).toContain('A required network is missing')
    expect(cell(await rowOf('host05'), 'host.col.status').textContent).toContain('Firmware update')
    expect(cell(await rowOf('host03'), 'host.col.additional').textContent).toContain('Updates are available')
    expect(cell(await rowOf('host05'), 'host.col.additional').textContent).toContain('not active')
    for (const id of ['up', 'alert', 'maintenance', 'down', 'nonoperational']) await annotate(`host.list.status.${id}`, 'proven')
    for (const id of ['host.col.status_icon', 'host.col.additional']) await annotate(id, 'proven')
  })

  test('finds and sorts what the engine finds and sorts', async ({ annotate }) => {
    const { url } = await drawList('/hosts?search=cluster%3Ddesktops')
    await waitFor(async () => expect(shownNames()).toEqual(await searched('cluster=desktops sortby name asc')))
    fireEvent.click(screen.getByRole('button', { name: 'With problems' }))
    expect(url()).toContain('quick=problems')
    await waitFor(() => expect(shownNames()).toEqual(['host11', 'host12']))
    fireEvent.click(screen.getByRole('button', { name: 'Up' }))
    expect(url()).toContain('quick=up')
    await waitFor(async () => expect(shownNames()).toEqual(await searched('cluster=desktops and status=up sortby name asc')))
    fireEvent.click(screen.getByRole('button', { name: /^VMs/ }))
    await waitFor(async () => expect(shownNames()).toEqual(await searched('cluster=desktops and status=up sortby active_vms asc')))
    await annotate('host.list.search', 'proven')
  })

  test('says in the drawer what calls for attention, with the way out', async ({ annotate }) => {
    const id = String(at(await hostNamed('host05'), 'id'))
    await drawList(`/hosts?show=${id}`)
    const alert = (await screen.findByText('The host is in maintenance and runs no virtual machines.')).closest('[data-feature]')
    expect(alert?.getAttribute('data-feature')).toBe('host.general.action.alert.reinstall')
    fireEvent.click(await within(alert instanceof HTMLElement ? alert : document.body).findByRole('button', { name: 'Activate' }))
    await waitFor(async () => expect(await statusOf('host05')).not.toBe('maintenance'))
    await annotate('host.general.action.alert.reinstall', 'proven')
  })
})

describe('actions on hosts', () => {
  test('maintenance names the machines in the way, takes a reason and empties the host', async ({ annotate }) => {
    const pinned = rowsAt((await engine.get('/vms?max=1000')).body, 'vm').find((vm) => at(vm, 'placement_policy', 'affinity') === 'pinned' && at(vm, 'host', 'id') !== undefined)
    const blocked = rowsAt((await engine.get('/hosts')).body, 'host').find((host) => at(host, 'id') === at(pinned, 'host', 'id'))
    await drawHosts(String(at(blocked, 'name')), 'host11')
    await choose(String(at(blocked, 'name')))
    await act('Maintenance')
    const dialog = await screen.findByRole('dialog', { name: /Move this host to maintenance/ })
    expect(await within(dialog).findByText(String(at(pinned, 'name')))).toBeTruthy()
    expect(within(dialog).getByText(/pinned to (its|their) host/)).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Move to maintenance' }))
    expect(await within(dialog).findByRole('alert', { name: /1 request failed/ })).toBeTruthy()
    expect(await statusOf(String(at(blocked, 'name')))).toBe('up')
    fireEvent.click(within(dialog).getByText('Close'))

    await choose(String(at(blocked, 'name')), 'host11')
    await act('Maintenance')
    const second = await screen.findByRole('dialog', { name: /Move this host to maintenance/ })
    fireEvent.change(within(second).getByRole('textbox', { name: 'Reason' }), { target: { value: 'New memory' } })
    fireEvent.click(within(second).getByRole('button', { name: 'Move to maintenance' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    world.advance(60)
    expect(await statusOf('host11')).toBe('maintenance')
    expect(JSON.stringify((await engine.get('/events?search=host.name%3Dhost11')).body)).toContain('New memory')
    for (const id of ['host.action.maintenance', 'host.dialog.maintenance']) await annotate(id, 'proven')
  })

  test('a mixed selection runs on what can be activated and says why the rest is left out', async ({ annotate }) => {
    await drawHosts('host05', 'host01')
    await choose('host05', 'host01')
    await act('Activate')
    const dialog = await screen.findByRole('dialog')
    const skipped = within(dialog).getByRole('list', { name: /left out/ })
    expect(skipped.textContent).toContain('host01: Not possible while the host is in status “Up”')
    fireEvent.click(within(dialog).getByRole('button', { name: /Activate/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    world.advance(600)
    expect(await statusOf('host05')).toBe('up')
    await annotate('host.action.activate', 'proven')
  })

  test('a restart by power management can end in maintenance', async ({ annotate }) => {
    await drawHosts('host09')
    await choose('host09')
    await act('Restart by power management')
    const dialog = await screen.findByRole('dialog', { name: /Restart this host/ })
    expect(within(dialog).getByText('host09', { selector: 'li li bdi, .pf-v6-c-list > li > bdi' }).closest('li')?.textContent).toMatch(/^host09: \d+$/)
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Keep in maintenance after the restart' }))
    fireEvent.click(within(dialog).getByRole('button', { name: 'Restart' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    world.advance(900)
    expect(await statusOf('host09')).toBe('maintenance')
    for (const id of ['host.action.pmrestart', 'host.dialog.restart']) await annotate(id, 'proven')
  })

  test('a reboot is confirmed only after the box was ticked', async ({ annotate }) => {
    world.tables.hosts.change(String(at(await hostNamed('host06'), 'id')), (row) => { row.power_management = { ...row.power_management, enabled: false } })
    await drawHosts('host06')
    await choose('host06')
    await act('Confirm host has been rebooted')
    const dialog = await screen.findByRole('dialog', { name: /rebooted by hand/ })
    const confirm = within(dialog).getByRole('button', { name: 'Confirm reboot' })
    fireEvent.click(confirm)
    expect(screen.getByRole('dialog')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /I have seen/ }))
    fireEvent.click(confirm)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await statusOf('host06')).not.toBe('up')
    expect(JSON.stringify((await engine.get('/events?search=host.name%3Dhost06')).body)).toMatch(/manual|confirm|rebooted/i)
    for (const id of ['host.action.confirmreboot', 'host.dialog.manualfence']) await annotate(id, 'proven')
  })

  test('the role of the storage manager moves to another host', async ({ annotate }) => {
    await drawHosts('host02')
    await choose('host02')
    // work on storage keeps the role where it is
    for (const disk of world.tables.disks.all()) if (disk.status === 'locked') world.tables.disks.change(disk.id, (row) => { row.status = 'ok' })
    await act('Select as SPM')
    await waitFor(async () => expect(at(await hostNamed('host02'), 'spm', 'status')).not.toBe('none'))
    await annotate('host.action.spm', 'proven')
  })

  test('global maintenance of the hosted engine goes on and off', async ({ annotate }) => {
    await drawHosts('host01')
    await choose('host01')
    await act('Enable global HA maintenance')
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Enable' }))
    await waitFor(async () => expect(at(await hostNamed('host02'), 'hosted_engine', 'global_maintenance')).toBe('true'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await annotate('host.action.haon', 'proven')
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }))
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    await act('Disable global HA maintenance')
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Disable' }))
    await waitFor(async () => expect(at(await hostNamed('host02'), 'hosted_engine', 'global_maintenance')).toBe('false'))
    await annotate('host.action.haoff', 'proven')
  })

  test('a host in maintenance is removed, one that works is not', async ({ annotate }) => {
    await drawHosts('host12')
    await choose('host12')
    await act('Remove')
    const dialog = await screen.findByRole('dialog', { name: /Remove this host/ })
    expect(within(dialog).queryByRole('checkbox')).toBeNull()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }))
    await waitFor(async () => expect(await hostNamed('host12')).toBeUndefined())
    for (const id of ['host.action.remove', 'host.dialog.remove']) await annotate(id, 'proven')
  })
})
