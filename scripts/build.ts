/** Builds the portal into dist when its sources changed, with `--demo` the demo into dist-demo. */
import { buildPortal } from './buildPortal.ts'

await buildPortal(process.argv.includes('--demo') ? 'demo' : 'product')
