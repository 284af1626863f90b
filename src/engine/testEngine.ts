import { queryClient } from './cache.ts'
import { connect, disconnect, type Connection } from './connection.ts'

export interface Seen { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly headers: Headers; readonly text: string }
export type Reply = (seen: Seen) => Response | Promise<Response> | object

/** An engine for tests: answers by a function, keeps what it was asked. `path` is what follows `/ovirt-engine/`. */
export function playEngine(reply: Reply, change: Partial<Connection> = {}): readonly Seen[] {
  const seen: Seen[] = []
  disconnect()
  queryClient.clear()
  connect({
    token: () => 'secret-token',
    fetch: async (request) => {
      const url = new URL(request.url)
      const one = { method: request.method, path: url.pathname.replace('/ovirt-engine/', ''), query: url.searchParams, headers: request.headers, text: await request.text() }
      request.signal.throwIfAborted()
      seen.push(one)
      const answer = await reply(one)
      return answer instanceof Response ? answer : json(answer)
    },
    ...change,
  })
  return seen
}

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })
