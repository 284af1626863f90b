import { useSyncExternalStore } from 'react'
import { createStore } from '../lib/store.ts'

/** The themes people choose from; `public/theme.js` reads the same key and words before the first paint. */
export const themes = ['system', 'light', 'dark', 'high-contrast'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'portal.theme'
const darkQuery = '(prefers-color-scheme: dark)'
const contrastQuery = '(prefers-contrast: more)'

const readTheme = (): Theme => {
  try {
    const stored = localStorage.getItem(storageKey)
    return themes.find((theme) => theme === stored) ?? 'system'
  } catch {
    // Storage may be forbidden by the browser; the choice then lasts until reload.
    return 'system'
  }
}

const chosen = createStore(readTheme())

/** Which classes of `<html>` a theme means. High contrast follows the system between light and dark. */
export const toThemeClasses = (theme: Theme, system: { readonly dark: boolean; readonly contrast: boolean }): { dark: boolean; contrast: boolean } => ({
  dark: theme === 'dark' || (theme !== 'light' && system.dark),
  contrast: theme === 'high-contrast' || (theme === 'system' && system.contrast),
})

const paint = (): void => {
  const { dark, contrast } = toThemeClasses(chosen.getSnapshot(), { dark: matchMedia(darkQuery).matches, contrast: matchMedia(contrastQuery).matches })
  document.documentElement.classList.toggle('pf-v6-theme-dark', dark)
  document.documentElement.classList.toggle('pf-v6-theme-high-contrast', contrast)
}

/** Follows the system's wishes and the choice made in another tab, for as long as the page lives. */
export const startTheme = (): void => {
  for (const query of [darkQuery, contrastQuery]) matchMedia(query).addEventListener('change', paint)
  window.addEventListener('storage', ({ key }) => {
    if (key === storageKey) take(readTheme())
  })
  paint()
}

const take = (theme: Theme): void => {
  chosen.set(theme)
  paint()
}

/** Repaints at once and remembers the choice in this browser. */
export const chooseTheme = (theme: Theme): void => {
  try {
    localStorage.setItem(storageKey, theme)
  } catch {
    // see readTheme
  }
  take(theme)
}

export const useTheme = (): Theme => useSyncExternalStore(chosen.subscribe, chosen.getSnapshot)
