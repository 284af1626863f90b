import { useCallback, useSyncExternalStore } from 'react'
import { useFormat } from '../../i18n/format.ts'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for all cells, running only while one of them is drawn. */
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => { for (const one of listeners) one() }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** As fine as the written duration shows: minutes from an hour on, hours from a day on. */
const stepOf = (seconds: number): number => (seconds < 3600 ? 1 : seconds < 86_400 ? 60 : 3600)

/** How long something has been running; `since` in milliseconds since 1970. Only this cell is drawn anew, and only when its text changes. */
export const UptimeCell = ({ since }: { readonly since: number }) => {
  const { duration, dateTime } = useFormat()
  const read = useCallback(() => {
    const seconds = Math.max(0, (Date.now() - since) / 1000)
    const step = stepOf(seconds)
    return Math.floor(seconds / step) * step
  }, [since])
  const seconds = useSyncExternalStore(subscribe, read)
  return <time dateTime={new Date(since).toISOString()} title={dateTime(since)}>{duration(seconds)}</time>
}
