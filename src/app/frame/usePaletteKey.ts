import { useEffect } from 'react'

/** Ctrl-K (on a Mac also Command-K) opens the palette from anywhere, text fields included. */
export const usePaletteKey = (onOpen: () => void): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      // Held keys repeat; one palette is enough.
      if (!event.repeat && !document.querySelector('[data-feature="plus.palette"]')) onOpen()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onOpen])
}
