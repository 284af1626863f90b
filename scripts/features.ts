/**
 * `npm run features`: how much of today's portals this one covers, by feature id, per entity, kind and section.
 * `-- --json` prints the ids; `-- --missing ENTITY` those of one entity that no control declares yet; `--check` fails on a wrong record of proofs.
 */
import { parseArgs } from 'node:util'
import { readCoverage, type FeatureItem } from './coverage.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, check: { type: 'boolean', default: false }, missing: { type: 'string' } } })
const { items, declared, proven, problems } = readCoverage()
const counted = items.filter((item) => item.counted)
const isDeclared = ({ id }: FeatureItem) => declared.has(id)
const isProven = ({ id }: FeatureItem) => proven.has(id)

function printTable(title: string, keyOf: (item: FeatureItem) => string): void {
  const groups = Map.groupBy(counted, keyOf)
  console.log(`\n${title.padEnd(36)}${'items'.padStart(8)}${'declared'.padStart(10)}${'proven'.padStart(8)}`)
  for (const [key, group] of [...groups].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true })))
    console.log(`${key.padEnd(36)}${String(group.length).padStart(8)}${String(group.filter(isDeclared).length).padStart(10)}${String(group.filter(isProven).length).padStart(8)}`)
}

if (values.check) {
  for (const problem of problems) console.error(problem)
  console.log(problems.length ? `features: ${problems.length} problems` : `features: ${proven.size} proven ids, all declared`)
  process.exitCode = problems.length ? 1 : 0
} else if (values.json) {
  const ids = (isIn: (item: FeatureItem) => boolean) => counted.filter(isIn).map(({ id }) => id).sort()
  console.log(JSON.stringify({ declared: ids(isDeclared), proven: ids(isProven) }))
} else if (values.missing !== undefined) {
  for (const item of counted) if (item.entity === values.missing && !isDeclared(item)) console.log(`${item.id}  (${item.section})`)
} else {
  printTable('entity', ({ entity }) => entity)
  printTable('kind', ({ kind }) => kind)
  printTable('section', ({ section }) => section)
  const own = [...proven].filter((id) => id.startsWith('plus.')).length
  const percent = (count: number) => `${((100 * count) / counted.length).toFixed(1)} %`
  const declaredCount = counted.filter(isDeclared).length
  const provenCount = counted.filter(isProven).length
  console.log(`\n${counted.length} items; declared ${declaredCount} (${percent(declaredCount)}); proven ${provenCount} (${percent(provenCount)}); proven own inventions ${own}`)
  for (const problem of problems) console.error(problem)
}
