import { createStore, type Readable } from '../../lib/store.ts'

/** How closely somebody looks at this tab: hidden reads nothing, visible without focus a third as often. */
export type Attention = 'focused' | 'visible' | 'hidden'

/** Factor by which intervals grow; undefined: not at all. */
export const slowness: Readonly<Record<Attention, number | undefined>> = { focused: 1, visible: 3, hidden: undefined }

/** Watches the document. In environments without one everything counts as focused. */
export function watchAttention(): Readable<Attention> {
  const store = createStore<Attention>(look())
  if (typeof document !== 'undefined') {
    const update = () => store.set(look())
    document.addEventListener('visibilitychange', update)
    globalThis.addEventListener?.('focus', update)
    globalThis.addEventListener?.('blur', update)
  }
  return store
}

/** Is the page out of sight at this moment? */
export const isHidden = (): boolean => look() === 'hidden'

function look(): Attention {
  if (typeof document === 'undefined') return 'focused'
  if (document.visibilityState === 'hidden') return 'hidden'
  return document.hasFocus() ? 'focused' : 'visible'
}
