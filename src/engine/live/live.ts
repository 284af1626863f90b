import type { EntityType, Target } from '../../domain/entity.ts'
import type { Event } from '../../domain/event.ts'
import { openChannel, type Channel } from '../../lib/channel.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Readable } from '../../lib/store.ts'
import { randomUuid } from '../../lib/uuid.ts'
import { queryClient } from '../cache.ts'
import { connection } from '../connection.ts'
import { reachability } from '../reachability.ts'
import { statisticsWord } from '../resources/statistics.ts'
import { request } from '../transport.ts'
import { watchAttention, type Attention } from './attention.ts'
import { toTouch } from './eventTargets.ts'
import { createFeed } from './feed.ts'
import { joinElection } from './leader.ts'
import { startLoop } from './loop.ts'
import { readersInUse, refreshLists, refreshTargets } from './refresh.ts'
import { followTransitions } from './transitions.ts'

const feedMs = 5000
const userPageMs = 20_000
/** The feed begins a moment after the first page, which should not have to share the wire with it. */
const firstLookMs = 1000
const transitionMs = 2500
const statisticsMs = 60_000
/** How soon a returned engine is noticed, whatever else would ask it. */
const probeMs = 3000

export interface LiveParts {
  readonly clock: Clock
  readonly attention: Readable<Attention>
  readonly openChannel: () => Channel
  readonly tabId: string
}

export interface Live {
  /** begins for the user who is logged in; `filtered` as the connection is */
  readonly start: () => void
  readonly stop: () => void
  /** seconds between looks at the feed, for users between readings of the page; undefined: the defaults (5, users 20) */
  readonly setInterval: (seconds: number | undefined) => void
  /** reads everything in view again, as the refresh button does */
  readonly refreshAll: () => void
  /** tells events as they come, oldest first (administrators only). The answer stops it. */
  readonly onEvents: (listener: (events: readonly Event[]) => void) => () => void
}

interface NewsMessage { readonly kind: 'news'; readonly targets: readonly Target[]; readonly lists: readonly EntityType[]; readonly all: boolean; readonly events: readonly Event[] }
const isNews = (message: unknown): message is NewsMessage =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'news' &&
  'targets' in message && Array.isArray(message.targets) && 'lists' in message && Array.isArray(message.lists) && 'events' in message && Array.isArray(message.events)

/** Keeps what is in view fresh: the policy of DESIGN "Live data" in one place. */
export function createLive({ clock, attention, openChannel: open, tabId }: LiveParts): Live {
  const listeners = new Set<(events: readonly Event[]) => void>()
  const feed = createFeed()
  let chosenMs: number | undefined
  let stops: (() => void)[] = []
  let wakeMain = (): void => undefined
  let channel: Channel | undefined

  /** Objects and what hangs below them; what never changes (icons, operating systems, options) stays. */
  const refreshAll = () => {
    const types = new Set<unknown>(readersInUse().map(({ type }) => type)).add('system')
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => types.has(queryKey[0]) })
  }

  const apply = ({ targets, lists, all, events }: Omit<NewsMessage, 'kind'>) => {
    if (all) refreshAll()
    else {
      refreshLists(lists)
      refreshTargets(targets)
      // Jobs and the log have no objects that events would name: something happened, so both have news.
      if (events.length > 0) refreshLists(['event', 'job'])
    }
    if (events.length > 0) for (const listener of listeners) listener(events)
  }

  const readFeed = async (isLeader: () => boolean) => {
    if (!isLeader()) return
    const { events, full } = await feed.look()
    if (events.length === 0) return
    const news = { ...toTouch(events), all: full, events }
    channel?.post({ kind: 'news', ...news } satisfies NewsMessage)
    apply(news)
  }

  const rereadPages = () => {
    const types = new Set<unknown>(readersInUse().map(({ type }) => type))
    void queryClient.refetchQueries({
      type: 'active',
      predicate: ({ queryKey }) => types.has(queryKey[0]) && queryKey[1] !== 'names' && queryKey.at(-1) !== statisticsWord,
    })
  }

  const remeasure = () => {
    void queryClient.refetchQueries({ type: 'active', predicate: ({ queryKey }) => queryKey.at(-1) === statisticsWord })
  }

  const probe = async () => {
    if (reachability.getSnapshot().state === 'unreachable') await request('GET', '', { retries: 0 })
  }

  function start(): void {
    stop()
    channel = open()
    const election = joinElection({ clock, channel, attention, tabId })
    const { filtered } = connection()
    const main = startLoop({
      clock,
      attention,
      intervalMs: () => chosenMs ?? (filtered() ? userPageMs : feedMs),
      task: () => (filtered() ? rereadPages() : readFeed(election.isLeader)),
    })
    const loops = [
      main,
      startLoop({ clock, attention, intervalMs: () => transitionMs, task: followTransitions }),
      startLoop({ clock, attention, intervalMs: () => statisticsMs, task: remeasure }),
      startLoop({ clock, attention, intervalMs: () => probeMs, task: probe }),
    ]
    wakeMain = main.wake
    let wasAway = false
    stops = [
      election.stop,
      channel.listen((message) => {
        if (isNews(message) && attention.getSnapshot() !== 'hidden') apply(message)
      }),
      // What was missed while hidden is unknown: read what is in view once, then follow again.
      attention.subscribe(() => {
        if (attention.getSnapshot() === 'hidden') wasAway = true
        else if (wasAway) {
          wasAway = false
          feed.reset()
          refreshAll()
          main.wake()
        }
      }),
      watchReturn(),
      ...loops.map((loop) => loop.stop),
      () => channel?.close(),
      clock.after(firstLookMs, () => {
        if (!filtered()) main.wake()
      }),
    ]
  }

  /** An engine that was away may have another log and other rows. */
  const watchReturn = () => {
    let before = reachability.getSnapshot().state
    return reachability.subscribe(() => {
      const now = reachability.getSnapshot().state
      if (before === 'unreachable' && now === 'ok') {
        feed.reset()
        refreshAll()
      }
      before = now
    })
  }

  function stop(): void {
    for (const one of stops) one()
    stops = []
    wakeMain = () => undefined
    feed.reset()
  }

  return {
    start,
    stop,
    refreshAll,
    setInterval: (seconds) => {
      const before = chosenMs
      chosenMs = seconds === undefined ? undefined : seconds * 1000
      // Otherwise a minute chosen before would have to pass first.
      if (chosenMs !== before) wakeMain()
    },
    onEvents: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The policy of this page. */
export const live = createLive({
  clock: { now: () => connection().clock.now(), after: (delayMs, task) => connection().clock.after(delayMs, task) },
  attention: watchAttention(),
  openChannel: () => openChannel('portal.live'),
  tabId: randomUuid(),
})
