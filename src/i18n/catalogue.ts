import type { Resource } from 'i18next'
import { createInstance } from 'i18next'
import { detectLanguage, rememberLanguage } from './language.ts'
import type { Language } from './language.ts'

/** A flat table of sentences, as `words.en.ts` exports it. */
export interface WordsModule { readonly words: Readonly<Record<string, string>> }

/** Where the words of one feature come from, per language: one lazy chunk each. */
export interface CatalogueSource { readonly en: () => Promise<WordsModule>; readonly zh: () => Promise<WordsModule> }

/** Words of one feature; `load` fetches those of the present language, once. A route awaits it beside its page. */
export interface Catalogue { readonly load: () => Promise<void> }

const sourceOf: Record<Language, keyof CatalogueSource> = { en: 'en', 'zh-CN': 'zh' }
const namespace = 'portal'

/** The one instance; outside `i18n` nobody talks to it but through `useText` and `textNow`. */
export const i18n = createInstance()

const resources: Resource = {}
/**
 * Keys are feature ids with dots, so i18next must not split them. Values of parameters are text that React escapes;
 * `$t(` and `{{` inside a name must stay as typed, hence no nesting.
 */
void i18n.init({
  resources,
  lng: 'en',
  fallbackLng: false,
  load: 'currentOnly',
  ns: namespace,
  defaultNS: namespace,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false, skipOnVariables: true },
})

interface Registered { readonly source: CatalogueSource; readonly loaded: Map<Language, Promise<void>>; wanted: boolean }
const registered = new Set<Registered>()

const loadInto = (entry: Registered, language: Language): Promise<void> => {
  entry.wanted = true
  const known = entry.loaded.get(language)
  if (known) return known
  const loading = entry.source[sourceOf[language]]().then(
    ({ words }) => void i18n.addResourceBundle(language, namespace, words, false, true),
    (failure: unknown) => {
      // A chunk that could not be fetched is asked for again on the next visit.
      entry.loaded.delete(language)
      throw failure
    },
  )
  entry.loaded.set(language, loading)
  return loading
}

/** Registers the words of a feature. Call it once, at module level, in `features/<x>/catalogue.ts`. */
export const defineCatalogue = (source: CatalogueSource): Catalogue => {
  const entry: Registered = { source, loaded: new Map(), wanted: false }
  registered.add(entry)
  return { load: () => loadInto(entry, currentLanguage()) }
}

let language: Language = 'en'

/** The language of the page. */
export const currentLanguage = (): Language => language

/** Words that every page needs; read before the first paint. */
export const sharedWords = defineCatalogue({ en: () => import('./words.en.ts'), zh: () => import('./words.zh.ts') })
/** Words of the engine's enumerations: statuses, severities, reasons. */
export const statusWords = defineCatalogue({ en: () => import('./statusWords.en.ts'), zh: () => import('./statusWords.zh.ts') })

/** Chooses the language (given, else stored, else the browser's) and reads the shared words. Rejects when they cannot be fetched. */
export const startI18n = async (wish?: Language): Promise<void> => {
  await speak(wish ?? detectLanguage(), [sharedWords, statusWords])
}

/** Reads every registered catalogue in the present language: for what shows words of all features, and for tests. */
export const loadCatalogues = async (): Promise<void> => {
  await Promise.all([...registered].map((entry) => loadInto(entry, language)))
}

/** Changes the language of the page: reads anew what has been read so far, then redraws, and remembers the choice. */
export const changeLanguage = async (wish: Language): Promise<void> => {
  await speak(wish, [])
  rememberLanguage(wish)
}

const speak = async (wish: Language, needed: readonly Catalogue[]): Promise<void> => {
  await Promise.all([...registered].filter((entry) => entry.wanted).map((entry) => loadInto(entry, wish)))
  language = wish
  await Promise.all(needed.map((catalogue) => catalogue.load()))
  await i18n.changeLanguage(wish)
  if (typeof document !== 'undefined') document.documentElement.lang = wish
}
