import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import http, { type IncomingHttpHeaders, type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { startGateway, type Gateway, type GatewayOptions } from './gateway.ts'
import type { EngineTarget } from './proxy.ts'
import { testCertificate } from './testCertificate.ts'

/** A built portal of four files. */
const folder = mkdtempSync(join(tmpdir(), 'gateway-'))
const stops: (() => Promise<void> | void)[] = []
/** What the gateways of the running test logged. */
export const lines: string[] = []

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>portal</title>')
  writeFileSync(join(folder, 'theme.js'), 'void 0')
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'plain')
  writeFileSync(join(folder, 'assets', 'main-abc123.js.br'), 'squeezed by brotli')
  writeFileSync(join(folder, 'assets', 'main-abc123.js.gz'), 'squeezed by gzip')
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  lines.length = 0
})

interface Answer { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** One request over a real socket, byte for byte as given; nothing is decoded. */
export function ask(url: string, { method = 'GET', headers = {}, body, ca }: { method?: string; headers?: Record<string, string>; body?: string; ca?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const client = url.startsWith('https') ? https : http
    const request = client.request(url, { method, headers, agent: false, ...(ca === undefined ? {} : { ca }) }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** The port on which a server listens. */
export const portOf = (server: http.Server): number => {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

/** An engine of a few lines; returns its address. */
export async function engine(answer: RequestListener, tls = false): Promise<URL> {
  const server = tls ? https.createServer(testCertificate, answer) : http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  })
  return new URL(`${tls ? 'https' : 'http'}://127.0.0.1:${portOf(server)}`)
}

/** A gateway over the four files, before the engine of `target` when there is one; stopped after the test. */
export async function gateway(target?: Partial<EngineTarget>, more: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const started = await startGateway(
    {
      files: folder,
      ...(target?.url ? { engine: { isEmbedded: true, silenceMs: 5000, longestBodyBytes: 1000, ...target, url: target.url } } : {}),
      config: { gateway: true, demoEngine: true, branding: {}, consoles: null, images: null },
      policy: { allowConnect: [], trustedTypes: true },
      log: (line) => lines.push(line),
      ...more,
    },
    '127.0.0.1',
    0,
  )
  stops.push(() => started.close(0))
  return started
}

/** Something that one side of a test waits for and the other gives. */
export function signal<T = void>() {
  let resolve: (value: T) => void = () => undefined
  const seen = new Promise<T>((settle) => {
    resolve = settle
  })
  return { seen, give: (value: T) => resolve(value) }
}
