import { useCallback, useSyncExternalStore } from 'react'

/** The present moment in milliseconds, rounded to the step, drawn anew once per step. For ages and count-downs. */
export const useNow = (stepMs: number): number => {
  const subscribe = useCallback((listener: () => void) => {
    const timer = setInterval(listener, stepMs)
    return () => clearInterval(timer)
  }, [stepMs])
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / stepMs) * stepMs)
}
