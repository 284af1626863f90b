import { useCallback } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { Action, ConfirmInput } from '../action.ts'
import { noteBegun } from '../jobs/begun.ts'
import type { Outcome } from './runOnRows.ts'
import { runOnRows } from './runOnRows.ts'

/** Sends an action for each row; `onEach` hears every answer as it arrives. Never rejects: failures are outcomes. */
export type Run<T extends Row> = (action: Action<T>, rows: readonly T[], input: ConfirmInput, onEach?: () => void) => Promise<readonly Outcome<T>[]>

/** Sends actions and marks the rows that are being worked on. */
export const useRun = <T extends Row>(): Run<T> =>
  useCallback(async ({ run, doing }, rows, input, onEach) => {
    if (!run) return []
    return runOnRows(rows, (row) => run(row, input), (outcome) => {
      if (outcome.state === 'accepted' && doing) noteBegun(outcome.row.id, doing, outcome.accepted)
      onEach?.()
    })
  }, [])
