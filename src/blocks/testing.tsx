import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { startI18n } from '../i18n/catalogue.ts'
import { blockWords } from './catalogue.ts'
import { closeOverlays, OverlayHost } from './overlays/overlays.tsx'
import { createMemoryPreferences, PreferencesContext } from './preferences.ts'
import type { PreferencesStore } from './preferences.ts'
import { RightsContext } from './rights.ts'
import type { JudgePermit } from './rights.ts'

interface DrawOptions {
  /** URL of the page; default `/` */
  readonly at?: string
  readonly preferences?: PreferencesStore
  readonly may?: JudgePermit
  /** cache of the queries; that of `engine` for pieces that change things on an engine and see the change */
  readonly client?: QueryClient
}

/** happy-dom lays nothing out: gives every element a size, so that windowed lists draw their rows. */
export const giveElementsSize = (): void => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 })
}

/** Draws a piece of the portal inside the providers that the app gives it. Answers also where the URL went. */
export const draw = async (piece: ReactNode, { at = '/', preferences = createMemoryPreferences(), may = () => true, client = new QueryClient({ defaultOptions: { queries: { retry: false } } }) }: DrawOptions = {}): Promise<RenderResult & { readonly url: () => string }> => {
  // Files share their modules: a dialog that another test left open would hide this page from assistive technology.
  closeOverlays()
  await startI18n('en')
  await blockWords.load()
  const router = createMemoryRouter([{ path: '*', element: <>{piece}<OverlayHost /></> }], { initialEntries: [at] })
  const result = render(
    <QueryClientProvider client={client}>
      <PreferencesContext value={preferences}>
        <RightsContext value={may}>
          <RouterProvider router={router} />
        </RightsContext>
      </PreferencesContext>
    </QueryClientProvider>,
  )
  return { ...result, url: () => `${router.state.location.pathname}${router.state.location.search}` }
}
