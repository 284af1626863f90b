import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn, rowsAt } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { clustersQuery } from '../../blocks/cells/dataCenterOf.ts'
import { ActionBar } from '../../blocks/actions/ActionBar.tsx'
import { closeOverlays } from '../../blocks/overlays/overlays.tsx'
import { draw } from '../../blocks/testing.tsx'
import type { Host } from '../../domain/host.ts'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { hostActions } from './actions.ts'
import { hostsWords } from './catalogue.ts'

let world: ReturnType<typeof buildWorld>
let engine: Client

beforeEach(async () => {
  queryClient.clear()
  disconnect()
  world = buildWorld({ state: 'datacenter', held: true })
  engine = await logIn(world, 'admin')
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
  await hostsWords.load()
})

afterEach(closeOverlays)

const rowOf = (name: string) => {
  const [row] = world.tables.hosts.by('name', name)
  if (!row) throw new Error(`there is no ${name}`)
  return row
}
/** The newest entries of the log about a host. */
const newestOf = async (name: string): Promise<readonly unknown[]> => rowsAt((await engine.get(`/events?search=host.name%3D${name}&max=5`)).body, 'event')
const idOf = (event: unknown): number => Number(at(event, 'id'))
/** Only the actions of some hosts, each as a button. */
const drawActions = async (...names: readonly string[]): Promise<readonly Host[]> => {
  const rows = await Promise.all(names.map((name) => hosts.readOne(rowOf(name).id)))
  await draw(<ActionBar placed={hosts} actions={hostActions} rows={rows} buttons={hostActions.length} />, { client: queryClient })
  return rows
}
const press = (label: string): void => void fireEvent.click(screen.getByRole('button', { name: label }))
const confirm = async (label: string): Promise<void> => {
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: label }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
}

describe('each action asks the engine for what its name says', () => {
  test.each([
    ['host.action.refresh', 'host01', 'Refresh capabilities', undefined, /capabilities/i],
    ['host.action.upgradecheck', 'host04', 'Check for upgrade', 'Check for upgrade', /update|upgrade/i],
    ['host.action.upgrade', 'host08', 'Upgrade', 'Upgrade', /upgrade/i],
    ['host.action.enroll', 'host05', 'Enroll certificate', 'Enroll certificate', /certificate/i],
  ] as const)('%s', async (id, name, label, button, told) => {
    const before = Math.max(...(await newestOf(name)).map(idOf))
    await drawActions(name)
    press(label)
    if (button !== undefined) await confirm(button)
    await waitFor(async () => {
      world.advance(5)
      const news = (await newestOf(name)).filter((event) => idOf(event) > before)
      expect(news.map((event) => String(at(event, 'description'))).join(' ')).toMatch(told)
    })
    expect(hostActions.some((action) => action.id === id)).toBe(true)
  })

  test('power is switched off and on', async ({ annotate }) => {
    await drawActions('host05')
    press('Stop by power management')
    await confirm('Stop')
    await waitFor(() => {
      world.advance(30)
      expect(rowOf('host05').status).toBe('down')
    })
    await annotate('host.action.pmstop', 'proven')
    // the engine lets some minutes pass between two actions on the power of a host
    world.advance(300)
    press('Start by power management')
    await waitFor(() => {
      world.advance(30)
      expect(rowOf('host05').status).not.toBe('down')
    })
    await annotate('host.action.pmstart', 'proven')
  })

  test('Cockpit opens in a window of its own', async ({ annotate }) => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    await drawActions('host01')
    press('Host console (Cockpit)')
    expect(open).toHaveBeenCalledWith(`https://${rowOf('host01').address}:9090/`, '_blank', 'noopener,noreferrer')
    open.mockRestore()
    await annotate('host.action.console', 'proven')
  })

  test('tags are given to several hosts at once', async ({ annotate }) => {
    const tag = rowsAt((await engine.get('/tags')).body, 'tag').map((one) => String(at(one, 'name'))).find((name) => name !== 'root')
    await drawActions('host01', 'host02')
    press('Assign tags')
    const dialog = await screen.findByRole('dialog', { name: 'Tags of 2 hosts' })
    const box = await within(dialog).findByRole('checkbox', { name: tag ?? '' })
    if (!(box instanceof HTMLInputElement)) throw new Error('a box is an input')
    fireEvent.click(box)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    for (const name of ['host01', 'host02']) expect(rowsAt((await engine.get(`/hosts/${rowOf(name).id}/tags`)).body, 'tag').map((one) => at(one, 'name'))).toContain(tag)
    await annotate('host.action.tags', 'proven')
  })
})

describe('what the portal knows before the engine is asked', () => {
  test('hosts are activated by falling SPM priority', async () => {
    for (const [name, priority] of [['host05', 2], ['host11', 7]] as const) {
      world.tables.hosts.change(rowOf(name).id, (row) => {
        row.status = 'maintenance'
        row.spm = { status: 'none', priority }
      })
    }
    const asked: string[] = []
    connect({
      fetch: (request) => {
        const id = /hosts\/([^/]+)\/activate/.exec(request.url)?.[1]
        if (id !== undefined) asked.push(id)
        return handle(request, world)
      },
    })
    await drawActions('host05', 'host11')
    press('Activate')
    await waitFor(() => expect(asked).toEqual([rowOf('host11').id, rowOf('host05').id]))
  })

  test.each([
    ['Select as SPM', 'host05', 'Not possible while the host is in status “Maintenance”'],
    ['Restart by power management', 'host02', 'Power management is not configured'],
    ['Upgrade', 'host01', 'No updates are known: check for upgrade first'],
    ['Disable global HA maintenance', 'host01', 'Global HA maintenance is not on'],
  ])('%s is refused with its reason', async (label, name, reason) => {
    await drawActions(name)
    const button = screen.getByRole('button', { name: label })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    fireEvent.mouseEnter(button)
    expect(await screen.findByText(reason)).toBeTruthy()
  })

  test('hosts without a hosted engine agent offer nothing of it; Gluster is asked about where it is served', async () => {
    const [host] = await drawActions('host07')
    expect(screen.queryByRole('button', { name: /global HA maintenance/ })).toBeNull()
    press('Maintenance')
    expect(within(await screen.findByRole('dialog')).queryByRole('checkbox')).toBeNull()
    closeOverlays()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    world.tables.clusters.change(host?.cluster?.id ?? '', (row) => { row.gluster_service = true })
    await queryClient.fetchQuery(clustersQuery)
    press('Maintenance')
    expect(within(await screen.findByRole('dialog')).getByRole('checkbox', { name: 'Stop the Gluster service' })).toHaveProperty('checked', false)
  })

  test('an image-based host reboots into its upgrade whether one wants it or not', async ({ annotate }) => {
    world.tables.hosts.change(rowOf('host08').id, (row) => { row.type = 'ovirt_node' })
    await drawActions('host08')
    press('Upgrade')
    const box = within(await screen.findByRole('dialog')).getByRole('checkbox', { name: /Reboot the host/ })
    expect(box).toHaveProperty('checked', true)
    expect(box).toHaveProperty('disabled', true)
    expect(screen.getByText('oVirt Node always reboots into its new image.')).toBeTruthy()
    await annotate('host.dialog.upgrade', 'proven')
  })
})
