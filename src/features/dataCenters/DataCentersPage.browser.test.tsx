import { screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn, rowsAt } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { formatNow } from '../../i18n/format.ts'
import { dataCentersWords } from './catalogue.ts'
import { DataCentersPage } from './DataCentersPage.tsx'
import { Tab as GeneralTab } from './GeneralTab.tsx'
import { Tab as NetworksTab } from './NetworksTab.tsx'
import { Tab as StorageTab } from './StorageTab.tsx'

let engine: Client
const world = buildWorld({ state: 'small', held: true })

beforeAll(async () => {
  giveElementsSize()
  engine = await logIn(world, 'admin')
})
beforeEach(async () => {
  queryClient.clear()
  disconnect()
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
  await dataCentersWords.load()
})

const listAt = async (path: string, element: string): Promise<readonly unknown[]> => rowsAt((await engine.get(path)).body, element)
const firstCenter = async (): Promise<unknown> => (await listAt('/datacenters', 'data_center'))[0]
const cellOf = async (row: string, column: string): Promise<string> => {
  const line = (await screen.findByText(row, { selector: '[data-pinned] *' })).closest('tr')
  return line?.querySelector(`[data-feature~="${column}"]`)?.textContent ?? ''
}
const factOf = (id: string): string => document.querySelector(`.pf-v6-c-description-list__group[data-feature~="${id}"] dd`)?.textContent ?? ''

describe('data centers', () => {
  test('the list shows what REST tells', async ({ annotate }) => {
    const center = await firstCenter()
    const name = String(at(center, 'name'))
    await draw(<DataCentersPage />, { client: queryClient, at: '/datacenters' })
    expect(await cellOf(name, 'dc.col.status')).toBe('Up')
    expect(await cellOf(name, 'dc.col.status_icon')).toBe('Up')
    expect(await cellOf(name, 'dc.col.storagetype')).toBe(at(center, 'local') === 'true' ? 'Local' : 'Shared')
    expect(await cellOf(name, 'dc.col.version')).toBe(`${String(at(center, 'version', 'major'))}.${String(at(center, 'version', 'minor'))}`)
    expect(await cellOf(name, 'dc.col.description')).toBe(at(center, 'description'))
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(`/datacenters/${String(at(center, 'id'))}/storage`)
    for (const id of ['dc.list.main', 'dc.list.status.up', ...['status_icon', 'name', 'storagetype', 'status', 'version', 'description'].map((column) => `dc.col.${column}`)]) await annotate(id, 'proven')
  })

  test.each([['maintenance', 'Maintenance', 'maintenance'], ['contend', 'Contending', 'contend'], ['not_operational', 'Not operational', 'down']] as const)('the icon of %s says so', async (status, word, item) => {
    const id = String(at(await firstCenter(), 'id'))
    world.tables.dataCenters.change(id, (row) => { row.status = status })
    await draw(<DataCentersPage />, { client: queryClient, at: '/datacenters' })
    const icon = await waitFor(() => {
      const found = document.querySelector(`[data-feature="dc.list.status.${item}"]`)
      expect(found).not.toBeNull()
      return found
    })
    expect(icon?.textContent).toBe(word)
    world.tables.dataCenters.change(id, (row) => { row.status = 'up' })
  })

  test('an older compatibility version is marked', async ({ annotate }) => {
    const center = await firstCenter()
    world.tables.dataCenters.change(String(at(center, 'id')), (row) => { row.version = { major: 4, minor: 3 } })
    await draw(<DataCentersPage />, { client: queryClient, at: '/datacenters' })
    await waitFor(async () => expect(await cellOf(String(at(center, 'name')), 'dc.col.additional')).toBe('A newer compatibility version is possible'))
    await annotate('dc.col.additional', 'proven')
  })

  test('a search finds what the engine finds', async ({ annotate }) => {
    await draw(<DataCentersPage />, { client: queryClient, at: '/datacenters?search=status%3Dmaintenance' })
    expect(await screen.findByText('Nothing matches')).toBeTruthy()
    await annotate('dc.list.search', 'proven')
  })

  test('General tells its settings', async () => {
    const center = await firstCenter()
    await draw(<GeneralTab parentId={String(at(center, 'id'))} />, { client: queryClient })
    await screen.findByText('Settings')
    expect(factOf('dc.fact.format')).toBe(String(at(center, 'storage_format')).toUpperCase())
    expect(factOf('dc.fact.quota')).toBe('Disabled')
  })

  test('storage stands there with its state and space, the master marked', async ({ annotate }) => {
    const id = String(at(await firstCenter(), 'id'))
    await draw(<StorageTab parentId={id} />, { client: queryClient })
    const domains = await listAt(`/datacenters/${id}/storagedomains`, 'storage_domain')
    const master = domains.find((domain) => at(domain, 'master') === 'true')
    const name = String(at(master, 'name'))
    expect(await cellOf(name, 'dc.storage.type')).toBe('Data (master)')
    expect(await cellOf(name, 'field.status')).toBe('Active')
    expect(await cellOf(name, 'dc.storage.free')).toBe(formatNow().bytes(Number(at(master, 'available'))))
    expect(await cellOf(name, 'dc.storage.used')).toBe(formatNow().bytes(Number(at(master, 'used'))))
    await waitFor(() => expect(document.querySelectorAll('tbody tr[data-index]').length).toBe(domains.length))
    await annotate('dc.tab.storage', 'proven')
  })

  test('logical networks stand there', async ({ annotate }) => {
    const id = String(at(await firstCenter(), 'id'))
    await draw(<NetworksTab parentId={id} />, { client: queryClient })
    const networks = await listAt(`/datacenters/${id}/networks`, 'network')
    const tagged = networks.find((network) => at(network, 'vlan', 'id') !== undefined)
    expect(await cellOf(String(at(tagged, 'name')), 'dc.network.vlan')).toBe(String(at(tagged, 'vlan', 'id')))
    await waitFor(() => expect(document.querySelectorAll('tbody tr[data-index]').length).toBe(networks.length))
    await annotate('dc.tab.networks', 'proven')
  })
})
