import type { Clock } from '../../lib/clock.ts'
import type { Readable } from '../../lib/store.ts'
import { slowness, type Attention } from './attention.ts'

export interface Loop { readonly stop: () => void; /** runs now, unless the tab is hidden, and counts anew */ readonly wake: () => void }

/**
 * Runs `task` again and again, `intervalMs` after the last run ended: never twice at once, not while the tab is hidden,
 * a third as often while it is not focused, and at once when somebody comes back after longer than the interval.
 * A task that throws has told its trouble elsewhere (reachability) and is run again.
 */
export function startLoop({ clock, attention, intervalMs, task }: { readonly clock: Clock; readonly attention: Readable<Attention>; readonly intervalMs: () => number; readonly task: () => Promise<void> | void }): Loop {
  let stopped = false
  let running = false
  let again = false
  let lastAt = clock.now()
  let cancel: (() => void) | undefined

  const plan = () => {
    cancel?.()
    cancel = undefined
    const factor = slowness[attention.getSnapshot()]
    if (stopped || running || factor === undefined) return
    cancel = clock.after(Math.max(0, lastAt + intervalMs() * factor - clock.now()), () => void run())
  }
  const run = async () => {
    if (stopped || slowness[attention.getSnapshot()] === undefined) return
    if (running) {
      again = true
      return
    }
    running = true
    try {
      await task()
    } catch {
      // see above
    }
    running = false
    lastAt = again ? Number.NEGATIVE_INFINITY : clock.now()
    again = false
    plan()
  }
  const unsubscribe = attention.subscribe(plan)
  plan()
  return {
    stop: () => {
      stopped = true
      cancel?.()
      unsubscribe()
    },
    wake: () => void run(),
  }
}
