/** The embedded engine as a process: plain HTTP on this machine. `node mocks/main.ts --help` tells the options. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { TestWorlds } from './control.ts'
import type { OwnedWorld } from './engine/createWorld.ts'
import { handle } from './engine/handle.ts'
import { endIdleSessions } from './engine/sessions.ts'
import { DamagedData, keepWorld } from './keep.ts'
import type { Keeper } from './keep.ts'
import { buildWorld } from './worlds/build.ts'

const help = `Embedded engine of the portal: the REST API and log-in of oVirt, simulated.
  --port N        port on 127.0.0.1 (8090; 0 = any free one)
  --inventory N   sample virtual machines (200; 0 = right after set-up)
  --speed X       divides the durations of operations (10)
  --seed N        the same seed gives the same inventory (1)
  --data DIR      keeps the world in DIR across restarts
  --test          opens the control interface of test worlds below /control/`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' }, inventory: { type: 'string', default: '200' }, speed: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' }, data: { type: 'string' }, test: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
  },
})

function numberOf(name: 'port' | 'inventory' | 'speed' | 'seed', least: number): number {
  const number = Number(values[name])
  if (!Number.isFinite(number) || number < least) fail(`--${name} must be a number from ${least} up, not ${values[name]}`)
  return number
}
function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

if (values.help) {
  console.log(help)
  process.exit(0)
}

const speed = numberOf('speed', 0.01)
const make = (): OwnedWorld => buildWorld({ state: 'inventory', inventory: numberOf('inventory', 0), seed: numberOf('seed', 0), speed })
const keeper = values.data === undefined ? undefined : open(values.data)
const world = keeper?.world ?? make()
const worlds = values.test ? new TestWorlds(world) : undefined

function open(folder: string): Keeper {
  try {
    return keepWorld(folder, { speed }, make)
  } catch (error) {
    if (!(error instanceof DamagedData)) throw error
    return fail(`${error.message}.\nThe engine does not start and leaves the file as it is. Restore ${folder} from a copy, or choose another folder with --data to begin anew.`)
  }
}

/** Requests as the web platform has them: what handle takes. */
async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  const stream: AsyncIterable<Buffer> = incoming
  for await (const chunk of stream) chunks.push(chunk)
  const { method = 'GET', url = '/' } = incoming
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }
  return new Request(new URL(url, 'http://127.0.0.1'), { method, headers, ...body })
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (worlds && pathname.startsWith('/control/')) return await worlds.handle(request)
  const id = worlds ? request.headers.get('X-World') : null
  const chosen = worlds ? worlds.find(id) : world
  if (!chosen) return Response.json({ reason: 'Operation Failed', detail: `There is no test world ${id ?? ''}` }, { status: 404 })
  if (!TestWorlds.mayWrite(id, request)) return Response.json({ reason: 'Operation Failed', detail: 'This world is shared and read-only' }, { status: 409 })
  return await handle(request, chosen)
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await answer(await toRequest(incoming))
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length })
  outgoing.end(body)
}

const server = createServer((incoming, outgoing) => {
  respond(incoming, outgoing).catch((error: unknown) => {
    console.error('embedded engine:', error)
    if (!outgoing.headersSent) outgoing.writeHead(500)
    outgoing.end()
  })
})
server.on('error', (error) => fail(`The engine cannot listen on port ${values.port}: ${error.message}`))
server.listen(numberOf('port', 0), '127.0.0.1', () => {
  const address = server.address()
  if (keeper && keeper.restoredAgeMs > 0) console.log(`restored a world of ${Math.round(keeper.restoredAgeMs / 1000)} s ago`)
  console.log(`engine http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : values.port}`)
})

/** Operations go on, and idle sessions end, while nobody asks. */
const clock = setInterval(() => {
  world.settle()
  endIdleSessions(world)
}, 250)

function stop(): void {
  clearInterval(clock)
  server.close()
  server.closeAllConnections()
  keeper?.close()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
