/**
 * Reporter of vitest: gathers what passed tests have proven without a browser. A test says so by `annotate('vm.col.name', 'proven')`
 * of its context; the ids land in node_modules/.cache/proven, where the reporter of the journeys reads them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, TestCase } from 'vitest/node'
import { root } from './buildPortal.ts'

const folder = join(root, 'node_modules', '.cache', 'proven')

export default class ProofsReporter implements Reporter {
  readonly #proven = new Set<string>()

  onTestCaseResult(testCase: TestCase): void {
    if (testCase.result().state !== 'passed') return
    for (const { type, message } of testCase.annotations()) if (type === 'proven') this.#proven.add(message)
  }

  onTestRunEnd(): void {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'vitest'), [...this.#proven].sort().join('\n'))
  }
}
