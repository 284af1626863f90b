import { defineCatalogue } from '../i18n/catalogue.ts'

/** Words of the portal patterns: tables, actions, dialogs, forms, faults. Every page needs them, so the app loads them before its first paint. */
export const blockWords = defineCatalogue({ en: () => import('./words.en.ts'), zh: () => import('./words.zh.ts') })
