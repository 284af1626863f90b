import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn, rowsAt } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { hostsWords } from './catalogue.ts'
import { Tab as ClusterHostsTab } from './ClusterHostsTab.tsx'
import { Tab as DevicesTab } from './DevicesTab.tsx'
import { Tab as GeneralTab } from './GeneralTab.tsx'
import { Tab as InterfacesTab } from './InterfacesTab.tsx'
import { Tab as MonitoringTab } from './MonitoringTab.tsx'

let engine: Client
const world = buildWorld({ state: 'datacenter', held: true })

beforeAll(async () => {
  giveElementsSize()
  engine = await logIn(world, 'admin')
})
beforeEach(() => {
  queryClient.clear()
  disconnect()
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
})

const listAt = async (path: string, element: string): Promise<readonly unknown[]> => rowsAt((await engine.get(path)).body, element)
const idOf = async (name: string): Promise<string> => String(at((await listAt(`/hosts?search=name%3D${name}`, 'host'))[0], 'id'))
const named = (rows: readonly unknown[], name: string): unknown => rows.find((row) => at(row, 'name') === name)

const drawTab = async (Tab: ComponentType<{ readonly parentId: string; readonly parentName: string }>, name: string, parentId?: string): Promise<string> => {
  const id = parentId ?? (await idOf(name))
  await hostsWords.load()
  await draw(<Tab parentId={id} parentName={name} />, { client: queryClient })
  return id
}
const cellOf = async (row: string, column: string): Promise<string> => {
  const line = (await screen.findByText(row, { selector: '[data-pinned] *' })).closest('tr')
  return line?.querySelector(`[data-feature~="${column}"]`)?.textContent ?? ''
}
const factOf = (id: string): string => document.querySelector(`.pf-v6-c-description-list__group[data-feature~="${id}"] dd`)?.textContent ?? ''

describe('tabs of a host', () => {
  test('General tells hardware, software and memory as REST does', async () => {
    const id = await drawTab(GeneralTab, 'host01')
    const host = at((await engine.get(`/hosts/${id}?all_content=true`)).body)
    await screen.findByText('Hardware')
    await waitFor(() => expect(factOf('host.general.cpuModel')).toBe(at(host, 'cpu', 'name')))
    expect(factOf('host.general.serial')).toBe(at(host, 'hardware_information', 'serial_number'))
    expect(factOf('host.general.software')).toBe(at(host, 'version', 'full_version'))
    expect(factOf('host.general.iscsi')).toBe(at(host, 'iscsi', 'initiator'))
    expect(factOf('host.general.selinux')).toBe('Enforcing')
    expect(factOf('host.general.kdump')).toBe('Enabled')
    expect(factOf('host.general.hostedEngine')).toBe('Active (score 3,400)')
    expect(factOf('host.general.logicalCpus')).toBe(String(Number(at(host, 'cpu', 'topology', 'cores')) * 2 * 2))
    await waitFor(() => expect(factOf('host.general.physicalMemory')).toMatch(/used of/))
  })

  test('General says why a host does not work, and what else it needs', async ({ annotate }) => {
    await drawTab(GeneralTab, 'host11')
    expect(await screen.findByText('The host is non-operational: A required network is missing')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Show its events' }).getAttribute('href')).toMatch(/\/hosts\/.+\/events$/)
    await annotate('host.general.action.alert.smt', 'proven')
  })

  test('Network interfaces shows bonds before their ports, networks with their roles, addresses and rates', async ({ annotate }) => {
    const id = await drawTab(InterfacesTab, 'host01')
    const nics = await listAt(`/hosts/${id}/nics`, 'host_nic')
    const bond = named(nics, 'bond0')
    expect(await cellOf('bond0', 'host.nic.mac')).toBe(at(bond, 'mac', 'address'))
    expect(await cellOf('bond0', 'host.nic.ipv4')).toBe(at(bond, 'ip', 'address'))
    expect(await cellOf('bond0', 'host.nic.bond')).toBe('Mode 4: 802.3ad')
    expect(await cellOf('bond0', 'host.nic.speed')).toBe('50 Gbit/s')
    expect(await cellOf('bond0', 'host.nic.rx')).toMatch(/bit\/s$/)
    expect(await cellOf('ens1f0', 'host.nic.base')).toBe('bond0')
    await waitFor(async () => expect(await cellOf('bond0', 'host.nic.network')).toMatch(/^ovirtmgmt .*Management/))
    await waitFor(async () => expect(await cellOf('bond0', 'host.nic.sync')).toBe('In sync'))
    const order = [...document.querySelectorAll('tbody [data-feature="field.name"]')].map(({ textContent }) => textContent)
    expect(order.indexOf('ens1f0')).toBeGreaterThan(order.indexOf('bond0'))
    expect(order.indexOf('ens1f0')).toBeLessThan(order.indexOf('bond1'))
    await annotate('host.tab.interfaces', 'proven')
  })

  test('a network that differs from its definition is marked with what differs', async () => {
    const id = await idOf('host02')
    const [attachment] = world.tables.networkAttachments.by('hostId', id)
    if (!attachment) throw new Error('the host has no networks')
    world.tables.networkAttachments.change(attachment.id, (row) => {
      row.in_sync = false
      row.reported_configurations = [{ name: 'mtu', expected_value: '9000', actual_value: '1500', in_sync: false }]
    })
    await drawTab(InterfacesTab, 'host02', id)
    const mark = await screen.findByTitle('mtu: defined as 9000, found 1500')
    expect(mark.textContent).toContain('Out of sync')
  })

  test('Host devices shows what machines may be given', async () => {
    const id = await drawTab(DevicesTab, 'host04')
    const devices = await listAt(`/hosts/${id}/devices`, 'host_device')
    const device = named(devices, 'pci_0000_18_00_0')
    expect(await cellOf('pci_0000_18_00_0', 'host.device.vendor')).toBe(at(device, 'vendor', 'name'))
    expect(await cellOf('pci_0000_18_00_0', 'host.device.product')).toBe(at(device, 'product', 'name'))
    expect(await cellOf('pci_0000_18_00_0', 'host.device.iommu')).toBe(String(at(device, 'iommu_group')))
  })

  test('Monitoring says from when it measures, and that nothing is measured on a silent host', async () => {
    await drawTab(MonitoringTab, 'host01')
    expect(await screen.findByText(/The engine keeps no history of hosts/)).toBeTruthy()
    expect(screen.getAllByRole('figure').map((figure) => figure.getAttribute('aria-label'))).toEqual(['CPU', 'Memory', 'Busiest interface'])
    expect(screen.getByRole('figure', { name: 'CPU' }).textContent).toMatch(/CPU: now \d+%/)
  })

  test('a host that does not answer is not measured', async () => {
    await drawTab(MonitoringTab, 'host06')
    expect(await screen.findByText('In this status nothing is measured.')).toBeTruthy()
  })

  test('a cluster lists its hosts with the same actions', async ({ annotate }) => {
    await drawTab(ClusterHostsTab, 'desktops', 'unused')
    const grid = await screen.findByRole('grid', { name: 'Hosts' })
    const expected = (await listAt('/hosts?search=cluster%3Ddesktops%20sortby%20name%20asc', 'host')).map((host) => at(host, 'name'))
    await waitFor(() => expect([...grid.querySelectorAll('[data-feature="host.col.name"] a')].map(({ textContent }) => textContent)).toEqual(expected))
    fireEvent.click(within(grid).getByRole('checkbox', { name: 'Select host07' }))
    expect(screen.getByRole('button', { name: 'Maintenance' }).getAttribute('aria-disabled')).not.toBe('true')
    await annotate('cluster.tab.hosts', 'proven')
  })
})
