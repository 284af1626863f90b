/**
 * `npm test` and `npm run test:long` (--long): every gate, one after the other, and the sum of what they counted.
 * A gate that fails does not stop the next one, so one run shows everything; nothing is repeated and nothing skipped in silence.
 * `--only lint|unit|build|e2e` runs one group.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './buildPortal.ts'
import { addCounts, readPlaywright, readVitest, type Counts } from './testCounts.ts'

interface Gate {
  readonly name: string
  readonly group: 'lint' | 'unit' | 'build' | 'e2e'
  readonly args: readonly string[]
  /** output of long gates is shown as it comes, that of others only when they fail */
  readonly streams?: boolean
  /** how many tests are inside; without it the gate counts as one */
  readonly count?: (report: string) => Counts
}

const { values } = parseArgs({ options: { long: { type: 'boolean', default: false }, only: { type: 'string' } } })
const results = join(root, 'node_modules', '.cache', 'test-results', String(process.pid))
const reportOf = (name: string) => join(results, `${name}.json`)
const bin = (path: string) => join('node_modules', path)

const generators = readdirSync(join(root, 'scripts')).filter((name) => /^generate\w+[.]ts$/.test(name))

const gates: readonly Gate[] = [
  ...generators.map((file): Gate => ({ name: `generated code of ${file}`, group: 'lint', args: [`scripts/${file}`, '--check'] })),
  { name: 'types', group: 'lint', args: [bin('typescript/bin/tsc'), '-p', '.'] },
  { name: 'lint', group: 'lint', args: [bin('oxlint/bin/oxlint')] },
  { name: 'import rules', group: 'lint', args: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src', 'mocks', 'server', 'e2e', 'scripts'] },
  { name: 'dead code', group: 'lint', args: [bin('knip/bin/knip.js'), '--no-config-hints'] },
  { name: 'catalogues', group: 'lint', args: ['scripts/checks/messages.ts'] },
  { name: 'style and documents', group: 'lint', args: ['scripts/checks/style.ts'] },
  { name: 'record of proofs', group: 'lint', args: ['scripts/features.ts', '--check'] },
  { name: 'build', group: 'build', args: ['scripts/build.ts'] },
  { name: 'size budget', group: 'build', args: ['scripts/checks/size.ts'] },
  { name: 'unit and engine tests', group: 'unit', args: [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', '--reporter=./scripts/proofs.ts', `--outputFile.json=${reportOf('vitest')}`], streams: true, count: readVitest },
  { name: 'browser journeys', group: 'e2e', args: [bin('@playwright/test/cli.js'), 'test'], streams: true, count: readPlaywright },
]

/** Somebody ended the run: the present gate counts as failed and no other one starts. */
let isStopped = false

/** Runs a gate to its end; `output` is empty when it was streamed. */
function runGate({ args, streams = false }: Gate): Promise<{ code: number; output: string }> {
  const name = streams && args.join(' ').includes('playwright') ? 'playwright' : 'vitest'
  rmSync(reportOf(name), { force: true })
  const env = { ...process.env, TEST_LONG: values.long ? '1' : '0', PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('playwright'), NODE_ENV: 'test', ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: streams ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'] })
    const stop = (signal: NodeJS.Signals) => {
      isStopped = true
      child.kill(signal)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => {
      process.off('SIGTERM', stop)
      process.off('SIGINT', stop)
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() })
    })
  })
}

/** A runner that dies without a report, or fails although no test did, counts as one failure. */
function judge(gate: Gate, code: number): Counts {
  const report = gate.count === readPlaywright ? reportOf('playwright') : reportOf('vitest')
  if (!gate.count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const counts = gate.count(readFileSync(report, 'utf8'))
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const hasJourneys = readdirSync(join(root, 'e2e'), { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.e2e.ts'))
const isWanted = ({ group }: Gate) => (values.only === undefined || group === values.only) && (group !== 'e2e' || hasJourneys)

mkdirSync(results, { recursive: true })
const began = performance.now()
const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`
let total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const gate of gates.filter(isWanted)) {
  const start = performance.now()
  if (isStopped) break
  if (gate.streams) console.log(`… ${gate.name}`)
  const { code, output } = await runGate(gate)
  const counts = judge(gate, code)
  total = addCounts(total, counts)
  if (counts.failed) console.log(output.trimEnd())
  console.log(`${counts.failed ? '✗' : '✓'} ${gate.name} (${secondsSince(start)})`)
}
console.log(`\n${secondsSince(began)}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
rmSync(results, { recursive: true, force: true })
process.exitCode = total.failed ? 1 : 0
