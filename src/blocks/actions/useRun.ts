import { useCallback } from 'react'
import { describeOperation } from '../../engine/operations.ts'
import type { Row } from '../../engine/resource.ts'
import type { Action, ConfirmInput } from '../action.ts'
import type { Outcome } from './runOnRows.ts'
import { runOnRows } from './runOnRows.ts'

/** Sends an action for each row; `onEach` hears every answer as it arrives. Never rejects: failures are outcomes. */
export type Run<T extends Row> = (action: Action<T>, rows: readonly T[], input: ConfirmInput, onEach?: () => void) => Promise<readonly Outcome<T>[]>

/** Sends actions; their operations get the action's words, which rows and the task tray show. */
export const useRun = <T extends Row>(): Run<T> =>
  useCallback(async ({ id, run, doing, order }, rows, input, onEach) => {
    if (!run) return []
    return runOnRows(order ? rows.toSorted(order) : rows, (row) => run(row, input), (outcome) => {
      const jobId = outcome.state === 'accepted' ? outcome.accepted.jobId : undefined
      if (jobId !== undefined) describeOperation(jobId, { title: id, ...(doing && { doing }), ...(outcome.row.name !== undefined && { subject: outcome.row.name }) })
      onEach?.()
    })
  }, [])
