/** `npm run demo`: builds the demo that runs wholly in the browser into dist-demo, serves it and prints the address. Any static host does as well. */
import { parseArgs } from 'node:util'
import { startGateway } from '../server/gateway.ts'
import { buildPortal } from './buildPortal.ts'
import { onShutdown } from './children.ts'
import { explainListen } from './explainListen.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '8081' }, host: { type: 'string', default: '127.0.0.1' } } })
try {
  const files = await buildPortal('demo')
  const gateway = await startGateway({ files, policy: { allowConnect: [], trustedTypes: false }, log: (line) => console.error(line) }, values.host, Number(values.port))
  onShutdown(() => gateway.close())
  console.log(`demo ${gateway.url}`)
} catch (error) {
  console.error(explainListen(error, Number(values.port), values.host))
  process.exitCode = 1
}
