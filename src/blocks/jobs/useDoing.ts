import { useCallback, useSyncExternalStore } from 'react'
import type { MessageKey } from '../../i18n/messages.ts'
import { begun } from './begun.ts'

/** Asks what this browser is doing to an object: "Starting…", until the job has ended. */
export const useDoing = (): ((id: string) => MessageKey | undefined) => {
  const words = useSyncExternalStore(begun.subscribe, begun.getSnapshot)
  return useCallback((id) => words.get(id), [words])
}
