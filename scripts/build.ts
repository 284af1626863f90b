/** Builds the portal into dist when its sources changed, with `--demo` the demo into dist-demo. */
import { buildPortal } from './buildPortal.ts'

try {
  await buildPortal(process.argv.includes('--demo') ? 'demo' : 'product')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
