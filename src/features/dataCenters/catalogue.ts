import { defineCatalogue } from '../../i18n/catalogue.ts'

export const dataCentersWords = defineCatalogue({ en: () => import('./words.en.ts'), zh: () => import('./words.zh.ts') })
