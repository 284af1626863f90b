import { Fragment, Suspense, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'

interface Overlay { readonly key: number; readonly draw: () => ReactNode }

let open: readonly Overlay[] = []
let nextKey = 1
const listeners = new Set<() => void>()

const change = (overlays: readonly Overlay[]): void => {
  open = overlays
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * Opens a dialog over the page from anywhere; the menu that asked for it may close, so it cannot hold the dialog.
 * `draw` gets the function that closes it. Dialogs that a URL names (`?do=`) are drawn by their page instead.
 */
export const openOverlay = (draw: (onClose: () => void) => ReactNode): void => {
  const key = nextKey++
  const onClose = (): void => change(open.filter((overlay) => overlay.key !== key))
  change([...open, { key, draw: () => draw(onClose) }])
}

/** Closes everything, as log-out does. */
export const closeOverlays = (): void => change([])

/** Draws what `openOverlay` opened; the app mounts it once, inside its providers. */
export const OverlayHost = (): ReactNode => {
  const overlays = useSyncExternalStore(subscribe, () => open)
  return overlays.map(({ key, draw }) => <Fragment key={key}><Suspense>{draw()}</Suspense></Fragment>)
}
