/** `node scripts/checks/size.ts`: do the built files keep the budgets? Sizes are those on the wire (brotli; fonts are compressed by themselves). */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../buildPortal.ts'
import { report } from './sources.ts'

const dist = join(root, 'dist')
const kB = 1000
const budgets = { 'initial scripts': 220 * kB, 'initial styles': 65 * kB, 'fonts of the first page': 41 * kB, 'a lazily loaded chunk': 60 * kB }

/** Bytes of a built file as the gateway sends it to a browser. */
function wireBytes(file: string): number {
  const path = join(dist, file)
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size
}
const sum = (files: readonly string[]) => files.reduce((total, file) => total + wireBytes(file), 0)

const page = readFileSync(join(dist, 'index.html'), 'utf8')
const initial = [...page.matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+|theme\.js)"/g)].map(([, file]) => file ?? '')
const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`)
const lazy = assets.filter((file) => /\.(js|css)$/.test(file) && !initial.includes(file))
const fonts = assets.filter((file) => file.endsWith('.woff2'))

const problems: string[] = []
function judge(what: keyof typeof budgets, bytes: number, which = ''): void {
  const line = `${what}${which && ` ${which}`}: ${(bytes / kB).toFixed(1)} kB of ${budgets[what] / kB} kB`
  if (bytes > budgets[what]) problems.push(line)
  else if (!which) console.log(line)
}
judge('initial scripts', sum(initial.filter((file) => file.endsWith('.js'))))
judge('initial styles', sum(initial.filter((file) => file.endsWith('.css'))))
judge('fonts of the first page', sum(fonts))
for (const file of lazy) judge('a lazily loaded chunk', wireBytes(file), file)
const largest = lazy.toSorted((one, other) => wireBytes(other) - wireBytes(one))[0]
report('size', problems, `${lazy.length} lazy chunks${largest === undefined ? '' : `, the largest ${(wireBytes(largest) / kB).toFixed(1)} kB`}`)
