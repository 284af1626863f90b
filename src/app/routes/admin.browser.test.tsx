import { cleanup, render, screen } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EngineFault } from '../../engine/fault.ts'
import { startI18n } from '../../i18n/catalogue.ts'
import { appWords } from '../catalogue.ts'
import { NotFoundPage, RouteError } from './RouteError.tsx'

beforeEach(async () => {
  await startI18n('en')
  await appWords.load()
  // React reports what an error boundary caught; the tests look at the page instead.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const drawFailing = (failure: unknown) => {
  const Broken = () => { throw failure }
  render(<RouterProvider router={createMemoryRouter([{ path: '*', Component: Broken, ErrorBoundary: RouteError }])} />)
}

test('a page that throws shows its words and offers a reload', async () => {
  drawFailing(new Error('undefined is not a VM'))
  expect(await screen.findByRole('heading', { name: /This page has failed/ })).toBeTruthy()
  expect(screen.getByText('undefined is not a VM')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy()
})

test('an object that is gone is no failure of the page', async () => {
  drawFailing(new EngineFault({ kind: 'missing', status: 404 }))
  expect(await screen.findByRole('heading', { name: /This object does not exist/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Reload the page' })).toBeNull()
})

test('an unknown address leads home', async () => {
  render(<RouterProvider router={createMemoryRouter([{ path: '*', Component: NotFoundPage }])} />)
  expect(await screen.findByRole('heading', { name: /There is no such page/ })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Go to the start page' }).getAttribute('href')).toBe('/')
})
