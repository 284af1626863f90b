import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import { pipeline, Transform, type TransformCallback } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { chooseEncoding, type Encoding } from './encoding.ts'
import { fromEngineHeaders, toEngineHeaders } from './engineHeaders.ts'

export interface EngineTarget {
  /** where the engine answers, such as https://engine.example.com */
  readonly url: URL
  /** certificates (PEM) that vouch for the engine; the system's where absent */
  readonly ca?: string
  /** an embedded engine understands test worlds */
  readonly isEmbedded: boolean
  /** the engine may think so long before it answers or goes on, in milliseconds; some operations wait for a host */
  readonly silenceMs: number
  /** a request body may be so long, in bytes: the API knows no large ones, image data goes elsewhere */
  readonly longestBodyBytes: number
}

export type Log = (line: string) => void

/** What the browser gets when the engine cannot be asked, in the shape of the engine's own faults. */
export function sendFault(response: ServerResponse, status: number, reason: string, detail: string): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const body = JSON.stringify({ reason, detail })
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).end(body)
}

/** Passes a body on and fails as soon as it is longer than `limitBytes`. */
class Limit extends Transform {
  #left: number
  constructor(limitBytes: number) {
    super()
    this.#left = limitBytes
  }
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#left -= chunk.length
    if (this.#left < 0) done(new Error('request body too long'))
    else done(null, chunk)
  }
}

/** Below this many bytes compression does not pay. */
const smallestBytes = 512
const isText = /^(application\/([\w.+-]*\+)?(json|xml)|text\/)/

/** Whether the answer arrived plain and is worth compressing; what the engine or its web server has encoded stays as it is. */
function encodingFor(request: IncomingMessage, answer: IncomingMessage): Encoding | undefined {
  const { 'content-encoding': encoded, 'content-type': type = '', 'content-length': length, 'cache-control': cache = '' } = answer.headers
  const status = answer.statusCode ?? 0
  const hasBody = request.method !== 'HEAD' && status !== 204 && status !== 206 && status !== 304
  if (!hasBody || encoded !== undefined || !isText.test(type) || cache.includes('no-transform')) return undefined
  if (length !== undefined && Number(length) < smallestBytes) return undefined
  return chooseEncoding(request.headers['accept-encoding'])
}

/** Every piece leaves as soon as it comes (flush), so that a streamed answer still streams. */
const compressors = {
  br: () => createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip({ flush: constants.Z_SYNC_FLUSH, level: 6 }),
}

/** Codes of failures in which nothing was sent yet over a connection that the engine had already given up. */
const isStaleConnection = (error: NodeJS.ErrnoException, sent: http.ClientRequest) => sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')

/** Forwards requests to one engine and streams the answers back. `close` ends its idle connections. */
export function createEngineProxy(target: EngineTarget, log: Log) {
  const isTls = target.url.protocol === 'https:'
  const client = isTls ? https : http
  const agent = new client.Agent({ keepAlive: true, maxFreeSockets: 16, ...(isTls && target.ca !== undefined ? { ca: target.ca } : {}) })

  /** Only the path is logged: a query may hold what users search for. */
  const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?', 1)[0] ?? '/'

  function passBack(request: IncomingMessage, response: ServerResponse, answer: IncomingMessage): void {
    const headers = fromEngineHeaders(answer.headers, target.url)
    const encoding = encodingFor(request, answer)
    const isEncodable = encoding !== undefined || /json|xml|^text\//.test(answer.headers['content-type'] ?? '')
    if (isEncodable) headers['vary'] = [answer.headers.vary, 'Accept-Encoding'].filter(Boolean).join(', ')
    const gone = (error: Error | null | undefined) => {
      if (!error) return
      answer.destroy()
      response.destroy()
    }
    if (encoding === undefined) {
      response.writeHead(answer.statusCode ?? 502, headers)
      response.flushHeaders()
      pipeline(answer, response, gone)
      return
    }
    delete headers['content-length']
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-encoding': encoding })
    response.flushHeaders()
    pipeline(answer, compressors[encoding](), response, gone)
  }

  function forward(request: IncomingMessage, response: ServerResponse, isRepeated = false): void {
    const declaredBytes = Number(request.headers['content-length'] ?? 0)
    const hasBody = declaredBytes > 0 || request.headers['transfer-encoding'] !== undefined
    if (declaredBytes > target.longestBodyBytes) {
      request.resume()
      sendFault(response.setHeader('Connection', 'close'), 413, 'Request too long', `The body may have ${target.longestBodyBytes} bytes.`)
      return
    }
    const sent = client.request(new URL(request.url ?? '/', target.url), { agent, method: request.method, headers: toEngineHeaders(request.headers, target.url, target.isEmbedded) })
    sent.setTimeout(target.silenceMs, () => sent.destroy(Object.assign(new Error('the engine did not answer in time'), { code: 'ETIMEDOUT' })))
    response.on('close', () => {
      if (!response.writableFinished) sent.destroy()
    })
    sent.on('response', (answer) => passBack(request, response, answer))
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (response.destroyed || response.writableEnded) return
      if (!hasBody && !isRepeated && isStaleConnection(error, sent) && (request.method === 'GET' || request.method === 'HEAD')) {
        forward(request, response, true)
        return
      }
      const code = error.code ?? error.name
      log(`${request.method} ${pathOf(request)}: engine unreachable (${code})`)
      if (code === 'ETIMEDOUT') sendFault(response, 504, 'Engine does not answer', `${target.url.origin}: ${error.message}`)
      else sendFault(response, 502, 'Engine unreachable', `${target.url.origin}: ${describe(error)}`)
    })
    if (!hasBody) {
      sent.end()
      return
    }
    // no pipeline here: it would close the browser's connection together with the engine's, and no fault could be sent
    const limit = new Limit(target.longestBodyBytes)
    limit.on('error', () => {
      request.unpipe(limit).resume()
      sendFault(response.setHeader('Connection', 'close'), 413, 'Request too long', `The body may have ${target.longestBodyBytes} bytes.`)
      sent.destroy()
    })
    sent.on('close', () => request.unpipe(limit).resume())
    request.pipe(limit).pipe(sent)
  }

  return { forward: (request: IncomingMessage, response: ServerResponse) => forward(request, response), close: () => agent.destroy() }
}

/** A failed attempt on several addresses of one name has its causes inside. */
function describe(error: NodeJS.ErrnoException): string {
  if (error.message) return error.message
  return error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0].message : (error.code ?? 'connection failed')
}
