import { sleep } from '../lib/clock.ts'
import { randomUuid } from '../lib/uuid.ts'
import { connection } from './connection.ts'
import { EngineFault, isEngineFault, toFaultKind } from './fault.ts'
import { noteAnswer, noteSilence } from './reachability.ts'

export type QueryValue = string | number | boolean | undefined

export interface RequestOptions {
  readonly query?: Readonly<Record<string, QueryValue>> | undefined
  /** native values; the engine takes numbers and booleans as they are, only answers are text */
  readonly body?: unknown
  /** one per action of the user, shared by its requests; made up when absent */
  readonly correlationId?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** overrides the connection's choice: false looks whether the user is an administrator */
  readonly filtered?: boolean | undefined
  /** how often a read is tried again when nobody answers; default 3 */
  readonly retries?: number | undefined
}

export interface Answer {
  readonly status: number
  /** parsed JSON; undefined for an empty body */
  readonly body: unknown
  readonly correlationId: string
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Waits before the second, third and fourth try of a read. */
const retryDelaysMs = [1000, 2000, 4000] as const

/**
 * Sends one request below `<base>/api/`. Reads are tried again while nobody answers, writes never.
 * In: method, path such as `vms/<id>/start` (its parts already encoded). Out: status, body and correlation id.
 * Throws EngineFault, or the signal's reason when cancelled.
 */
export async function request(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
  const correlationId = options.correlationId ?? randomUuid()
  const retries = method === 'GET' ? (options.retries ?? retryDelaysMs.length) : 0
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await authenticated(method, path, { ...options, correlationId })
    } catch (error) {
      const delayMs = retryDelaysMs[attempt]
      if (attempt >= retries || delayMs === undefined || !isEngineFault(error, 'unreachable')) throw error
      await sleep(connection().clock, delayMs, options.signal)
    }
  }
}

/** A read whose answer has the type W; the types are generated from the facts of the API, the decoders distrust single members. */
export async function read<W>(path: string, options: RequestOptions = {}): Promise<W> {
  const { body } = await request('GET', path, options)
  // An empty answer to a read is an object without members, which every decoder takes.
  return (body ?? {}) as W // the boundary: from here on the generated wire types speak
}

/** A path of encoded segments. Ids of the engine are UUIDs, but names and option names are people's. */
export const toPath = (...segments: readonly string[]): string => segments.map(encodeURIComponent).join('/')

/**
 * Sends with the session's token. Without one nothing is sent: the answer could only be a 401, for which browsers show a
 * log-in of their own. Reads wait for the next log-in and are sent again; writes do not, their user is told and repeats them.
 */
async function authenticated(method: Method, path: string, options: RequestOptions & { correlationId: string }): Promise<Answer> {
  const token = connection().token()
  const { correlationId } = options
  try {
    if (token === undefined) throw new EngineFault({ kind: 'unauthenticated', status: 401, correlationId })
    return await once(method, path, options, token)
  } catch (error) {
    if (!isEngineFault(error, 'unauthenticated')) throw error
    const renewed = connection().onUnauthenticated(token)
    if (method !== 'GET') {
      renewed.catch(() => undefined)
      throw error
    }
    await orAborted(renewed, error, options.signal)
    return once(method, path, options, connection().token())
  }
}

/** Waits for a new session; when none comes the first fault stands. */
function orAborted(renewed: Promise<void>, fault: EngineFault, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    renewed.then(resolve, () => reject(fault))
  })
}

async function once(method: Method, path: string, options: RequestOptions & { correlationId: string }, token: string | undefined): Promise<Answer> {
  const { correlationId, signal } = options
  const url = new URL(`${connection().basePath}/api${path === '' ? '' : `/${path}`}`, connection().origin)
  for (const [name, value] of Object.entries(options.query ?? {})) if (value !== undefined) url.searchParams.set(name, String(value))
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': connection().language(), 'Correlation-Id': correlationId })
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  if (options.filtered ?? connection().filtered()) headers.set('Filter', 'true')
  if (method === 'POST' || method === 'PUT') headers.set('Content-Type', 'application/json')
  const init: RequestInit = { method, headers, ...(signal ? { signal } : {}) }
  if (method === 'POST' || method === 'PUT') init.body = JSON.stringify(options.body ?? {})

  const { status, ok, echoed, text } = await exchange(new Request(url, init), correlationId, signal)
  const body = parse(text)
  if (status >= 502 && status <= 504) noteSilence()
  else noteAnswer()
  const fault = faultIn(body.value)
  if (!ok || fault?.failed) {
    throw new EngineFault({ kind: ok ? 'refused' : toFaultKind(status), status, reason: fault?.reason, detail: fault?.detail, correlationId: echoed ?? correlationId })
  }
  if (!body.readable) throw new EngineFault({ kind: 'broken', status, correlationId: echoed ?? correlationId })
  return { status, body: body.value, correlationId: echoed ?? correlationId }
}

async function exchange(call: Request, correlationId: string, signal: AbortSignal | undefined) {
  try {
    const response = await connection().fetch(call)
    const { status, ok, headers } = response
    return { status, ok, echoed: headers.get('Correlation-Id') ?? undefined, text: await response.text() }
  } catch {
    if (signal?.aborted) throw signal.reason
    noteSilence()
    // fetch's own error says nothing about the cause and may quote the address; ours is enough
    throw new EngineFault({ kind: 'unreachable', status: 0, correlationId })
  }
}

/** Container pages are HTML whatever we asked for; an empty body is fine. */
function parse(text: string): { readonly readable: boolean; readonly value: unknown } {
  if (text.trim() === '') return { readable: true, value: undefined }
  try {
    return { readable: true, value: JSON.parse(text) as unknown }
  } catch {
    return { readable: false, value: undefined }
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Both shapes: a bare fault, and an action that carries one. Source: AbstractBackendActionableResource.java. */
function faultIn(body: unknown): { readonly failed: boolean; readonly reason: string | undefined; readonly detail: string | undefined } | undefined {
  if (!isObject(body)) return undefined
  const holder = isObject(body['fault']) ? body['fault'] : body
  return { failed: body['status'] === 'failed' && holder !== body, reason: textIn(holder['reason']), detail: textIn(holder['detail']) }
}
