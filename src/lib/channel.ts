/** A line to the other tabs of this portal. Messages of other versions may arrive: readers check what they get. */
export interface Channel {
  readonly post: (message: unknown) => void
  /** the answer stops listening */
  readonly listen: (onMessage: (message: unknown) => void) => () => void
  readonly close: () => void
}

/** A channel without anybody at the other end, where the browser has none. */
export const silentChannel: Channel = { post: () => undefined, listen: () => () => undefined, close: () => undefined }

/** Opens the channel of this name; only pages of the same origin are on it. */
export function openChannel(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return silentChannel
  const line = new BroadcastChannel(name)
  return {
    post: (message) => line.postMessage(message),
    listen: (onMessage) => {
      const onEvent = (event: MessageEvent<unknown>) => onMessage(event.data)
      line.addEventListener('message', onEvent)
      return () => line.removeEventListener('message', onEvent)
    },
    close: () => line.close(),
  }
}
