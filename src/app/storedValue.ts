import { useState } from 'react'

/**
 * State that this browser remembers under `portal.<name>`, for the shape of the frame: widths, what is folded.
 * `read` turns what was stored (null: nothing) into a value and must accept anything.
 */
export const useStoredValue = <T>(name: string, read: (stored: string | null) => T): readonly [T, (value: T) => void] => {
  const key = `portal.${name}`
  const [value, setValue] = useState(() => read(readStored(key)))
  const keep = (next: T): void => {
    setValue(next)
    try {
      localStorage.setItem(key, String(next))
    } catch {
      // Storage may be forbidden by the browser; the frame then forgets on reload.
    }
  }
  return [value, keep]
}

const readStored = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
