import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { EngineFault } from '../../engine/fault.ts'
import type { ListQuery, Page } from '../../engine/resource.ts'
import type { Action } from '../action.ts'
import type { Column } from '../column.ts'
import { closeOverlays } from '../overlays/overlays.tsx'
import { createMemoryPreferences } from '../preferences.ts'
import { draw, giveElementsSize } from '../testing.tsx'
import { ListPage } from './ListPage.tsx'
import type { QuickFilter } from './ListPage.tsx'

interface Machine { readonly id: string; readonly name: string }
const machines: readonly Machine[] = ['web1', 'web2', '=cmd()'].map((name) => ({ id: `id-${name}`, name }))
const columns: readonly Column<Machine>[] = [
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortBy: 'name', cell: ({ name }) => <a href="/x">{name}</a> },
  { id: 'field.comment', value: ({ id }) => id },
]
const actions: readonly Action<Machine>[] = [
  { id: 'button.new', group: 'create', takes: 'none', href: () => '/new' },
  { id: 'button.open', group: 'lifecycle', takes: 'many' },
]
const readPage = vi.fn<(query: ListQuery, n: number) => Promise<Page<Machine>>>(() => Promise.resolve({ rows: machines, more: false, readAt: 0 }))
const source = {
  type: 'vm' as const,
  readPage,
  detail: (id: string) => ({ queryKey: ['vm', id] as const, queryFn: () => Promise.resolve(machines.find((row) => row.id === id) ?? { id, name: '' }), placeholderData: () => undefined }),
  defaultSort: { field: 'name', descending: false },
}
const quick: readonly QuickFilter[] = [{ id: 'plus.filter.up', label: 'answer.yes', search: 'status=up' }]
const Summary = ({ row }: { readonly row: Machine }) => <p>{row.id}</p>
const page = <ListPage id="vm.list" title="entities.vm" source={source} columns={columns} actions={actions} search="vm" quickFilters={quick} Summary={Summary} href={({ id }) => `/vms/${id}`} />
const asked = (): ListQuery | undefined => readPage.mock.lastCall?.[0]
const byName = { field: 'name', descending: false }
const searchBox = (): Promise<HTMLElement> => screen.findByRole('combobox', { name: 'Search text' })

beforeAll(giveElementsSize)
beforeEach(() => {
  closeOverlays()
  readPage.mockReset()
  readPage.mockImplementation(() => Promise.resolve({ rows: machines, more: false, readAt: 0 }))
})

describe('ListPage', () => {
  test('shows title with count, the main action and the rows', async () => {
    const { url } = await draw(page)
    expect(await screen.findByRole('heading', { level: 1, name: 'Virtual machines 3' })).toBeTruthy()
    expect(await screen.findByRole('link', { name: 'web1' })).toBeTruthy()
    expect(asked()).toEqual({ sort: byName })
    fireEvent.click(screen.getByRole('button', { name: 'New' }))
    expect(url()).toBe('/new')
  })

  test('completes the search while typing and asks the engine on Enter', async () => {
    const { url } = await draw(page)
    const input = await searchBox()
    fireEvent.change(input, { target: { value: 'stat' } })
    expect(within(await screen.findByRole('listbox')).getByRole('option', { name: /status/ })).toBeTruthy()
    fireEvent.keyDown(input, { key: 'ArrowDown' })
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(input).toHaveProperty('value', 'status')
    fireEvent.change(input, { target: { value: 'Vms: status=up sortby cpu_usage desc' } })
    fireEvent.keyDown(input, { key: 'Escape' })
    fireEvent.keyDown(input, { key: 'Enter' })
    await waitFor(() => expect(asked()).toEqual({ search: 'status=up', sort: { field: 'cpu_usage', descending: true } }))
    expect(new URLSearchParams(url().split('?')[1]).get('search')).toBe('status=up sortby cpu_usage desc')
  })

  test('shows a mistake at its word and asks nothing', async () => {
    await draw(page)
    await screen.findByRole('link', { name: 'web1' })
    const before = readPage.mock.calls.length
    const input = await searchBox()
    fireEvent.change(input, { target: { value: 'status=up sortby nonsense' } })
    fireEvent.keyDown(input, { key: 'Escape' })
    fireEvent.keyDown(input, { key: 'Enter' })
    expect(await screen.findByText('The list cannot be sorted by this field', { exact: false })).toBeTruthy()
    expect(screen.getByText('nonsense').tagName).toBe('MARK')
    expect(readPage.mock.calls).toHaveLength(before)
  })

  test('a quick filter joins the typed search', async () => {
    await draw(page, { at: '/?search=name%3Da%20or%20name%3Db' })
    fireEvent.click(await screen.findByRole('button', { name: 'Yes' }))
    await waitFor(() => expect(asked()?.search).toBe('name=a and status=up or name=b and status=up'))
  })

  test('sorts by a header through the URL', async () => {
    const { url } = await draw(page)
    fireEvent.click(within(await screen.findByRole('columnheader', { name: 'Name' })).getByRole('button'))
    await waitFor(() => expect(asked()?.sort).toEqual({ field: 'name', descending: true }))
    expect(url()).toBe('/?sort=-name')
  })

  test('a row opens its summary beside the list, the cross closes it', async () => {
    const { url } = await draw(page)
    const row = (await screen.findByRole('link', { name: 'web2' })).closest('tr')
    if (row) fireEvent.click(row)
    expect(await screen.findByText('id-web2', { selector: 'p' })).toBeTruthy()
    expect(url()).toBe('/?show=id-web2')
    expect(screen.getByText('1 selected', { exact: false })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(url()).toBe('/'))
  })

  test('nothing matches: offers to clear the search', async () => {
    readPage.mockImplementation((query) => Promise.resolve({ rows: query.search ? [] : machines, more: false, readAt: 0 }))
    const { url } = await draw(page, { at: '/?search=name%3Dnone' })
    expect(await screen.findByText('Nothing matches')).toBeTruthy()
    fireEvent.click(screen.getByText('Clear search'))
    await screen.findByRole('link', { name: 'web1' })
    expect(url()).toBe('/')
  })

  test('the engine does not answer: says so and tries again', async () => {
    readPage.mockImplementation(() => Promise.reject(new EngineFault({ kind: 'unreachable', status: 502 })))
    await draw(page)
    expect((await screen.findAllByText('The engine does not answer')).length).toBeGreaterThan(0)
    readPage.mockImplementation(() => Promise.resolve({ rows: machines, more: false, readAt: 0 }))
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(await screen.findByRole('link', { name: 'web1' })).toBeTruthy()
  })

  test('columns are hidden, widened and put back in their dialog', async () => {
    const preferences = createMemoryPreferences()
    await draw(page, { preferences })
    fireEvent.click(await screen.findByRole('button', { name: 'Columns' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Comment wider' }))
    expect(preferences.getSnapshot().columns?.['vm.list']?.widthsPx).toEqual({ 'field.comment': 166 })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Comment' }))
    expect(screen.queryByRole('spinbutton', { name: 'Width of Comment' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Reset to defaults' }))
    expect(await screen.findByRole('spinbutton', { name: 'Width of Comment' })).toBeTruthy()
  })

  test('exports every match as CSV that no spreadsheet calculates', async () => {
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { if (blob instanceof Blob) saved.push(blob); return 'blob:x' })
    await draw(page)
    fireEvent.click(await screen.findByRole('button', { name: 'Export all matches as CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(await saved[0]?.text()).toContain("Name,Comment\r\nweb1,id-web1\r\nweb2,id-web2\r\n'=cmd(),id-=cmd()\r\n")
    vi.restoreAllMocks()
  })
})
