import { Fragment, Suspense, lazy, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { createStore } from '../../lib/store.ts'

interface Overlay { readonly key: number; readonly draw: () => ReactNode }

const store = createStore<readonly Overlay[]>([])
let nextKey = 1

/**
 * Opens a dialog over the page from anywhere; the menu that asked for it may close, so it cannot hold the dialog.
 * `draw` gets the function that closes it. Dialogs that a URL names (`?do=`) are drawn by their page instead.
 */
export const openOverlay = (draw: (onClose: () => void) => ReactNode): void => {
  const key = nextKey++
  const onClose = (): void => store.set(store.getSnapshot().filter((overlay) => overlay.key !== key))
  store.set([...store.getSnapshot(), { key, draw: () => draw(onClose) }])
}

/** `openOverlay` for a dialog whose code is fetched when it is asked for. */
export const openOverlayLater = (load: () => Promise<(onClose: () => void) => ReactNode>): void => {
  const Later = lazy(async () => {
    const draw = await load()
    return { default: ({ onClose }: { readonly onClose: () => void }) => draw(onClose) }
  })
  openOverlay((onClose) => <Later onClose={onClose} />)
}

/** Closes everything, as log-out does. */
export const closeOverlays = (): void => store.set([])

/** Draws what `openOverlay` opened; the app mounts it once, inside its providers. */
export const OverlayHost = (): ReactNode => {
  const overlays = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return overlays.map(({ key, draw }) => <Fragment key={key}><Suspense>{draw()}</Suspense></Fragment>)
}
