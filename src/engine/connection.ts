import { systemClock, type Clock } from '../lib/clock.ts'

/** How requests reach the engine. One per page; tests give their own `fetch`. */
export interface Connection {
  readonly fetch: (request: Request) => Promise<Response>
  /** where the engine lives on this origin, without slash at the end */
  readonly basePath: string
  /** origin that relative paths are resolved against */
  readonly origin: string
  /** access token; without one nothing is sent */
  readonly token: () => string | undefined
  /** true: act as a plain user (`Filter` header); decided at log-in */
  readonly filtered: () => boolean
  /** language of fault details, such as `zh-CN` */
  readonly language: () => string
  /** told that the engine did not take this token, or that there is none; reads wait for the answer and are sent again, writes are not */
  readonly onUnauthenticated: (token: string | undefined) => Promise<void>
  readonly clock: Clock
}

const initial: Connection = {
  fetch: (request) => fetch(request),
  basePath: '/ovirt-engine',
  origin: globalThis.location?.origin?.startsWith('http') ? globalThis.location.origin : 'http://127.0.0.1',
  token: () => undefined,
  filtered: () => false,
  language: () => 'en',
  onUnauthenticated: () => Promise.reject(new Error('no session')),
  clock: systemClock,
}

let current = initial

/** The connection in use. */
export const connection = (): Connection => current

/** Changes the given members and leaves the others. */
export const connect = (change: Partial<Connection>): void => {
  current = { ...current, ...change }
}

/** Back to what a fresh page has. */
export const disconnect = (): void => {
  current = initial
}
