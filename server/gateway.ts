import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileFor, readFiles, sendFile } from './files.ts'
import { headersFor, policyHeaders, type DocumentKind, type PolicyOptions } from './policy.ts'
import { createEngineProxy, sendFault, type EngineTarget, type Log } from './proxy.ts'

/** What `/config.json` tells the app about its surroundings; public, so nothing secret. */
export interface PublicConfig {
  /** a gateway stands in front: consoles and image data may use its routes */
  readonly gateway: boolean
  /** the engine is the embedded one: the log-in page names the sample users */
  readonly demoEngine: boolean
  /** title: the product's name where somebody wants another */
  readonly branding: { readonly title?: string }
  /** path of the console websockets and of the image relay here; null where there is none */
  readonly consoles: string | null
  readonly images: string | null
}

export interface GatewayOptions {
  /** folder of the built app */
  readonly files: string
  /** absent: only static files, as the demo needs */
  readonly engine?: EngineTarget
  readonly config?: PublicConfig
  readonly policy: PolicyOptions
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly log: Log
}

export interface Gateway {
  /** where it listens, such as http://127.0.0.1:8080 */
  readonly url: string
  /** Stops taking requests, lets running ones finish for at most `graceMs`, then ends them. */
  readonly close: (graceMs?: number) => Promise<void>
}

/** Paths are compared only after this: `//`, `/./` and `/../` are resolved by the URL parser; a broken one is undefined. */
function pathnameOf(request: IncomingMessage): string | undefined {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  if (!path.startsWith('/')) return undefined
  try {
    return decodeURIComponent(new URL(`http://gateway${path}`).pathname)
  } catch {
    return undefined // a broken escape such as %zz
  }
}

function createListener(options: GatewayOptions, proxy: ReturnType<typeof createEngineProxy> | undefined): RequestListener {
  const files = readFiles(options.files)
  const headersOf: Record<DocumentKind, Readonly<Record<string, string>>> = { app: policyHeaders('app', options.policy), console: policyHeaders('console', options.policy) }
  const sendJson = (request: IncomingMessage, response: ServerResponse, value: unknown) => {
    const body = JSON.stringify(value)
    response.writeHead(200, { ...headersOf.app, 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store' }).end(request.method === 'HEAD' ? undefined : body)
  }
  const sendText = (response: ServerResponse, status: number, text: string, more: Readonly<Record<string, string>> = {}) =>
    response.writeHead(status, { ...headersOf.app, ...more, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)

  return (request, response) => {
    const pathname = pathnameOf(request)
    if (pathname === undefined) {
      sendText(response, 400, 'Bad request')
      return
    }
    if (pathname === '/ovirt-engine' || pathname.startsWith('/ovirt-engine/')) {
      if (proxy) proxy.forward(request, response)
      else sendFault(response, 404, 'No engine', 'No engine stands behind this address.')
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' })
      return
    }
    if (pathname === '/healthz') sendJson(request, response, { status: 'ok' })
    else if (pathname === '/config.json' && options.config) sendJson(request, response, options.config)
    else {
      const file = fileFor(files, pathname)
      const kind = pathname.startsWith('/console/') ? 'console' : 'app'
      if (file) sendFile(request, response, file, headersFor(request.headers['sec-fetch-dest']?.toString(), headersOf[kind]))
      else sendText(response, 404, 'Not found')
    }
  }
}

/** Starts a gateway on `port` (0 = any free one) of `host`. Rejects when the port is taken or the files are missing. */
export async function startGateway(options: GatewayOptions, host: string, port: number): Promise<Gateway> {
  const proxy = options.engine && createEngineProxy(options.engine, options.log)
  const listener = createListener(options, proxy)
  const limits = { headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 65_000, maxHeaderSize: 32 * 1024 }
  const server = options.tls ? https.createServer({ ...options.tls, ...limits }, listener) : http.createServer(limits, listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    url: `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${portOf(server.address())}`,
    close: async (graceMs = 2000) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(force)
      proxy?.close()
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the gateway listens on no port')
  return address.port
}
