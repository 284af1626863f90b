import { defineCatalogue } from '../../i18n/catalogue.ts'

/** Words of the permissions tab; they come with it. */
export const permissionWords = defineCatalogue({ en: () => import('./words.en.ts'), zh: () => import('./words.zh.ts') })
