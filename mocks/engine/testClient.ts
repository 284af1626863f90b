/** For tests: a client of one world that logs in and reads JSON. */
import type { OwnedWorld } from './createWorld.ts'
import { handle } from './handle.ts'

/** Part of an answer by a path of keys and positions: `at(body, 'vm', 0, 'name')`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner) && typeof key === 'number') return inner[key]
    return typeof inner === 'object' && inner !== null ? Object.entries(inner).find(([name]) => name === key)?.[1] : undefined
  }, value)
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** The list at a path of an answer; empty where there is none: `rowsAt(body, 'vm')`. */
export function rowsAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path)
  return isList(found) ? found : []
}

export interface Reply { readonly status: number; readonly headers: Headers; readonly text: string; /** undefined when the answer is no JSON */ readonly body: unknown }
export interface Client {
  readonly token: string
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
}

export async function ask(world: OwnedWorld, path: string, init: RequestInit = {}): Promise<Reply> {
  const response = await handle(new Request(`http://engine.test${path}`, init), world)
  const text = await response.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = undefined
  }
  return { status: response.status, headers: response.headers, text, body }
}

export const askForToken = (world: OwnedWorld, fields: Record<string, string>, headers: Record<string, string> = { Accept: 'application/json' }): Promise<Reply> =>
  ask(world, '/ovirt-engine/sso/oauth/token', { method: 'POST', headers, body: new URLSearchParams(fields) })

/** Logs in a user of `internal` by its short name; paths are below the API's base, full ones are taken as they are. */
export async function logIn(world: OwnedWorld, user: string, password = 'demo'): Promise<Client> {
  const reply = await askForToken(world, { grant_type: 'password', username: `${user}@internal`, password, scope: 'ovirt-app-api' })
  const token = at(reply.body, 'access_token')
  if (typeof token !== 'string') throw new Error(`${user} was not let in: ${reply.text}`)
  const full = (path: string) => path.startsWith('/ovirt-engine') ? path : `/ovirt-engine/api${path}`
  const common = { Authorization: `Bearer ${token}`, Accept: 'application/json' }
  return {
    token,
    get: (path, headers = {}) => ask(world, full(path), { headers: { ...common, ...headers } }),
    send: (method, path, body, headers = {}) => ask(world, full(path), {
      method, headers: { ...common, 'Content-Type': 'application/json', ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  }
}
