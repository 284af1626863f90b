/**
 * `npm run bench`: the budgets of the product, measured through the real gateway in front of the embedded engine, at several inventories.
 * Prints a table and then the same as one line of JSON (`-- --json`: only that). `-- --inventory 200,2000` measures only those; `--idle-seconds N` shortens the idle minute.
 * Ends with 1 when a budget is missed.
 */
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { startGateway } from '../server/gateway.ts'
import { budgets, inventories, keepsBudget, type Budget, type Measure, type Measures } from './bench/budgets.ts'
import { launchBrowser, measureBrowser } from './bench/browser.ts'
import { measureEngine } from './bench/engine.ts'
import { buildPortal } from './buildPortal.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, inventory: { type: 'string', default: inventories.join() }, 'idle-seconds': { type: 'string', default: '60' } } })
const wanted = values.inventory.split(',').map(Number)
const files = await buildPortal('product')
const browser = await launchBrowser()
const rows = new Map<number, Measures>()
try {
  for (const inventory of wanted) {
    process.stderr.write(`measuring at ${inventory} VMs…\n`)
    const engine = await measureEngine(inventory)
    const gateway = await startGateway(
      {
        files,
        engine: { url: engine.url, isEmbedded: true, silenceMs: 300_000, longestBodyBytes: 16 * 1024 * 1024 },
        config: { gateway: true, demoEngine: true, branding: {}, consoles: null, images: null },
        policy: { allowConnect: [], trustedTypes: true },
        log: (line) => console.error(line),
      },
      '127.0.0.1',
      0,
    )
    try {
      rows.set(inventory, { ...engine.measures, ...(await measureBrowser(browser, gateway.url, inventory === 10_000, Number(values['idle-seconds']))) })
    } finally {
      await gateway.close(0)
      await engine.stop()
    }
  }
} finally {
  await browser.close()
}

const smallest = rows.get(Math.min(...wanted)) ?? {}
const measures = Object.keys(budgets).filter((name): name is Measure => name in budgets)
const shown = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'))
let missed = 0
const table = measures.map((measure) => {
  const { what, unit, most, peer }: Budget = budgets[measure]
  const cells = wanted.map((inventory) => {
    const value = rows.get(inventory)?.[measure]
    if (value === undefined) return '–'
    const isKept = keepsBudget(measure, value, smallest)
    if (!isKept) missed += 1
    return `${shown(value)}${isKept ? '' : ' ✗'}`
  })
  return [`${what} [${unit}]`, ...cells, most === undefined ? '–' : `≤ ${most.toLocaleString('en')}`, peer ?? '–']
})
if (!values.json) {
  const head = ['', ...wanted.map((inventory) => `${inventory.toLocaleString('en')} VMs`), 'budget', 'ovirt-web-ui 1.9.5']
  const widths = head.map((_, column) => Math.max(...[head, ...table].map((row) => (row[column] ?? '').length)))
  for (const row of [head, ...table]) console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
  console.log(`\n${missed ? `${missed} figures miss their budget` : 'every budget is kept'}; ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, load ${loadavg()[0]?.toFixed(1)}\n`)
}
console.log(JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, load: loadavg()[0], missed, inventories: Object.fromEntries(rows), budgets }))
process.exitCode = missed ? 1 : 0
