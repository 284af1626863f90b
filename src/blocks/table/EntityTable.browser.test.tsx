import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { no, yes } from '../../domain/verdict.ts'
import type { ListQuery, Page } from '../../engine/resource.ts'
import type { Action } from '../action.ts'
import type { Column } from '../column.ts'
import { createMemoryPreferences } from '../preferences.ts'
import { draw, giveElementsSize } from '../testing.tsx'
import { EntityTable } from './EntityTable.tsx'
import type { Sort } from './sortLoaded.ts'
import { TableEmpty } from './TableEmpty.tsx'
import { usePagedList } from './usePagedList.ts'
import { useSelection } from './useSelection.ts'

interface Machine { readonly id: string; readonly name: string; readonly status: string }
const machines = (count: number): readonly Machine[] =>
  Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, name: `web${index}`, status: index % 2 === 0 ? 'down' : 'up' }))

const columns: readonly Column<Machine>[] = [
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortBy: 'name', cell: ({ id, name }) => <a href={`/vms/${id}`} tabIndex={-1}>{name}</a> },
  { id: 'field.status', value: ({ status }) => status },
  { id: 'field.comment', value: () => 'note', hidden: true },
]

const started = vi.fn((row: Machine) => Promise.resolve({ correlationId: row.id }))
const actions: readonly Action<Machine>[] = [
  { id: 'button.open', group: 'lifecycle', takes: 'many', check: ({ status }) => (status === 'down' ? yes : no('actions.notHere')), run: started },
  { id: 'button.remove', group: 'destroy', takes: 'many', permit: 'delete_vm', run: started },
]

const sourceOf = (rows: readonly Machine[]) => ({
  type: 'vm' as const,
  readPage: (query: ListQuery, n: number): Promise<Page<Machine>> => {
    const sorted = query.sort?.descending ? rows.toReversed() : rows
    const part = sorted.slice((n - 1) * 100, n * 100)
    return Promise.resolve({ rows: part, more: part.length === 100, readAt: 0 })
  },
})

const placed = { type: 'vm' } as const
const Machines = ({ rows, offered = actions, onShow }: { readonly rows: readonly Machine[]; readonly offered?: readonly Action<Machine>[]; readonly onShow?: (id: string | undefined) => void }) => {
  const [sort, setSort] = useState<Sort>({ field: 'name', descending: false })
  const [shown, setShown] = useState<string>()
  const [source] = useState(() => sourceOf(rows))
  const list = usePagedList(source, { sort })
  const selection = useSelection(list)
  return (
    <>
      <output>{selection.rows.map(({ name }) => name).join(' ')}</output>
      <EntityTable
        id="machines" label="Machines" placed={placed} columns={columns} list={list} selection={selection} actions={offered}
        sort={sort} onSort={setSort} shownId={shown}
        onShow={onShow && ((id) => { setShown(id); onShow(id) })}
        empty={<TableEmpty fault={list.fault} onRetry={list.onRefresh} />}
      />
    </>
  )
}

const rowOf = async (name: string): Promise<HTMLElement> => {
  const link = await screen.findByRole('link', { name })
  const row = link.closest('tr')
  if (!row) throw new Error(`no row around ${name}`)
  return row
}
const chosen = (): string => screen.getByRole('status', { hidden: true }).textContent ?? ''
const focused = (): Element | null => document.activeElement

beforeAll(giveElementsSize)

describe('EntityTable', () => {
  test('draws only the visible rows of an endless list and tells that its length is unknown', async () => {
    await draw(<Machines rows={machines(250)} />)
    await rowOf('web0')
    const grid = screen.getByRole('grid', { name: 'Machines' })
    expect(grid.getAttribute('aria-rowcount')).toBe('-1')
    expect(within(grid).getAllByRole('row').length).toBeLessThan(40)
    expect(screen.queryByRole('link', { name: 'web99' })).toBeNull()
    expect((await rowOf('web3')).getAttribute('aria-rowindex')).toBe('5')
  })

  test('knows the length of a short list', async () => {
    await draw(<Machines rows={machines(3)} />)
    await rowOf('web2')
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('4')
    expect(screen.getByText('1–3 of 3')).toBeTruthy()
  })

  test('says that there is nothing yet', async () => {
    await draw(<Machines rows={[]} />)
    expect(await screen.findByText('Nothing here yet')).toBeTruthy()
  })

  test('hidden columns stay away until they are asked for', async () => {
    await draw(<Machines rows={machines(1)} />)
    await rowOf('web0')
    expect(screen.queryByRole('columnheader', { name: 'Comment' })).toBeNull()
  })

  test('shows a hidden column that the user chose', async () => {
    await draw(<Machines rows={machines(1)} />, { preferences: createMemoryPreferences({ columns: { machines: { shown: ['field.comment'] } } }) })
    expect(await screen.findByRole('columnheader', { name: 'Comment' })).toBeTruthy()
  })

  test('a header sorts the whole list on the server', async () => {
    await draw(<Machines rows={machines(3)} />)
    await rowOf('web0')
    const header = screen.getByRole('columnheader', { name: 'Name' })
    expect(header.getAttribute('aria-sort')).toBe('ascending')
    fireEvent.click(within(header).getByRole('button'))
    await waitFor(async () => expect((await rowOf('web2')).getAttribute('aria-rowindex')).toBe('2'))
    expect(header.getAttribute('aria-sort')).toBe('descending')
  })

  test('click chooses one row, Ctrl adds, Shift takes the range, and sorting keeps them', async () => {
    await draw(<Machines rows={machines(6)} />)
    fireEvent.click(await rowOf('web1'))
    expect(chosen()).toBe('web1')
    fireEvent.click(await rowOf('web3'), { ctrlKey: true })
    expect(chosen()).toBe('web1 web3')
    fireEvent.click(await rowOf('web5'), { shiftKey: true })
    expect(chosen()).toBe('web1 web3 web4 web5')
    fireEvent.click(within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button'))
    await waitFor(async () => expect((await rowOf('web5')).getAttribute('aria-rowindex')).toBe('2'))
    expect(chosen()).toBe('web1 web3 web4 web5')
  })

  test('the box of a row adds it to the selection', async () => {
    await draw(<Machines rows={machines(3)} />)
    await rowOf('web0')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select web0' }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select web2' }))
    expect(chosen()).toBe('web0 web2')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all loaded rows' }))
    expect(chosen()).toBe('web0 web2 web1')
  })

  test('keys walk, choose, extend, take all and enter the cells', async () => {
    await draw(<Machines rows={machines(5)} />)
    const first = await rowOf('web0')
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    await waitFor(async () => expect(focused()).toBe(await rowOf('web1')))
    fireEvent.keyDown(await rowOf('web1'), { key: ' ' })
    expect(chosen()).toBe('web1')
    fireEvent.keyDown(await rowOf('web1'), { key: 'ArrowDown', shiftKey: true })
    expect(chosen()).toBe('web1 web2')
    fireEvent.keyDown(await rowOf('web2'), { key: 'End' })
    await waitFor(async () => expect(focused()).toBe(await rowOf('web4')))
    fireEvent.keyDown(await rowOf('web4'), { key: 'a', ctrlKey: true })
    expect(chosen().split(' ')).toHaveLength(5)
    fireEvent.keyDown(await rowOf('web4'), { key: 'ArrowRight' })
    expect(focused()).toBe(screen.getByRole('checkbox', { name: 'Select web4' }))
    fireEvent.keyDown(screen.getByRole('checkbox', { name: 'Select web4' }), { key: 'ArrowRight' })
    expect(focused()).toBe(screen.getByRole('link', { name: 'web4' }))
  })

  test('the summary follows the arrow keys and Escape closes it', async () => {
    const onShow = vi.fn()
    await draw(<Machines rows={machines(3)} onShow={onShow} />)
    fireEvent.click(await rowOf('web0'))
    expect(onShow).toHaveBeenLastCalledWith('id-0')
    fireEvent.keyDown(await rowOf('web0'), { key: 'ArrowDown' })
    expect(onShow).toHaveBeenLastCalledWith('id-1')
    expect(chosen()).toBe('web1')
    fireEvent.keyDown(await rowOf('web1'), { key: 'Escape' })
    expect(onShow).toHaveBeenLastCalledWith(undefined)
  })

  test('right click and Shift-F10 open the actions of the row, refused ones focusable with the reason', async () => {
    await draw(<Machines rows={machines(3)} />)
    fireEvent.contextMenu(await rowOf('web1'))
    const menu = await screen.findByRole('menu', { name: 'Actions' })
    const open = within(menu).getByRole('menuitem', { name: 'Open' })
    expect(open.getAttribute('aria-disabled')).toBe('true')
    await waitFor(() => expect(focused()).toBe(open))
    expect(await screen.findByRole('tooltip')).toHaveProperty('textContent', 'Not available for this object')
    fireEvent.click(open)
    expect(started).not.toHaveBeenCalled()
    fireEvent.keyDown(open, { key: 'Escape' })
    expect(screen.queryByRole('menu')).toBeNull()
    fireEvent.keyDown(await rowOf('web0'), { key: 'F10', shiftKey: true })
    expect(within(await screen.findByRole('menu')).getByRole('menuitem', { name: 'Open' }).getAttribute('aria-disabled')).toBeNull()
  })

  test('the row menu hides what the user has no permit for, and runs what is chosen', async () => {
    started.mockClear()
    await draw(<Machines rows={machines(2)} />, { may: (permit) => permit !== 'delete_vm' })
    await rowOf('web0')
    fireEvent.click(screen.getByRole('button', { name: 'Actions of web0' }))
    const menu = await screen.findByRole('menu')
    expect(within(menu).queryByRole('menuitem', { name: 'Remove' })).toBeNull()
    fireEvent.click(within(menu).getByRole('menuitem', { name: 'Open' }))
    await waitFor(() => expect(started).toHaveBeenCalledTimes(1))
    expect(started.mock.calls[0]?.[0]).toMatchObject({ name: 'web0' })
  })

  test('who may do nothing gets neither boxes nor menus', async () => {
    await draw(<Machines rows={machines(3)} offered={actions.filter(({ permit }) => permit !== undefined)} />, { may: () => false })
    await screen.findByText('web0')
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Actions of/ })).toBeNull()
  })

  test('keys on a header change width and place of its column and are remembered', async () => {
    const preferences = createMemoryPreferences({ columns: { machines: { shown: ['field.comment'] } } })
    await draw(<Machines rows={machines(1)} />, { preferences })
    const header = await screen.findByRole('columnheader', { name: 'Status' })
    header.focus()
    fireEvent.keyDown(header, { key: 'ArrowRight', shiftKey: true })
    expect(preferences.getSnapshot().columns?.['machines']?.widthsPx).toEqual({ 'field.status': 166 })
    fireEvent.keyDown(header, { key: 'ArrowRight', ctrlKey: true })
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent).slice(1, 4)).toEqual(['Name', 'Comment', 'Status'])
  })
})
