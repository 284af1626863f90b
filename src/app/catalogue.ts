import { defineCatalogue } from '../i18n/catalogue.ts'

/** Words of log-in, frame and account; read before the first paint. */
export const appWords = defineCatalogue({ en: () => import('./words.en.ts'), zh: () => import('./words.zh.ts') })
