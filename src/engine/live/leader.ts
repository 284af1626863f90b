import type { Channel } from '../../lib/channel.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Readable } from '../../lib/store.ts'
import type { Attention } from './attention.ts'

export interface Leadership { readonly isLeader: () => boolean; readonly stop: () => void }

const beatMs = 2000
/** A tab that was not heard for this long is gone or asleep. */
const deadMs = 3 * beatMs

/**
 * One visible tab reads for all: the visible one with the smallest id among those heard lately. Hidden tabs never lead.
 * Two may lead for a moment, which costs requests and nothing else.
 */
export function joinElection({ clock, channel, attention, tabId }: { readonly clock: Clock; readonly channel: Channel; readonly attention: Readable<Attention>; readonly tabId: string }): Leadership {
  const heard = new Map<string, { readonly visible: boolean; readonly at: number }>()
  let cancel: (() => void) | undefined
  const isVisible = () => attention.getSnapshot() !== 'hidden'
  const beat = () => {
    cancel?.()
    channel.post({ kind: 'beat', tabId, visible: isVisible() })
    cancel = clock.after(beatMs, beat)
  }
  const stopListening = channel.listen((message) => {
    if (!isBeat(message)) return
    const isNew = !heard.has(message.tabId)
    heard.set(message.tabId, { visible: message.visible, at: clock.now() })
    if (isNew) beat() // so that the newcomer knows us before it reads for itself
  })
  const unsubscribe = attention.subscribe(beat)
  beat()
  return {
    isLeader: () =>
      isVisible() && ![...heard].some(([id, { visible, at }]) => visible && id < tabId && clock.now() - at < deadMs),
    stop: () => {
      channel.post({ kind: 'beat', tabId, visible: false })
      cancel?.()
      stopListening()
      unsubscribe()
    },
  }
}

interface Beat { readonly kind: 'beat'; readonly tabId: string; readonly visible: boolean }
const isBeat = (message: unknown): message is Beat =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'beat' &&
  'tabId' in message && typeof message.tabId === 'string' && 'visible' in message && typeof message.visible === 'boolean'
