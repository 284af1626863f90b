import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { no, yes } from '../../domain/verdict.ts'
import { EngineFault } from '../../engine/fault.ts'
import type { Accepted } from '../../engine/resource.ts'
import type { Action, ConfirmInput } from '../action.ts'
import { closeOverlays } from '../overlays/overlays.tsx'
import { draw } from '../testing.tsx'
import { closeToasts, toasts } from '../toasts/toasts.ts'
import { ActionBar } from './ActionBar.tsx'

interface Machine { readonly id: string; readonly name: string; readonly status: string }
const machine = (name: string, status = 'up'): Machine => ({ id: `id-${name}`, name, status })
const run = vi.fn<(row: Machine, input: ConfirmInput) => Promise<Accepted>>(({ id }) => Promise.resolve({ correlationId: id }))
const stop: Action<Machine> = {
  id: 'button.hide', group: 'lifecycle', takes: 'many', run, danger: true,
  check: ({ status }) => (status === 'up' ? yes : no('actions.notHere')),
  confirm: { reason: true, checks: [{ id: 'button.finish', initially: false, latch: true }] },
}
const show: Action<Machine> = { id: 'button.show', group: 'edit', takes: 'one', run }
const actions = [stop, show]
const placed = { type: 'vm' } as const
const bar = (rows: readonly Machine[]) => <ActionBar placed={placed} actions={actions} rows={rows} />
const fault = new EngineFault({ kind: 'refused', status: 409, detail: '[Cannot stop VM.]', correlationId: 'c-1' })

beforeEach(() => {
  run.mockReset()
  run.mockImplementation(({ id }) => Promise.resolve({ correlationId: id }))
  closeToasts()
  closeOverlays()
})

describe('ActionBar', () => {
  test('asks for a selection: disabled, focusable, with the reason', async () => {
    await draw(bar([]))
    const button = await screen.findByRole('button', { name: 'Hide' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    button.focus()
    expect(document.activeElement).toBe(button)
    fireEvent.focus(button)
    expect((await screen.findByRole('tooltip')).textContent).toBe('Select one or more objects first')
  })

  test('stands in the order of every surface', async () => {
    await draw(bar([machine('a')]))
    await screen.findByRole('button', { name: 'Hide' })
    expect(within(screen.getByRole('group', { name: 'Actions' })).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Show', 'Hide'])
  })

  test('a confirmation names the objects and what is left out with the reason, and waits for its latch', async () => {
    await draw(bar([machine('a'), machine('b', 'down'), machine('c')]))
    fireEvent.click(await screen.findByRole('button', { name: 'Hide' }))
    const dialog = await screen.findByRole('dialog', { name: 'Hide 2 of 3 selected objects?' })
    expect(within(dialog).getByText('b').closest('li')?.textContent).toBe('b: Not available for this object')
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Reason' }), { target: { value: 'maintenance' } })
    const send = within(dialog).getByRole('button', { name: 'Hide (2)' })
    expect(send.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(send)
    expect(run).not.toHaveBeenCalled()
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Finish' }))
    fireEvent.click(send)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(run.mock.calls.map(([{ name }, input]) => [name, input])).toEqual(['a', 'c'].map((name) => [name, { reason: 'maintenance', checks: { 'button.finish': true } }]))
  })

  test('a refused request leaves the dialog open with fault and correlation id, and only the failed one is sent again', async () => {
    run.mockImplementation(({ name, id }) => (name === 'a' ? Promise.reject(fault) : Promise.resolve({ correlationId: id })))
    await draw(bar([machine('a'), machine('b')]))
    fireEvent.click(await screen.findByRole('button', { name: 'Hide' }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('checkbox', { name: 'Finish' }))
    fireEvent.click(screen.getByRole('button', { name: 'Hide (2)' }))
    expect(await screen.findByText('Cannot stop VM.')).toBeTruthy()
    expect(screen.getByText('c-1')).toBeTruthy()
    run.mockClear()
    run.mockImplementation(({ id }) => Promise.resolve({ correlationId: id }))
    fireEvent.click(screen.getByRole('button', { name: 'Retry the failed ones' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(run.mock.calls.map(([{ name }]) => name)).toEqual(['a'])
  })

  test('without a confirmation a refusal becomes a message that stays', async () => {
    run.mockImplementation(() => Promise.reject(fault))
    await draw(bar([machine('a')]))
    fireEvent.click(await screen.findByRole('button', { name: 'Show' }))
    await waitFor(() => expect(toasts.getSnapshot()).toMatchObject([{ variant: 'danger', title: 'Show failed: a', fault }]))
  })
})
