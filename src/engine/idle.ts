import type { Clock } from '../lib/clock.ts'
import { createStore, type Readable } from '../lib/store.ts'

/** `warning`: nothing was done for long; at `endsAt` (epoch milliseconds) the session is ended. */
export type IdleState = { readonly state: 'active' } | { readonly state: 'warning'; readonly endsAt: number }

export interface IdleWatch extends Readable<IdleState> {
  /** begins to count; `limitMinutes` not above zero: never ends */
  readonly start: (limitMinutes: number) => void
  readonly stop: () => void
  /** keyboard, pointer or console was used at `at`; `ours` tells the other tabs */
  readonly note: (at?: number, ours?: boolean) => void
}

const second = 1000
/** Warned a minute ahead, with short limits a fifth of them. */
const warnMs = (limitMs: number): number => Math.min(60 * second, limitMs / 5)

/**
 * The idle time-out. It is ours alone, because the engine's own session is kept alive by what the page reads.
 * Activity of other tabs counts, too. Asks the clock rather than counting ticks, so that sleeping machines are noticed.
 */
export function createIdleWatch({ clock, onActivity, onEnd }: { readonly clock: Clock; readonly onActivity: (at: number) => void; readonly onEnd: () => void }): IdleWatch {
  const state = createStore<IdleState>({ state: 'active' })
  let limitMs = 0
  let lastAt = 0
  let toldAt = 0
  let cancel: (() => void) | undefined

  const plan = () => {
    cancel?.()
    if (limitMs <= 0) return
    const endsAt = lastAt + limitMs
    const warnsAt = endsAt - warnMs(limitMs)
    const now = clock.now()
    if (now >= endsAt) {
      stop()
      return onEnd()
    }
    if (now >= warnsAt) {
      if (state.getSnapshot().state === 'active') state.set({ state: 'warning', endsAt })
    } else if (state.getSnapshot().state === 'warning') {
      state.set({ state: 'active' })
    }
    cancel = clock.after((now >= warnsAt ? endsAt : warnsAt) - now, plan)
  }

  function stop(): void {
    cancel?.()
    cancel = undefined
    limitMs = 0
    state.set({ state: 'active' })
  }

  return {
    subscribe: state.subscribe,
    getSnapshot: state.getSnapshot,
    stop,
    start: (limitMinutes) => {
      // A limit that becomes known while the watch runs leaves what was counted.
      if (limitMs <= 0) lastAt = clock.now()
      limitMs = limitMinutes * 60 * second
      plan()
    },
    note: (at = clock.now(), ours = true) => {
      if (limitMs <= 0 || at <= lastAt) return
      const wasWarning = state.getSnapshot().state === 'warning'
      lastAt = at
      // Once a second is often enough: pointers move much more often.
      if (ours && at - toldAt >= second) {
        toldAt = at
        onActivity(at)
      }
      if (wasWarning) plan()
    },
  }
}
