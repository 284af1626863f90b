/** Pages of other origins, when the options allow it. Source: CORSSupportFilter; off as shipped. */
import { optionText } from './options.ts'
import type { World } from './world.ts'

/** Headers that let the page of the request's origin read the answer; none when the option is off or the origin not allowed. */
export function corsHeaders(request: Request, world: World): Readonly<Record<string, string>> {
  const origin = request.headers.get('Origin')
  if (origin === null || optionText(world, 'CORSSupport') !== 'true') return {}
  const allowed = (optionText(world, 'CORSAllowedOrigins') ?? '').split(',').map((text) => text.trim()).filter((text) => text !== '')
  if (!allowed.includes('*') && !allowed.includes(origin)) return {}
  return { 'Access-Control-Allow-Origin': allowed.includes('*') ? '*' : origin, ...(allowed.includes('*') ? {} : { Vary: 'Origin' }) }
}

/** The browser's question before such a request; undefined when it is none, or not allowed. */
export function preflight(request: Request, world: World): Response | undefined {
  if (request.method !== 'OPTIONS') return undefined
  const headers = corsHeaders(request, world)
  if (!('Access-Control-Allow-Origin' in headers)) return undefined
  return new Response(null, { status: 200, headers: { ...headers, 'Access-Control-Allow-Methods': 'GET,POST,PUT,DELETE', 'Access-Control-Allow-Headers': 'Accept,Authorization,Content-Type' } })
}
