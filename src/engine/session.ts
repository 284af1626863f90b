import { openChannel, type Channel } from '../lib/channel.ts'
import { sleep, type Clock } from '../lib/clock.ts'
import { createStore, type Readable } from '../lib/store.ts'
import { queryClient } from './cache.ts'
import { connect, connection } from './connection.ts'
import { isEngineFault } from './fault.ts'
import { createIdleWatch, type IdleWatch } from './idle.ts'
import { forgetOperations } from './operations.ts'
import { readOptionNumber } from './options.ts'
import { readRoot, type Root } from './product.ts'
import { requestToken, revokeToken, type LogInOutcome } from './sso.ts'

/** Who is logged in. */
export interface SignedIn {
  readonly userId: string
  /** as typed at log-in: `admin@internal` */
  readonly userName: string
  /** may enter the Admin Portal */
  readonly administrator: boolean
  readonly root: Root
}

/**
 * starting: looks for a session of this tab or another one. out: nobody is logged in, and why not any more.
 * in: requests work. expired: the page stays as it is, reads wait, and log-in lies over it.
 */
export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'out'; readonly why?: 'loggedOut' | 'elsewhere' }
  | ({ readonly status: 'in' } & SignedIn)
  | ({ readonly status: 'expired'; readonly why: 'ended' | 'idle' } & SignedIn)

export interface SessionParts {
  /** keeps token and name over a reload of this tab */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  readonly openChannel: () => Channel
  readonly clock: Clock
}

export interface Session extends Readable<SessionState> {
  /** looks for a session; resolves when it is known whether there is one */
  readonly start: () => Promise<void>
  readonly logIn: (userName: string, password: string) => Promise<LogInOutcome>
  /** ends the session in every tab and on the engine */
  readonly logOut: () => Promise<void>
  /** false: the Admin Portal; true: see and do only what permissions give, also as administrator */
  readonly setFiltered: (filtered: boolean) => void
  readonly idle: IdleWatch
}

const storedKey = 'portal.session'
/** How long another tab has to hand over its session. */
const askMs = 200
const retryMs = 3000
/** UserSessionTimeOutInterval as shipped */
const shippedIdleMinutes = 30
const optionDelayMs = 3000

type Message = { readonly kind: 'ask' | 'out' } | { readonly kind: 'token'; readonly token: string; readonly userName: string } | { readonly kind: 'activity'; readonly at: number }

/** A session and its life. The token lives here, in session storage and in the messages between tabs, nowhere else. */
export function createSession({ storage, openChannel: open, clock }: SessionParts): Session {
  const state = createStore<SessionState>({ status: 'starting' })
  let channel: Channel | undefined
  let token: string | undefined
  let userName = ''
  let entering = false
  const setIdleLimit = (minutes: number) => {
    if (state.getSnapshot().status !== 'in') return
    if (minutes > 0) idle.start(minutes)
    else idle.stop()
  }
  /** an administrator looks through a user's eyes */
  let filteredByChoice = false
  let renewal: { readonly promise: Promise<void>; readonly resolve: () => void; readonly reject: (error: unknown) => void } | undefined
  const idle = createIdleWatch({ clock, onActivity: (at) => channel?.post({ kind: 'activity', at } satisfies Message), onEnd: () => void expire('idle') })

  const keep = (nextToken: string, name: string) => {
    token = nextToken
    userName = name
    attempt(() => storage?.setItem(storedKey, JSON.stringify({ token, userName })))
  }
  const forget = () => {
    token = undefined
    attempt(() => storage?.removeItem(storedKey))
  }

  /** Asks the engine who this is. Throws when it does not take the token or does not answer. */
  async function enter(): Promise<void> {
    entering = true
    const root = await readRoot().finally(() => {
      entering = false
    })
    const before = state.getSnapshot()
    const administrator = root.summary !== undefined
    const userId = root.userId ?? ''
    connect({ filtered: () => !administrator || filteredByChoice })
    state.set({ status: 'in', userId, userName, administrator, root })
    // Somebody else logged in over the page: what it shows was not for these eyes.
    if ('userId' in before && before.userId !== userId) {
      forgetOperations()
      void queryClient.resetQueries()
    }
    renewal?.resolve()
    renewal = undefined
    idle.start(shippedIdleMinutes)
    // The engine's own limit is needed in minutes, the first page now.
    clock.after(optionDelayMs, () => void readOptionNumber('UserSessionTimeOutInterval').then(setIdleLimit, () => undefined))
  }
  async function expire(why: 'ended' | 'idle'): Promise<void> {
    const now = state.getSnapshot()
    if (now.status !== 'in') return
    const { status: _, ...who } = now
    const old = token
    forget()
    idle.stop()
    state.set({ status: 'expired', why, ...who })
    if (why === 'idle' && old !== undefined) await revokeToken(old)
  }

  /** Requests that met a dead token wait here for the next log-in. */
  function onUnauthenticated(refused: string | undefined): Promise<void> {
    const { status } = state.getSnapshot()
    if (entering || status === 'starting' || status === 'out') return Promise.reject(new Error('no session'))
    if (token !== undefined && token !== refused) return Promise.resolve()
    void expire('ended')
    renewal ??= Promise.withResolvers<void>()
    renewal.promise.catch(() => undefined)
    return renewal.promise
  }

  function leave(why: 'loggedOut' | 'elsewhere' | undefined): void {
    forget()
    idle.stop()
    renewal?.reject(new Error('logged out'))
    renewal = undefined
    state.set(why === undefined ? { status: 'out' } : { status: 'out', why })
    queryClient.clear()
    forgetOperations()
  }

  function onMessage(data: unknown): void {
    const message = toMessage(data)
    if (message?.kind === 'ask' && token !== undefined) channel?.post({ kind: 'token', token, userName } satisfies Message)
    if (message?.kind === 'out' && state.getSnapshot().status !== 'out') leave('elsewhere')
    if (message?.kind === 'activity') idle.note(message.at, false)
    if (message?.kind === 'token' && takes(message.userName)) {
      keep(message.token, message.userName)
      enter().catch(forget)
    }
  }
  /** Does this tab want the session of another one? When its own has died, and when nobody answered in time or has logged in since. */
  const takes = (name: string): boolean => {
    const now = state.getSnapshot()
    return now.status === 'expired' ? name === userName : now.status === 'out' && now.why === undefined
  }

  /** A session that another tab has; undefined when none answers in time. */
  async function askOthers(): Promise<{ readonly token: string; readonly userName: string } | undefined> {
    if (channel === undefined) return undefined
    const { promise, resolve } = Promise.withResolvers<{ readonly token: string; readonly userName: string } | undefined>()
    const stop = channel.listen((data) => {
      const message = toMessage(data)
      if (message?.kind === 'token') resolve(message)
    })
    channel.post({ kind: 'ask' } satisfies Message)
    clock.after(askMs, () => resolve(undefined))
    return promise.finally(stop)
  }

  async function start(): Promise<void> {
    channel ??= open()
    channel.listen(onMessage)
    connect({ token: () => token, onUnauthenticated })
    const found = recall(storage) ?? (await askOthers())
    if (found === undefined) return state.set({ status: 'out' })
    keep(found.token, found.userName)
    for (;;) {
      try {
        return await enter()
      } catch (error) {
        if (!isEngineFault(error, 'unreachable')) return leave(undefined)
        await sleep(clock, retryMs)
      }
    }
  }

  async function logIn(name: string, password: string): Promise<LogInOutcome> {
    const outcome = await requestToken(name, password)
    if (!outcome.ok) return outcome
    keep(outcome.token, name)
    try {
      await enter()
    } catch (error) {
      forget()
      return { ok: false, why: isEngineFault(error, 'unreachable') ? 'unreachable' : 'refused', ...(isEngineFault(error) ? { detail: error.message } : {}) }
    }
    channel?.post({ kind: 'token', token: outcome.token, userName: name } satisfies Message)
    return outcome
  }

  async function logOut(): Promise<void> {
    const old = token
    channel?.post({ kind: 'out' } satisfies Message)
    leave('loggedOut')
    if (old !== undefined) await revokeToken(old)
  }

  const setFiltered = (filtered: boolean) => {
    if (filtered === filteredByChoice) return
    filteredByChoice = filtered
    queryClient.removeQueries({ type: 'inactive' })
    void queryClient.invalidateQueries()
  }

  return { subscribe: state.subscribe, getSnapshot: state.getSnapshot, start, logIn, logOut, setFiltered, idle }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Another tab may run another version: what is not understood is nothing. */
function toMessage(data: unknown): Message | undefined {
  if (!isObject(data)) return undefined
  const { kind, token, userName, at } = data
  if (kind === 'ask' || kind === 'out') return { kind }
  if (kind === 'token' && typeof token === 'string' && typeof userName === 'string') return { kind, token, userName }
  return kind === 'activity' && typeof at === 'number' ? { kind, at } : undefined
}

function recall(storage: SessionParts['storage']): { readonly token: string; readonly userName: string } | undefined {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storedKey) ?? 'null')
    return isObject(stored) && typeof stored['token'] === 'string' && typeof stored['userName'] === 'string'
      ? { token: stored['token'], userName: stored['userName'] }
      : undefined
  } catch {
    return undefined // storage is forbidden or holds something else
  }
}

/** Storage may be forbidden by the browser; then a reload asks for the password again. */
function attempt(store: () => void): void {
  try {
    store()
  } catch {
    // see above
  }
}

/** Asking for it throws where the browser forbids it. */
function browserStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}

/** The session of this page. */
export const session = createSession({ storage: browserStorage(), openChannel: () => openChannel('portal.session'), clock: { now: () => connection().clock.now(), after: (delayMs, task) => connection().clock.after(delayMs, task) } })
