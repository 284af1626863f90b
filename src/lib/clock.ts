/** Time as a dependency, so that tests need not wait. Milliseconds throughout. */
export interface Clock {
  readonly now: () => number
  /** runs `task` once after `delayMs`; the answer takes it back */
  readonly after: (delayMs: number, task: () => void) => () => void
}

/** Wall clock; looks up the global functions at each call, so that fake timers installed later work. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Resolves after `delayMs`, rejects with the signal's reason when it is aborted first. */
export const sleep = (clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const onAbort = () => {
      cancel()
      reject(signal?.reason)
    }
    const cancel = clock.after(delayMs, () => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    })
    signal?.addEventListener('abort', onAbort, { once: true })
  })
