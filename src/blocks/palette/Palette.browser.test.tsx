import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { draw } from '../testing.tsx'
import { currentActions } from './currentActions.ts'
import { Palette } from './Palette.tsx'
import type { PaletteKind } from './Palette.tsx'

const find: PaletteKind['find'] = (text) => ({ queryKey: ['find', text], queryFn: () => Promise.resolve([{ id: '1', name: 'event-logger', to: '/vms/1' }]) })
const kinds: readonly PaletteKind[] = [{ label: 'entities.vm', find }]

test('pages, objects by name and actions of the page are found by typing and chosen by keys', async () => {
  const onClose = vi.fn()
  const onChoose = vi.fn()
  currentActions.set([{ id: 'button.search', subject: 'web1', onChoose }])
  const { url } = await draw(<Palette pages={[{ label: 'entities.event', to: '/events' }]} kinds={kinds} onClose={onClose} />)
  const input = await screen.findByRole('combobox', { name: 'Search pages, objects and actions' })
  fireEvent.change(input, { target: { value: 'event' } })
  await waitFor(() => expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['event-logger', 'Events']))
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(onClose).toHaveBeenCalled()
  expect(url()).toBe('/events')
  fireEvent.change(input, { target: { value: 'Sea' } })
  await waitFor(() => expect(screen.getByRole('option', { name: /Search/ })).toBeTruthy())
  fireEvent.click(screen.getByRole('option', { name: /Search/ }))
  expect(onChoose).toHaveBeenCalled()
  currentActions.set([])
})
