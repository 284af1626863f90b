import { defineCatalogue } from '../../i18n/catalogue.ts'

export const clustersWords = defineCatalogue({ en: () => import('./words.en.ts'), zh: () => import('./words.zh.ts') })
