/** The embedded engine: one request and one world in, one answer out. */
import './installed.ts'
import { authenticate } from './authenticate.ts'
import type { Answer, Call } from './call.ts'
import { NotFound, refuseToUsers } from './call.ts'
import { corsHeaders, preflight } from './cors.ts'
import { decodeBody, demandInputs } from './decode.ts'
import type { Native } from './decode.ts'
import { faultOf, preferredLanguage } from './faults.ts'
import { booleanParameter, cleanCorrelationId, collectParameters, detailsOf } from './parameters.ts'
import { isAdministrator } from './permissions.ts'
import { answerRead } from './read.ts'
import { findRoute } from './route.ts'
import type { Route } from './route.ts'
import { services } from './schema.generated.ts'
import type { MethodSchema } from './schema.generated.ts'
import { handleSso } from './sso.ts'
import type { World } from './world.ts'
import { answerWrite } from './write.ts'

const apiBase = '/ovirt-engine/api'
const methodNames: Readonly<Record<string, readonly [collection: string, element: string]>> = {
  GET: ['list', 'get'], POST: ['add', ''], PUT: ['', 'update'], DELETE: ['', 'remove'],
}

/**
 * Answers a request to the engine (`/ovirt-engine/api`, `/ovirt-engine/sso`, `/ovirt-engine/services`) out of `world`.
 * Never rejects for what a client sends; a mistake in the engine itself becomes a 500 with a fault.
 */
export async function handle(request: Request, world: World): Promise<Response> {
  world.settle()
  const { pathname } = new URL(request.url)
  const sso = await handleSso(request, pathname, world)
  if (sso) return sso
  if (pathname !== apiBase && !pathname.startsWith(`${apiBase}/`) && !pathname.startsWith(`${apiBase};`)) return new Response(null, { status: 404 })
  return preflight(request, world) ?? await handleApi(request, world)
}

const page = (status: number, title: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(`<html><head><title>Error</title></head><body>${title}</body></html>`, { status, headers: { 'Content-Type': 'text/html;charset=UTF-8', ...headers } })

async function handleApi(request: Request, world: World): Promise<Response> {
  const { segments, query } = collectParameters(new URL(request.url))
  const inApi = segments.slice(2)
  const versioned = /^v\d+$/.test(inApi[0] ?? '') ? inApi.shift() : undefined
  const version = versioned?.slice(1) ?? request.headers.get('Version') ?? '4'
  if (version !== '4' && version !== '3') return page(400, 'Bad Request')

  const caller = authenticate(request, world)
  if (!caller) return page(401, 'Unauthorized', { 'WWW-Authenticate': 'Basic realm="RESTAPI"' })
  const { user } = caller
  const correlationId = cleanCorrelationId(query.get('correlation_id') ?? request.headers.get('Correlation-Id') ?? '') || crypto.randomUUID()
  const language = preferredLanguage(request.headers.get('Accept-Language'))
  const finish = ({ status, body, headers = {} }: Answer) => {
    caller.finish()
    const common = { 'Correlation-Id': correlationId, ...corsHeaders(request, world), ...caller.headers, ...headers }
    if (body === undefined || request.method === 'HEAD') return new Response(null, { status, headers: common })
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...common } })
  }
  try {
    if (!acceptsJson(query.get('accept') ?? request.headers.get('Accept'))) return finish({ status: 406 })
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const route = findRoute(inApi, method)
    if (!route) return finish({ status: 404 })
    const found = methodOf(route, method)
    if (!found) return finish({ status: 405, headers: { Allow: allowedMethods(route).join(', ') } })
    if (/\bxml\b/i.test(request.headers.get('Content-Type') ?? '') && method !== 'GET' && method !== 'DELETE') return finish({ status: 415 })

    const administrator = isAdministrator(world, user)
    const call: Call = {
      world, user, correlationId, language, query,
      filtered: booleanParameter(query, 'filter', request.headers.get('Filter')) ?? !administrator,
      allContent: booleanParameter(query, 'all_content', request.headers.get('All-Content')) ?? false,
      details: detailsOf(query, request.headers.get('Accept')),
      place: route.place, ids: route.ids, base: versioned === undefined ? apiBase : `${apiBase}/${versioned}`,
      body: {}, trace: {},
    }
    if (method === 'GET') {
      if (!administrator && !call.filtered) refuseToUsers()
      return finish(answerRead(call, route))
    }
    const body = method === 'DELETE' ? {} : await readBody(request, found.name, found.schema)
    return finish(answerWrite({ ...call, body }, route, method))
  } catch (error) {
    return finish(errorAnswer(error, request.method, language))
  }
}

/** 404 of a read is empty, of a command it has a fault. Anything unforeseen is told as the engine tells it: 500, without its inner words. */
function errorAnswer(error: unknown, method: string, language: string): Answer {
  if (error instanceof NotFound) return method === 'GET' || method === 'HEAD' ? { status: 404 } : { status: 404, body: { reason: 'Operation Failed', detail: 'Entity not found' } }
  const known = faultOf(error, language)
  if (known) return { status: known.status, body: known.fault }
  console.error('embedded engine:', error)
  return { status: 500, body: { reason: 'Operation Failed', detail: '[Internal Engine Error]' } }
}

const acceptsJson = (accept: string | null) => accept === null || accept.trim() === '' || /\*\/\*|application\/\*|application\/(?:[\w.-]+\+)?json|application\/x-virt-viewer/i.test(accept)

/** The model's method that the request names, with its name. */
function methodOf({ service, element, action, poll, place }: Route, method: string): { name: string; schema: MethodSchema } | undefined {
  const name = action ?? (poll ? 'get' : place === '' ? 'get' : methodNames[method]?.[element ? 1 : 0])
  if (poll) return method === 'GET' ? { name: 'get', schema: { http: 'GET' } } : undefined
  const schema = name === undefined ? undefined : services[service]?.methods[name]
  return name !== undefined && schema?.http === method ? { name, schema } : undefined
}
const allowedMethods = ({ service }: Route) => [...new Set(Object.values(services[service]?.methods ?? {}).flatMap(({ http, action }) => action ? [] : [http]))]

/** The decoded body; an action may come without one. */
async function readBody(request: Request, name: string, schema: MethodSchema): Promise<Native> {
  const text = await request.text()
  const type = schema.action ? 'Action' : schema.type ?? 'Action'
  const body = decodeBody(type, text.trim() === '' && schema.action ? {} : parse(text))
  demandInputs(name, type, schema, body)
  return body
}
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
