import { useSyncExternalStore } from 'react'
import { currentLanguage, i18n } from './catalogue.ts'
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

const t = (key: MessageKey, params?: MessageParams): string => i18n.t(key, params ?? {})
const textOr = (key: string, fallback: string, params?: MessageParams): string =>
  i18n.exists(key, params ?? {}) ? i18n.t(key, params ?? {}) : fallback

let snapshot: Text = { t, textOr, language: currentLanguage() }
const listeners = new Set<() => void>()
/** A new object tells React that words changed; keys that appear later (a lazy catalogue) count as change too. */
const onChange = (): void => {
  snapshot = { t, textOr, language: currentLanguage() }
  for (const listener of listeners) listener()
}
i18n.on('languageChanged', onChange)
i18n.store.on('added', onChange)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The words of the present language; the component draws again when the language changes or a catalogue arrives. */
export const useText = (): Text => useSyncExternalStore(subscribe, () => snapshot)

/** The same outside of components: titles of jobs, names of exported columns. Read at the moment of use, never kept. */
export const textNow = (): Text => snapshot
