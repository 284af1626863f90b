/**
 * Control interface of tests, below `/control/`, only with `--test`. A world is chosen by the header `X-World`; the default one is called `default`.
 *   POST   /control/worlds {state, inventory?, seed?, speed?} → 201 {id}     makes a test world (8 at most; `large` is one for all, read-only)
 *   GET    /control/worlds → {worlds: […]}
 *   DELETE /control/worlds/{id}                                             discards it
 *   POST   /control/worlds/{id}/advance {seconds} → {nowMs}                 moves its clock and does the work that falls due
 *   POST   /control/worlds/{id}/break {host}, …/mend {host}                 a host (id or name) answers no more, or again
 *   POST   /control/worlds/{id}/end-session {user?}                         ends the sessions of a user (`admin@internal`), or all
 *   POST   /control/worlds/{id}/option {name, value}                        sets an engine option
 */
import type { OwnedWorld } from './engine/createWorld.ts'
import { breakHost, mendHost } from './engine/lifecycle/hostFailure.ts'
import { buildWorld, worldStates } from './worlds/build.ts'
import type { BuildOptions } from './worlds/build.ts'

const mostWorlds = 8
const sharedId = 'large'

export class TestWorlds {
  readonly #worlds = new Map<string, OwnedWorld>()
  readonly #default: OwnedWorld
  #made = 0
  constructor(world: OwnedWorld) { this.#default = world }

  /** The world a request chooses; undefined when it does not exist (any more). */
  find(id: string | null): OwnedWorld | undefined { return id === null || id === 'default' ? this.#default : this.#worlds.get(id) }
  /** May this request change its world? The large one is shared. */
  static mayWrite(id: string | null, request: Request): boolean {
    return id !== sharedId || request.method === 'GET' || request.method === 'HEAD' || new URL(request.url).pathname.startsWith('/ovirt-engine/s')
  }

  /** Answers a request below `/control/`. */
  async handle(request: Request): Promise<Response> {
    const [, , kind, id, action] = new URL(request.url).pathname.split('/')
    if (kind !== 'worlds') return refused(404, 'unknown control')
    const input = request.method === 'POST' ? readInput(await request.text()) : {}
    if (id === undefined) {
      if (request.method === 'GET') return Response.json({ worlds: [...this.#worlds.keys()] })
      return request.method === 'POST' ? this.#make(input) : refused(405, 'GET or POST')
    }
    const world = this.find(id)
    if (!world) return refused(404, `no world ${id}`)
    if (request.method === 'DELETE' && action === undefined) {
      if (id !== sharedId) this.#worlds.delete(id)
      return new Response(null, { status: 204 })
    }
    return request.method === 'POST' ? act(world, action ?? '', input) : refused(405, 'POST or DELETE')
  }

  #make(input: Input): Response {
    const state = worldStates.find((name) => name === input.state)
    if (!state) return refused(400, `state must be one of ${worldStates.join(', ')}`)
    if (state === 'large' && this.#worlds.has(sharedId)) return Response.json({ id: sharedId }, { status: 201 })
    if ([...this.#worlds.keys()].filter((name) => name !== sharedId).length >= mostWorlds) return refused(429, `at most ${mostWorlds} worlds at a time: discard one`)
    this.#made += 1
    const id = state === 'large' ? sharedId : `w${this.#made}`
    const options: BuildOptions = {
      state, held: true, speed: numberOf(input.speed) ?? 1, seed: numberOf(input.seed) ?? 1,
      ...(numberOf(input.inventory) !== undefined && { inventory: numberOf(input.inventory) ?? 0 }),
    }
    this.#worlds.set(id, buildWorld(options))
    return Response.json({ id }, { status: 201 })
  }
}

type Input = Readonly<Record<string, unknown>>
function readInput(text: string): Input {
  const parsed: unknown = text.trim() === '' ? {} : JSON.parse(text)
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}
const numberOf = (value: unknown) => typeof value === 'number' && Number.isFinite(value) ? value : undefined
const refused = (status: number, reason: string) => Response.json({ reason }, { status })

function act(world: OwnedWorld, action: string, input: Input): Response {
  switch (action) {
    case 'advance': {
      const seconds = numberOf(input.seconds)
      if (seconds === undefined || seconds < 0) return refused(400, 'seconds must be a number')
      world.advance(seconds)
      return Response.json({ nowMs: world.now() })
    }
    case 'break': case 'mend': {
      const wanted = String(input.host)
      const host = world.tables.hosts.get(wanted) ?? world.tables.hosts.by('name', wanted)[0]
      if (!host) return refused(404, `no host ${wanted}`)
      if (action === 'break') breakHost(world, host.id)
      else mendHost(world, host.id)
      return new Response(null, { status: 204 })
    }
    case 'end-session': {
      const name = typeof input.user === 'string' ? `${input.user.replace(/@internal$/, '')}@internal-authz` : undefined
      const user = name === undefined ? undefined : world.tables.users.by('user_name', name)[0]
      if (name !== undefined && !user) return refused(404, `no user ${name}`)
      for (const session of user ? world.tables.sessions.by('user', user.id) : [...world.tables.sessions.all()]) world.tables.sessions.remove(session.id)
      return new Response(null, { status: 204 })
    }
    case 'option': {
      const option = world.options.get(String(input.name))
      if (!option || typeof input.value !== 'string') return refused(400, 'name of an option and its value as text')
      const { value } = input
      world.options.set(String(input.name), { ...option, values: option.values.map(({ version }) => ({ value, version })) })
      return new Response(null, { status: 204 })
    }
    default: return refused(404, `unknown control ${action}`)
  }
}
