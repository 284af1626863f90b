/** What the catalogue check looks for, as pure functions over the words and the sources. */

export type Words = Readonly<Record<string, string>>
export interface CataloguePair { readonly name: string; readonly en: Words; readonly zh: Words }

const plural = /_(one|other|zero)$/
const stemOf = (key: string) => key.replace(plural, '')
const placeholdersOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name ?? '').sort().filter((name, index, all) => name !== all[index - 1])

/** Differences between the two languages of one catalogue: keys that one lacks, other placeholders, empty texts. */
export function comparePair({ name, en, zh }: CataloguePair): string[] {
  const problems: string[] = []
  for (const [key, text] of Object.entries(en)) {
    if (text.trim() === '') problems.push(`${name}: "${key}" is empty in English`)
    if (key.endsWith('_one')) continue
    const chinese = zh[key]
    if (chinese === undefined) problems.push(`${name}: "${key}" is missing in Chinese`)
    else if (chinese.trim() === '') problems.push(`${name}: "${key}" is empty in Chinese`)
    else if (placeholdersOf(chinese).join() !== placeholdersOf(text).join()) problems.push(`${name}: "${key}" has other placeholders in Chinese (${placeholdersOf(chinese).join(', ')}) than in English (${placeholdersOf(text).join(', ')})`)
  }
  for (const key of Object.keys(zh)) if (!(key in en)) problems.push(`${name}: "${key}" is missing in English`)
  for (const key of Object.keys(en)) if (key.endsWith('_one') && !(`${stemOf(key)}_other` in en)) problems.push(`${name}: "${key}" has no plural`)
  return problems
}

/** Keys that two catalogues define: whichever loads last would win. */
export function findDuplicates(pairs: readonly CataloguePair[]): string[] {
  const homes = new Map<string, string[]>()
  for (const { name, en } of pairs) for (const key of Object.keys(en)) homes.set(key, [...(homes.get(key) ?? []), name])
  return [...homes].filter(([, names]) => names.length > 1).map(([key, names]) => `"${key}" is defined in ${names.join(' and ')}`)
}

/** Style that a machine can judge: no exclamation marks, no "please"; Chinese with full-width punctuation and no typed spaces beside Latin words. */
export function judgeStyle({ name, en, zh }: CataloguePair): string[] {
  const rules: readonly (readonly [words: Words, language: string, pattern: RegExp, why: string])[] = [
    [en, 'en', /!|！/, 'has an exclamation mark'],
    [en, 'en', /\bplease\b/i, 'says please'],
    [zh, 'zh', /!|！/, 'has an exclamation mark'],
    [zh, 'zh', /请(?=先|您|输入|选择|稍|勿|重试|检查|确认)/, 'says please'],
    [zh, 'zh', /[\u4e00-\u9fff] +[A-Za-z0-9{]|[A-Za-z0-9}] +[\u4e00-\u9fff]/, 'has a typed space between Chinese and Latin'],
    [zh, 'zh', /[\u4e00-\u9fff][,;:?()]|[,;:?()][\u4e00-\u9fff]/, 'has half-width punctuation beside Chinese'],
    [zh, 'zh', /[\u4e00-\u9fff]\.(?!\S)/, 'ends a sentence with a half-width stop'],
  ]
  return rules.flatMap(([words, language, pattern, why]) => Object.entries(words).flatMap(([key, text]) => (pattern.test(text) ? [`${name}: "${key}" (${language}) ${why}: ${text}`] : [])))
}

/** Words of four and more Latin letters in Chinese texts that are not allowed; placeholders and marked-up values do not count. */
export function findLatin({ name, zh }: CataloguePair, allowed: Readonly<Record<string, string>>): string[] {
  return Object.entries(zh).flatMap(([key, text]) =>
    [...text.replaceAll(/\{\{[^}]*\}\}/g, '').matchAll(/[A-Za-z]{4,}/g)].flatMap(([word]) => (word in allowed ? [] : [`${name}: "${key}" (zh) holds the word "${word}": ${text}`])),
  )
}

/** How code can name keys: whole literals, and templates as their constant parts (`vm.status.${x}` gives ['vm.status.', '']). */
export interface Uses { readonly literals: ReadonlySet<string>; readonly templates: readonly (readonly string[])[] }

/** Reads literals and templates out of source text. Comments count too: a key that only a comment names is rare and harmless. */
export function findUses(texts: readonly string[]): Uses {
  const literals = new Set<string>()
  const templates = new Map<string, readonly string[]>()
  for (const text of texts) {
    for (const [, single, double] of text.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)) literals.add(single ?? double ?? '')
    for (const [, body = ''] of text.matchAll(/`((?:[^`\\]|\\.)*)`/g)) {
      const parts = body.split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/)
      if (parts.length === 1) literals.add(body)
      else if (parts.every((part) => /^[\w.-]*$/.test(part)) && parts.some((part) => part.includes('.'))) templates.set(parts.join('\0'), parts)
    }
  }
  return { literals, templates: [...templates.values()] }
}

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Keys that no source names, whole or by a template. A template that begins with a value, such as `${id}.help`, counts where that value is a literal. */
export function findUnused(pairs: readonly CataloguePair[], { literals, templates }: Uses): string[] {
  const patterns = templates.map((parts) => ({ pattern: new RegExp(`^${parts.map(escape).join('(.+)')}$`), begins: parts[0] !== '' }))
  const isUsed = (key: string): boolean =>
    literals.has(key) ||
    patterns.some(({ pattern, begins }) => {
      const match = pattern.exec(key)
      return match !== null && (begins || isUsed(match[1] ?? ''))
    })
  return pairs.flatMap(({ name, en }) => Object.keys(en).flatMap((key) => (isUsed(key) || isUsed(stemOf(key)) ? [] : [`${name}: "${key}" is used nowhere`])))
}
