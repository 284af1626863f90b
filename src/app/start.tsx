import { createRoot } from 'react-dom/client'
import { blockWords } from '../blocks/catalogue.ts'
import { connect, connection } from '../engine/connection.ts'
import { session } from '../engine/session.ts'
import { readSite, toFetch } from '../engine/site.ts'
import { sleep } from '../lib/clock.ts'
import { currentLanguage, loadCatalogues, startI18n } from '../i18n/catalogue.ts'
import { App } from './App.tsx'
import { features } from './features.ts'
import { matchPages } from './routes/admin.tsx'
import { appWords } from './catalogue.ts'
import { startActivityWatch } from './session/activity.ts'
import { startTheme } from './theme.ts'

/** What no first page needs comes after it. */
const othersDelayMs = 1500

/** Starts the portal in the element: words and `config.json` first, then everything else at once. */
export const start = async (element: HTMLElement): Promise<void> => {
  startTheme()
  const reading = readSite(import.meta.env.BASE_URL)
  await startI18n()
  preloadPage()
  await Promise.all([appWords.load(), blockWords.load()])
  const site = await reading
  connect({ language: currentLanguage, fetch: toFetch(site) })
  createRoot(element).render(<App site={site} />)
  startActivityWatch()
  await session.start()
  // Palette, tasks and tree speak of all features; the page and the menu bring or share their own words and come first.
  await sleep(connection().clock, othersDelayMs)
  await loadCatalogues()
  // The log-in that lies over a page whose session died must not depend on a server that may be away by then.
  await import('./session/LogIn.tsx').catch(() => undefined)
}

/** Fetches the code of the page that the address names while it is still being found out who is there. */
const preloadPage = (): void => {
  for (const { route } of matchPages(features, window.location, import.meta.env.BASE_URL)) {
    // The router asks again and tells the failure where the page would stand.
    if (typeof route.lazy === 'object') void route.lazy.Component?.().catch(() => undefined)
  }
}
