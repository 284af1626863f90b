/**
 * Gathers what passed tests have proven. In the long run the record e2e/proven.json is written anew;
 * otherwise an id that is proven but not recorded is named, so that the next long run is not a surprise.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

const record = new URL('proven.json', import.meta.url)
/** where tests without a browser leave theirs (scripts/proofs.ts) */
const folder = new URL('../node_modules/.cache/proven/', import.meta.url)

export default class ProvenReporter implements Reporter {
  readonly #proven = new Set<string>()

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== 'passed') return
    for (const { type, description } of [...test.annotations, ...result.annotations]) if (type === 'proven' && description !== undefined) this.#proven.add(description)
  }

  onEnd(result: FullResult): void {
    if (existsSync(folder)) for (const file of readdirSync(folder)) for (const id of readFileSync(new URL(file, folder), 'utf8').split('\n')) if (id !== '') this.#proven.add(id)
    const ids = [...this.#proven].sort()
    if (process.env['TEST_LONG'] === '1' && result.status === 'passed') {
      writeFileSync(record, `${JSON.stringify(ids, undefined, 1)}\n`)
      return
    }
    const known: readonly string[] = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : []
    const recorded = new Set(known)
    const fresh = ids.filter((id) => !recorded.has(id))
    if (fresh.length > 0) console.log(`proven but not recorded yet (npm run test:long records): ${fresh.join(', ')}`)
  }
}
