import { useCallback, useSyncExternalStore } from 'react'

/** Does the window fit this media query now? Follows changes. */
export const useMedia = (query: string): boolean => {
  const subscribe = useCallback((listener: () => void) => {
    const media = matchMedia(query)
    media.addEventListener('change', listener)
    return () => media.removeEventListener('change', listener)
  }, [query])
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
