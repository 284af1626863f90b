/** The embedded engine as a journey sees it beside the browser: plain REST in a world of its own, and the control interface. */

const base = (): string => process.env['ENGINE_URL'] ?? 'http://127.0.0.1:8090'

/** Where worlds begin (mocks/worlds). `large` is shared and read-only. */
export interface Start { readonly state: 'empty' | 'small' | 'datacenter' | 'brokenStorage' | 'large' | 'inventory'; readonly inventory?: number }

export type Persona = 'admin' | 'auditor' | 'power' | 'vmuser'

export interface Engine {
  readonly worldId: string
  /** token of a persona, for the browser's session or for REST */
  readonly token: (persona: Persona) => Promise<string>
  /** reads a path below the API; the test names the members it looks at */
  readonly get: <Answer>(path: string, persona?: Persona) => Promise<Answer>
  /** sends a change as another client would; throws with the fault when it is refused */
  readonly send: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, persona?: Persona) => Promise<void>
  /** POST on the control interface of this world: advance, break, mend, end-session, option */
  readonly control: (action: string, input?: object) => Promise<void>
  readonly discard: () => Promise<void>
}

async function post(url: string, body: object): Promise<Response> {
  const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** Makes a world and speaks with it. */
export async function openEngine(start: Start): Promise<Engine> {
  const made: { readonly id: string } = await (await post(`${base()}/control/worlds`, start)).json()
  const worldId = made.id
  const tokens = new Map<Persona, string>()
  const token = async (persona: Persona): Promise<string> => {
    const known = tokens.get(persona)
    if (known !== undefined) return known
    const form = new URLSearchParams({ grant_type: 'password', username: `${persona}@internal`, password: 'demo', scope: 'ovirt-app-api' })
    const answer = await fetch(`${base()}/ovirt-engine/sso/oauth/token`, { method: 'POST', body: form, headers: { Accept: 'application/json', 'X-World': worldId } })
    const { access_token: fresh }: { readonly access_token: string } = await answer.json()
    tokens.set(persona, fresh)
    return fresh
  }
  const call = async (method: string, path: string, body: object | undefined, persona: Persona): Promise<string> => {
    const answer = await fetch(`${base()}/ovirt-engine/api/${path}`, {
      method,
      headers: { Authorization: `Bearer ${await token(persona)}`, Accept: 'application/json', 'X-World': worldId, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text
  }
  const control = async (action: string, input: object = {}): Promise<void> => void (await post(`${base()}/control/worlds/${worldId}/${action}`, input))
  return {
    worldId,
    token,
    get: async <Answer>(path: string, persona: Persona = 'admin') => {
      const answer: Answer = JSON.parse(await call('GET', path, undefined, persona))
      return answer
    },
    send: async (method, path, body, persona = 'admin') => void (await call(method, path, body ?? (method === 'DELETE' ? undefined : {}), persona)),
    control,
    discard: async () => void (await fetch(`${base()}/control/worlds/${worldId}`, { method: 'DELETE' })),
  }
}
