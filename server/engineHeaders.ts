import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'

/** RFC 9110, 7.6.1: these belong to one connection and never travel on. */
const hopByHop = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']

function withoutHopByHop(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/)
  const dropped = new Set([...hopByHop, ...named])
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !dropped.has(name)))
}

/** The cookie `world`, which chooses a test world of the embedded engine. */
const worldOf = (cookie = ''): string | undefined => /(?:^|;\s*)world=([\w-]{1,64})(?:;|$)/.exec(cookie)?.[1]

/**
 * Headers of a browser's request as the engine gets them. The host becomes the engine's; an origin equal to our own is dropped,
 * because the engine compares it with its own name (CORSSupport), while a foreign one is left for the engine to refuse.
 */
export function toEngineHeaders(headers: IncomingHttpHeaders, engine: URL, forwardsWorld: boolean): OutgoingHttpHeaders {
  const { origin, host, ...rest } = headers
  const sent = withoutHopByHop(rest)
  if (headers['transfer-encoding']) sent['transfer-encoding'] = 'chunked' // the body's length is unknown, so it is framed anew
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host)) sent['origin'] = origin
  const world = forwardsWorld ? worldOf(headers.cookie) : undefined
  if (world !== undefined && headers['x-world'] === undefined) sent['x-world'] = world
  return { ...sent, host: engine.host }
}

/**
 * Headers of the engine's answer as the browser gets them: an absolute `Location` on the engine becomes a path, nothing is sniffed.
 * The engine's Basic challenge (EnforceAuthFilter) is left out: browsers would put their own password window over the portal's log-in.
 */
export function fromEngineHeaders(headers: IncomingHttpHeaders, engine: URL): OutgoingHttpHeaders {
  const { 'www-authenticate': _challenge, ...rest } = headers
  const sent = withoutHopByHop(rest)
  const location = headers.location
  if (location !== undefined && URL.canParse(location) && new URL(location).origin === engine.origin) sent['location'] = location.slice(engine.origin.length) || '/'
  return { ...sent, 'x-content-type-options': 'nosniff' }
}
