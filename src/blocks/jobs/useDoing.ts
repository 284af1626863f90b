import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { operations } from '../../engine/operations.ts'

/**
 * Asks what this browser is doing to an object: the key of "Starting…" until the job has ended.
 * Operations of others carry no target in the API, so they show nothing.
 */
export const useDoing = (): ((id: string) => string | undefined) => {
  const begun = useSyncExternalStore(operations.subscribe, operations.getSnapshot)
  const words = useMemo(
    // Newest first, so the newest is set last and wins.
    () => new Map(begun.toReversed().flatMap(({ state, targets: [target], doing }) => (state === 'running' && target && doing !== undefined ? [[target.id, doing]] : []))),
    [begun],
  )
  return useCallback((id) => words.get(id), [words])
}
