import { useEffect, useState } from 'react'

/** False when first drawn, true from `delayMs` later on. */
export const useLater = (delayMs: number): boolean => {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return isLater
}
