/** Rules of style that the linter cannot express, as patterns over the text of a file. */
import type { Source } from './sources.ts'

interface HouseRule {
  readonly why: string
  /** files it holds for */
  readonly where: RegExp
  readonly butNot?: RegExp
  readonly pattern: RegExp
}

const test = /[.]test[.]tsx?$/
const isCode = /[.]tsx?$/

/** The words are split so that this table does not find itself. */
const houseRules: readonly HouseRule[] = [
  { why: 'compiler and linter are never silenced', where: isCode, pattern: new RegExp(`(${['@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck', 'oxlint-' + 'disable', 'eslint-' + 'disable'].join('|')})`) },
  { why: 'unfinished work does not land', where: isCode, pattern: new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK', 'not ' + 'implemented'].join('|')})\\b`) },
  // `as` narrows without proof, so the line or the one above says why; `as const` and renamed imports are another thing
  { why: 'a cast needs the reason in a comment on its line or above', where: /^(src|server|mocks)\/.*[.]tsx?$/, butNot: test, pattern: /^(?!.*\/[/*])(?!\s*(import|export|\*|[\w{},\s]*\} from)\b)(?!.*(['"`]).* as .*\2).*\bas (?!const\b|unknown\b|_|string &)[A-Z{(a-z]/ },
  { why: 'visible text comes from the catalogues', where: /^src\/.*[.]tsx$/, butNot: test, pattern: /\s(aria-label|title|placeholder|alt|label|aria-description|aria-roledescription|aria-valuetext)="(?![\w-]+[.][\w.-]+")[^"]*[A-Za-z]{2}/ },
  { why: 'text of the engine is never markup', where: /^src\//, butNot: test, pattern: new RegExp(`dangerouslySet${'InnerHTML'}|[.](inner|outer)HTML\\s*=|insertAdjacentHTML`) },
  { why: 'tests wait for what is seen, never for time', where: /([.]test[.]tsx?|[.]e2e[.]ts|^e2e\/.*[.]ts)$/, pattern: new RegExp(`waitForTimeout|\\bsle${'ep'}\\(|networkidle`) },
  { why: 'no test is skipped', where: /([.]test[.]tsx?|[.]e2e[.]ts)$/, pattern: new RegExp(`\\b(test|it|describe)(?:[.]describe)?[.](${['sk' + 'ip', 'fix' + 'me', 'to' + 'do', 'on' + 'ly', 'fai' + 'ls'].join('|')})\\b`) },
]

/** Names that say nothing of what is inside. */
const emptyName = /(^|\/)(utils?|helpers?|common|misc)([./]|$)/i

/** Breaches of the house rules, as `path:line: reason`. */
export function findBreaches({ path, text }: Source): string[] {
  const breaches = emptyName.test(path) ? [`${path}: the name says nothing of what is inside`] : []
  const lines = text.split('\n')
  for (const { why, where, butNot, pattern } of houseRules) {
    if (!where.test(path) || butNot?.test(path)) continue
    lines.forEach((line, index) => {
      if (!pattern.test(line)) return
      const above = lines[index - 1] ?? ''
      const isExplained = why.startsWith('a cast') && (/^\s*(\/\/|\*|\/\*)/.test(above) || /^\s*(\/\/|\*|\/\*)/.test(line))
      if (!isExplained) breaches.push(`${path}:${index + 1}: ${why}`)
    })
  }
  return breaches
}
