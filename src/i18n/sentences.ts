import type { Language } from './language.ts'
import type { MessageParams } from './messages.ts'

/** All sentences that were read so far, of every language. */
export interface Sentences {
  /** adds or replaces sentences of a language */
  readonly add: (language: Language, words: Readonly<Record<string, string>>) => void
  /** the sentence of a key with its places filled; undefined where there is none */
  readonly find: (language: Language, key: string, params?: MessageParams) => string | undefined
}

/** Words in double braces; what stands in the parameters is never looked through again. */
const place = /\{\{(\w+)\}\}/g

/** `{{name}}` in a sentence is filled from the parameters; `count` among them chooses between `key_one` and `key_other` by the rules of the language. */
export const createSentences = (): Sentences => {
  const known = new Map<Language, Map<string, string>>()
  const plurals = new Map<Language, Intl.PluralRules>()
  const formOf = (language: Language, count: number): string => {
    const rules = plurals.get(language) ?? new Intl.PluralRules(language)
    plurals.set(language, rules)
    return rules.select(count)
  }
  return {
    add: (language, words) => {
      const sentences = known.get(language) ?? new Map<string, string>()
      known.set(language, sentences)
      for (const [key, sentence] of Object.entries(words)) sentences.set(key, sentence)
    },
    find: (language, key, params = {}) => {
      const sentences = known.get(language)
      const { count } = params
      const counted = typeof count === 'number' ? sentences?.get(`${key}_${formOf(language, count)}`) : undefined
      return (counted ?? sentences?.get(key))?.replace(place, (_, name: string) => String(params[name] ?? ''))
    },
  }
}
