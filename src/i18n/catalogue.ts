import { createStore } from '../lib/store.ts'
import { detectLanguage, rememberLanguage } from './language.ts'
import type { Language } from './language.ts'
import { createSentences } from './sentences.ts'

/** A flat table of sentences, as `words.en.ts` exports it. */
export interface WordsModule { readonly words: Readonly<Record<string, string>> }

/** Where the words of one feature come from, per language: one lazy chunk each. */
export interface CatalogueSource { readonly en: () => Promise<WordsModule>; readonly zh: () => Promise<WordsModule> }

/** Words of one feature; `load` fetches those of the present language, once. A route awaits it beside its page. */
export interface Catalogue { readonly load: () => Promise<void> }

const sourceOf: Record<Language, keyof CatalogueSource> = { en: 'en', 'zh-CN': 'zh' }
/** The sentences of the page; outside of `i18n` nobody talks to them but through `useText` and `textNow`. */
export const sentences = createSentences()

/** Hears of a new language and of catalogues that arrived. */
const changes = createStore(0)
export const subscribeToWords = changes.subscribe
const announce = (): void => changes.set(changes.getSnapshot() + 1)

interface Registered { readonly source: CatalogueSource; readonly loaded: Map<Language, Promise<void>>; wanted: boolean }
const registered = new Set<Registered>()

const loadInto = (entry: Registered, language: Language): Promise<void> => {
  entry.wanted = true
  const known = entry.loaded.get(language)
  if (known) return known
  const loading = entry.source[sourceOf[language]]().then(
    ({ words }) => {
      sentences.add(language, words)
      announce()
    },
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
  announce()
  if (typeof document !== 'undefined') document.documentElement.lang = wish
}
