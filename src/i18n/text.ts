import { useSyncExternalStore } from 'react'
import { currentLanguage, sentences, subscribeToWords } from './catalogue.ts'
import type { Language } from './language.ts'
import type { MessageKey, MessageParams } from './messages.ts'

/** What a component needs to speak. */
export interface Text {
  /** The sentence of a key. `count` among the parameters chooses between `_one` and `_other`. */
  readonly t: (key: MessageKey, params?: MessageParams) => string
  /** For keys built from words of the engine (`vm.status.${status}`): the sentence, or the fallback where none exists. */
  readonly textOr: (key: string, fallback: string, params?: MessageParams) => string
  readonly language: Language
}

const t = (key: MessageKey, params?: MessageParams): string => sentences.find(currentLanguage(), key, params) ?? key
const textOr = (key: string, fallback: string, params?: MessageParams): string => sentences.find(currentLanguage(), key, params) ?? fallback

let snapshot: Text = { t, textOr, language: currentLanguage() }
/** A new object tells React that words changed; keys that appear later (a lazy catalogue) count as change too. */
subscribeToWords(() => {
  snapshot = { t, textOr, language: currentLanguage() }
})

/** The words of the present language; the component draws again when the language changes or a catalogue arrives. */
export const useText = (): Text => useSyncExternalStore(subscribeToWords, () => snapshot)

/** The same outside of components: titles of jobs, names of exported columns. Read at the moment of use, never kept. */
export const textNow = (): Text => snapshot
