import { useSyncExternalStore } from 'react'
import { operations } from '../../engine/operations.ts'

/** How many operations of this browser still run: the number on the tray's button. */
export const useRunningCount = (): number =>
  useSyncExternalStore(operations.subscribe, operations.getSnapshot).filter(({ state }) => state === 'running').length
