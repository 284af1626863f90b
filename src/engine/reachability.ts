import { createStore, type Readable } from '../lib/store.ts'
import { connection } from './connection.ts'

/** Does the engine answer? `lastAnswerAt` is the age of what is on the screen while it does not. Epoch milliseconds. */
export interface Reachability {
  readonly state: 'ok' | 'unreachable'
  /** since when it does not answer */
  readonly since?: number
  readonly lastAnswerAt?: number
}

const store = createStore<Reachability>({ state: 'ok' })

/** For the banner: changes only when the state does, so that watching it is cheap. */
export const reachability: Readable<Reachability> = store

let lastAnswerAt: number | undefined

/** The engine answered, whatever it said. */
export function noteAnswer(): void {
  lastAnswerAt = connection().clock.now()
  if (store.getSnapshot().state !== 'ok') store.set({ state: 'ok', lastAnswerAt })
}

/** Nobody answered, or the gateway said that nobody does. */
export function noteSilence(): void {
  if (store.getSnapshot().state === 'unreachable') return
  store.set({ state: 'unreachable', since: connection().clock.now(), ...(lastAnswerAt === undefined ? {} : { lastAnswerAt }) })
}
