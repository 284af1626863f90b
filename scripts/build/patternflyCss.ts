import postcss, { type Root, type Rule } from 'postcss'
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

const isTheme = (name: string) => name.startsWith('pf-v6-theme-')

/** Does the selector ask for a class of PatternFly that no script names? What stands in `:not()` is not asked for. */
function isDead(selector: string, named: ReadonlySet<string>): boolean {
  const asked = selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.((?:\\.|[\w-])+)/g)
  return [...asked].some(([, name = '']) => {
    const plain = name.replaceAll('\\', '')
    return plain.startsWith('pf-') && !isTheme(plain) && !named.has(plain)
  })
}

/** Custom properties of PatternFly that neither a declaration nor a script reads, until there are no more. */
function dropUnreadProperties(sheets: readonly Root[], script: string): void {
  const inScripts = new Set(script.match(/--[\w-]+/g))
  for (let isDone = false; !isDone; ) {
    isDone = true
    const read = new Set(inScripts)
    for (const sheet of sheets) sheet.walkDecls(({ value }) => { for (const [name] of value.matchAll(/--[\w-]+/g)) read.add(name) })
    for (const sheet of sheets) {
      sheet.walkDecls(/^--pf-/, (declaration) => {
        if (read.has(declaration.prop)) return
        declaration.remove()
        isDone = false
      })
    }
  }
}

/** What the built style sheets hold for nobody: rules for classes that no script of the build names, properties that nothing reads. In place. */
export function dropUnused(sheets: readonly Root[], script: string): void {
  const named = new Set(script.match(/[\w-]+/g))
  for (const sheet of sheets) {
    sheet.walkRules((rule) => {
      // Alternatives inside one selector would have to be taken apart.
      if (!/:(is|where|has)\(/.test(rule.selector)) keepSelectors(rule, (selector) => !isDead(selector, named))
    })
  }
  dropUnreadProperties(sheets, script)
  for (const sheet of sheets) {
    sheet.walk((node) => {
      if ('nodes' in node && node.nodes?.length === 0) node.remove()
    })
  }
}

/** Trims PatternFly's style sheets as they enter the build, and all sheets once it is known what the scripts name. Names of its classes are therefore never put together from pieces. */
export const patternflyCss = (): Plugin => ({
  name: 'patternfly-css',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /@patternfly.*\.css(\?.*)?$/ },
    handler: (code) => ({ code: trimSheet(code), map: null }),
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle)
      const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n')
      const sheets = files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [{ file, sheet: postcss.parse(String(file.source)) }] : []))
      dropUnused(sheets.map(({ sheet }) => sheet), script)
      for (const { file, sheet } of sheets) file.source = sheet.toString()
    },
  },
})
