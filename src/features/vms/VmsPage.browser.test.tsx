import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { closeOverlays } from '../../blocks/overlays/overlays.tsx'
import { createMemoryPreferences } from '../../blocks/preferences.ts'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { vms } from '../../engine/resources/vms.ts'
import { vmsWords } from './catalogue.ts'
import { VmsPage } from './VmsPage.tsx'
import { VmSummary } from './VmSummary.tsx'

let engine: Client

beforeEach(async () => {
  giveElementsSize()
  closeOverlays()
  queryClient.clear()
  disconnect()
  const world = buildWorld({ state: 'small', held: true })
  engine = await logIn(world, 'admin')
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
  await vmsWords.load()
})

const preferences = createMemoryPreferences({ columns: { 'vm.list.main': { shown: ['vm.col.vcpus', 'vm.col.defined_memory'] } } })
const drawPage = async (url = '/vms', may = () => true) => {
  const drawn = await draw(<VmsPage />, { client: queryClient, preferences, may, at: url })
  await waitFor(() => expect(names().length).toBeGreaterThan(0))
  return drawn
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
/** Rows of a REST answer: `rest('vms?search=status=up', 'vm')`. */
const rest = async (path: string, element: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const list = at((await engine.get(`/${path}`)).body, element)
  return Array.isArray(list) ? list.filter(isRow) : []
}
const search = (text: string) => rest(`vms?search=${encodeURIComponent(text)}`, 'vm')
const word = (value: unknown, ...path: readonly (string | number)[]): string => {
  const found = at(value, ...path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

/** By attribute: asking for roles reads every style, which takes seconds over whole tables. */
const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('tr[data-index]')]
const cell = (row: HTMLElement, id: string): HTMLElement => {
  const found = row.querySelector<HTMLElement>(`[data-feature~="${id}"]`)
  if (!found) throw new Error(`no cell ${id}`)
  return found
}
const names = (): readonly string[] => rows().flatMap((row) => row.querySelector('[data-feature~="vm.col.name"] a')?.textContent ?? [])
const rowOf = (name: string): HTMLElement => {
  const row = rows().find((candidate) => cell(candidate, 'vm.col.name').querySelector('a')?.textContent === name)
  if (!row) throw new Error(`no row of ${name}`)
  return row
}
/** One of the first machines by name with this status, which are those that are drawn. */
const drawnVm = async (status: string): Promise<Readonly<Record<string, unknown>>> => {
  const found = (await search('sortby name asc')).slice(0, 12).find((vm) => vm['status'] === status && isRow(vm['host']) === (status !== 'down'))
  if (!found) throw new Error(`none of the first machines is ${status}`)
  return found
}

describe('the list of virtual machines', () => {
  test('every column shows what the engine says of the machine', async ({ annotate }) => {
    const vm = await drawnVm('up')
    const id = word(vm, 'id')
    await engine.send('PUT', `/vms/${id}`, { comment: 'ask Ann', description: 'front end' })
    const one = async (path: string) => (await engine.get(path)).body
    const cluster = await one(`/clusters/${word(vm, 'cluster', 'id')}`)
    const statistics = await rest(`vms/${id}/statistics`, 'statistic')
    const percentOf = (name: string) => `${Math.round(Number(word(statistics.find((statistic) => statistic['name'] === name), 'values', 'value', 0, 'datum')))}%`
    const protocols = (await rest(`vms/${id}/graphicsconsoles?current=true`, 'graphics_console')).map(({ protocol }) => protocol)
    const topology = at(vm, 'cpu', 'topology')
    const expected: Readonly<Record<string, string>> = {
      'vm.col.status_icon': 'Up',
      'vm.col.type_icon': { server: 'Server', desktop: 'Desktop', high_performance: 'High performance' }[word(vm, 'type')] ?? '',
      'vm.col.name': word(vm, 'name'),
      'vm.col.comment': 'ask Ann',
      'vm.col.host': word(await one(`/hosts/${word(vm, 'host', 'id')}`), 'name'),
      'vm.col.ip': word(await one(`/vms/${id}/reporteddevices`), 'reported_device', 0, 'ips', 'ip', 0, 'address'),
      'vm.col.fqdn': word(vm, 'fqdn'),
      'vm.col.cluster': word(cluster, 'name'),
      'vm.col.datacenter': word(await one(`/datacenters/${word(cluster, 'data_center', 'id')}`), 'name'),
      'vm.col.memory_usage': percentOf('memory.usage.history'),
      'vm.col.cpu_usage': percentOf('cpu.usage.history'),
      'vm.col.network_usage': percentOf('network.usage.history'),
      'vm.col.graphics': protocols.length === 2 ? 'SPICE and VNC' : word(protocols, 0).toUpperCase(),
      'vm.col.status': 'Up',
      'vm.col.description': 'front end',
      'vm.col.vcpus': String(['sockets', 'cores', 'threads'].reduce((product, member) => product * Number(word(topology, member)), 1)),
      'vm.col.defined_memory': `${Number(word(vm, 'memory')) / 2 ** 30} GiB`,
    }
    await drawPage()
    const row = rowOf(word(vm, 'name'))
    for (const [column, text] of Object.entries(expected)) {
      expect(text, column).not.toBe('')
      await waitFor(() => expect(cell(row, column).textContent, column).toContain(text))
      await annotate(column, 'proven')
    }
    expect(cell(row, 'vm.col.uptime').querySelector('time')?.dateTime).toBe(new Date(Number(word(vm, 'start_time'))).toISOString())
    await Promise.all(['vm.col.uptime', 'vm.list.main', 'vm.list.status.up'].map((proven) => annotate(proven, 'proven')))
  })

  test('a machine that is down has no host, load, address or uptime', async () => {
    const vm = await drawnVm('down')
    await drawPage()
    const row = rowOf(word(vm, 'name'))
    expect(cell(row, 'vm.col.graphics').textContent).toBe('None')
    for (const column of ['host', 'ip', 'memory_usage', 'cpu_usage', 'network_usage', 'uptime']) expect(cell(row, `vm.col.${column}`).textContent, column).toBe('')
  })

  test('a machine whose changes wait for its next start says so', async () => {
    const vm = await drawnVm('up')
    await engine.send('PUT', `/vms/${word(vm, 'id')}`, { display: { monitors: '2' } })
    await drawPage()
    await waitFor(() => expect(cell(rowOf(word(vm, 'name')), 'vm.col.type_icon').textContent).toContain('Changes wait for the next start'))
  })

  test.each([
    ['vm.col.name', 'name'], ['vm.col.status', 'status'], ['vm.col.cpu_usage', 'cpu_usage'],
  ] as const)('the header %s sorts the whole list by %s, down and up', async (column, field) => {
    await drawPage('/vms?sort=fqdn')
    const press = () => fireEvent.click(document.querySelector(`th[data-feature="${column}"] button`) ?? document.body)
    for (const direction of ['asc', 'desc']) {
      press()
      const wanted = (await search(`sortby ${field} ${direction}`)).map((vm) => vm['name'])
      await waitFor(() => expect(names()).toEqual(wanted.slice(0, names().length)))
    }
  })

  test.each([
    ['Stopped', 'status=down or status=suspended'],
    ['With pending changes', 'next_run_config_exists=true'],
  ])('the filter %s finds what the search %s finds', async (filter, text) => {
    await drawPage()
    fireEvent.click(screen.getByText(filter))
    const wanted = (await search(`${text} sortby name asc`)).map((vm) => vm['name'])
    await waitFor(() => expect(names()).toEqual(wanted.slice(0, 19)))
  })

  test('filters of one group exclude each other', async () => {
    const { url } = await drawPage('/vms?quick=running')
    fireEvent.click(screen.getByText('Stopped'))
    await waitFor(() => expect(url()).toContain('quick=stopped'))
    expect(url()).not.toContain('running')
  })

  test('a typed search shows what the engine finds', async ({ annotate }) => {
    await drawPage(`/vms?search=${encodeURIComponent('status=down')}`)
    const wanted = (await search('status=down sortby name asc')).map((vm) => vm['name'])
    await waitFor(() => expect(names()).toEqual(wanted.slice(0, 19)))
    await annotate('common.list.search', 'proven')
  })

  test('the summary of a machine shows its facts, its load and what happened to it last', async () => {
    const [vm] = await vms.readList({ search: 'status=up sortby name asc', max: 1 })
    if (!vm) throw new Error('no machine runs')
    const newest = await rest(`events?search=${encodeURIComponent(`vm.name=${vm.name}`)}&max=1`, 'event')
    await draw(<VmSummary row={vm} />, { client: queryClient })
    await waitFor(() => expect(document.querySelector('.latest-events li bdi')?.getAttribute('title')).toBe(word(newest, 0, 'description')))
    for (const text of [vm.fqdn ?? '-', '%']) await waitFor(() => expect(document.body.textContent).toContain(text))
  })

  test('somebody without permissions is offered no action', async () => {
    await drawPage('/vms', () => false)
    expect(document.querySelector('[data-feature^="vm.action"]')).toBeNull()
  })
})
