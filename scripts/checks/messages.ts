/** `node scripts/checks/messages.ts`: are both languages complete, used, and written in the house style? */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../buildPortal.ts'
import { comparePair, findDuplicates, findLatin, findUnused, findUses, judgeStyle, type CataloguePair, type Words } from './catalogues.ts'
import { latinWords } from '../../e2e/latinWords.ts'
import { readSources, report } from './sources.ts'

const sources = readSources(['src'])
const isCatalogue = (path: string) => /[wW]ords[.](en|zh)[.]ts$/.test(path)

async function readWords(path: string): Promise<Words> {
  const { words }: { words?: Words } = await import(join(root, path))
  if (!words) throw new Error(`${path} exports no "words"`)
  return words
}

const pairs: CataloguePair[] = []
const problems: string[] = []
for (const { path } of sources) {
  if (!isCatalogue(path)) continue
  const name = path.replace(/[.](en|zh)[.]ts$/, '')
  if (path.endsWith('.zh.ts')) {
    if (!existsSync(join(root, `${name}.en.ts`))) problems.push(`${path} has no English counterpart`)
    continue
  }
  if (!existsSync(join(root, `${name}.zh.ts`))) problems.push(`${path} has no Chinese counterpart`)
  else pairs.push({ name, en: await readWords(path), zh: await readWords(`${name}.zh.ts`) })
}

const uses = findUses(sources.filter(({ path }) => !isCatalogue(path) && !/[.]test[.]tsx?$/.test(path)).map(({ text }) => text))
const allowed = Object.keys(latinWords)
if (allowed.length > 60) problems.push(`latinWords has ${allowed.length} entries; sixty are the limit`)
const allChinese = pairs.flatMap(({ zh }) => Object.values(zh)).join('\n')
for (const word of allowed) if (!allChinese.includes(word)) problems.push(`latinWords allows "${word}", which no Chinese text holds`)
for (const pair of pairs) problems.push(...comparePair(pair), ...judgeStyle(pair), ...findLatin(pair, latinWords))
problems.push(...findDuplicates(pairs), ...findUnused(pairs, uses))

report('messages', problems, `${pairs.length} catalogues, ${pairs.reduce((sum, { en }) => sum + Object.keys(en).length, 0)} keys`)
