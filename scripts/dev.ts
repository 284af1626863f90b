/** `npm run dev`: hot-reload development on port 5173, in front of the embedded engine or of one that runs elsewhere (--engine URL). */
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { onShutdown, stopChild } from './children.ts'
import { startEngine } from './embeddedEngine.ts'

const { values } = parseArgs({
  options: { engine: { type: 'string' }, inventory: { type: 'string', default: '200' }, speed: { type: 'string', default: '10' }, data: { type: 'string' }, port: { type: 'string', default: '5173' } },
})
const embedded = values.engine === undefined ? await startEngine({ inventory: values.inventory, speed: values.speed, test: true, ...(values.data === undefined ? {} : { data: values.data }) }) : undefined
process.env['ENGINE_URL'] = embedded?.url.origin ?? values.engine ?? ''
process.env['ENGINE_IS_EMBEDDED'] = embedded ? '1' : '0'
const server = await createServer({ server: { port: Number(values.port) } })
await server.listen()
onShutdown(async () => {
  await server.close()
  if (embedded) await stopChild(embedded.child)
})
console.log(`portal ${server.resolvedUrls?.local[0] ?? ''}`)
console.log(`engine ${process.env['ENGINE_URL']}${embedded ? ' (embedded)' : ''}`)
