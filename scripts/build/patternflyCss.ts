import postcss, { type Rule } from 'postcss'
import type { Plugin } from 'vite'

/** Theme variants, icon font and pieces that this product never shows. */
const unusedSelector = /theme-(felt|glass)|pficon|m-legacy-font|m-ai-indicator|m-thinking/
/** Faces that are never drawn: headings use the text face (src/ui sets the token), code the system's monospace. */
const unusedFace = /pficon|italic|Red ?Hat ?(Mono|Display)/i

function keepSelectors(rule: Rule, isKept: (selector: string) => boolean): void {
  const kept = rule.selectors.filter(isKept)
  if (kept.length) rule.selectors = kept
  else rule.remove()
}

/** One style sheet of PatternFly without the rules and font faces that this product never shows. Only text in, text out. */
export function trimSheet(css: string): string {
  const sheet = postcss.parse(css)
  sheet.walkAtRules('font-face', (face) => {
    if (unusedFace.test(face.toString())) face.remove()
  })
  sheet.walkRules((rule) => keepSelectors(rule, (selector) => !unusedSelector.test(selector)))
  return sheet.toString()
}

/** Trims PatternFly's style sheets as they enter the build. What is dropped is named above; nothing is guessed from use. */
export const patternflyCss = (): Plugin => ({
  name: 'patternfly-css',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /@patternfly.*\.css(\?.*)?$/ },
    handler: (code) => ({ code: trimSheet(code), map: null }),
  },
})
