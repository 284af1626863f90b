/** The languages of the product, each with the name its speakers give it. */
export const languages = [
  { tag: 'en', ownName: 'English' },
  { tag: 'zh-CN', ownName: '简体中文' },
] as const
export type Language = (typeof languages)[number]['tag']

/** Shared with `public/theme.js`, which sets `lang` before the first paint: the primary subtag, `en` or `zh`. */
const storageKey = 'portal.language'

/** The first wish that the product speaks, by primary subtag: any Chinese gets Simplified Chinese, nothing known gets English. */
export const toLanguage = (wishes: readonly string[]): Language => {
  for (const wish of wishes) {
    const primary = wish.split('-')[0]?.toLowerCase()
    const spoken = languages.find(({ tag }) => tag.split('-')[0] === primary)
    if (spoken) return spoken.tag
  }
  return 'en'
}

/** What the user chose earlier in this browser, else what the browser asks for. */
export const detectLanguage = (): Language => {
  const stored = readStored()
  return toLanguage(stored === null ? navigator.languages : [stored])
}

/** Keeps the choice for the first paint of the next visit. */
export const rememberLanguage = (language: Language): void => {
  try {
    localStorage.setItem(storageKey, language.split('-')[0] ?? language)
  } catch {
    // Storage may be forbidden by the browser; the choice then lasts until reload.
  }
}

const readStored = (): string | null => {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

/** Locale of dates and numbers: the browser's own variant of the language (en-GB), else the language itself. */
export const toFormatLocale = (language: Language, wishes: readonly string[]): string => {
  const primary = language.split('-')[0] ?? language
  return wishes.find((wish) => wish.split('-')[0] === primary) ?? language
}
