/**
 * `npm start`: the portal behind its gateway, in front of the embedded engine or of a real one.
 * Prints where to go and who may log in; ends itself and its engine on Ctrl-C.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startGateway } from '../server/gateway.ts'
import { judgeOrigin } from '../server/policy.ts'
import type { EngineTarget } from '../server/proxy.ts'
import { buildPortal } from './buildPortal.ts'
import { onShutdown, stopChild } from './children.ts'
import { startEngine } from './embeddedEngine.ts'
import { explainListen } from './explainListen.ts'

const usage = `npm start -- [options]
  --port N             port of the portal (8080; 0 = any free one)
  --host ADDRESS       address to listen on (127.0.0.1)
  --engine URL         a real engine, such as https://engine.example.com; without it the embedded one runs
  --ca FILE            certificates (PEM) that vouch for the real engine
  --inventory N        sample virtual machines of the embedded engine (200; 0 = right after set-up)
  --speed X            divides the durations of operations in the embedded engine (10)
  --data DIR           keeps the embedded engine's world across restarts
  --allow-connect URL  a further origin the page may connect to; may be repeated
  --tls-cert FILE      certificate (PEM) with which the portal speaks TLS; together with
  --tls-key FILE       its key
  --test               opens the control interface of test worlds (embedded engine)
  --help               this text`

class UsageError extends Error {}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
        engine: { type: 'string' },
        ca: { type: 'string' },
        inventory: { type: 'string', default: '200' },
        speed: { type: 'string', default: '10' },
        data: { type: 'string' },
        'allow-connect': { type: 'string', multiple: true, default: [] },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        test: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port wants a number from 0 to 65535, not "${values.port}"`)
    if (!/^\d+$/.test(values.inventory)) throw new Error(`--inventory wants a number, not "${values.inventory}"`)
    if (!(Number(values.speed) > 0)) throw new Error(`--speed wants a number above 0, not "${values.speed}"`)
    if ((values['tls-cert'] === undefined) !== (values['tls-key'] === undefined)) throw new Error('--tls-cert and --tls-key belong together')
    if (values.engine !== undefined && !/^https?:$/.test(URL.canParse(values.engine) ? new URL(values.engine).protocol : '')) throw new Error(`--engine wants an address such as https://engine.example.com, not "${values.engine}"`)
    if (values.ca !== undefined && values.engine === undefined) throw new Error('--ca belongs to --engine')
    return { ...values, port, 'allow-connect': values['allow-connect'].map(judgeOrigin) }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

async function main(): Promise<void> {
  const options = readOptions()
  if (options.help) {
    console.log(usage)
    return
  }
  const files = await buildPortal('product')
  const embedded =
    options.engine === undefined ? await startEngine({ inventory: options.inventory, speed: options.speed, test: options.test, ...(options.data === undefined ? {} : { data: options.data }) }) : undefined
  const engine: EngineTarget = {
    url: embedded?.url ?? new URL(new URL(options.engine ?? '').origin),
    ...(options.ca === undefined ? {} : { ca: readFileSync(options.ca, 'utf8') }),
    isEmbedded: embedded !== undefined,
    silenceMs: 300_000,
    longestBodyBytes: 16 * 1024 * 1024,
  }
  const { 'tls-cert': cert, 'tls-key': key } = options
  const gateway = await startGateway(
    {
      files,
      engine,
      config: { gateway: true, demoEngine: embedded !== undefined, branding: {}, consoles: null, images: null },
      policy: { allowConnect: options['allow-connect'], trustedTypes: true },
      ...(cert !== undefined && key !== undefined ? { tls: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } } : {}),
      log: (line) => console.error(line),
    },
    options.host,
    options.port,
  ).catch((error: unknown) => {
    throw new Error(explainListen(error, options.port, options.host))
  })
  const onEngineEnd = (code: number | null, signal: NodeJS.Signals | null) => console.error(`The embedded engine ended (${signal ?? code ?? 'unknown'}); the portal goes on and says so to its users.`)
  embedded?.child.once('exit', onEngineEnd)
  onShutdown(async () => {
    embedded?.child.off('exit', onEngineEnd)
    await gateway.close()
    if (embedded) await stopChild(embedded.child)
  })

  if (!isLoopback(options.host) && cert === undefined)
    console.error(`Warning: plain http on ${options.host}. Passwords travel unprotected, and browsers withhold clipboard, workers and secure identifiers from such pages. Use --tls-cert and --tls-key.`)
  console.log(`portal ${gateway.url}`)
  console.log(`engine ${engine.url.origin}${embedded ? ' (embedded)' : ''}`)
  if (embedded) console.log('log in as admin@internal, auditor@internal, power@internal or vmuser@internal; the password is demo')
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof UsageError) console.error(`\n${usage}`)
  process.exit(error instanceof UsageError ? 2 : 1)
}
