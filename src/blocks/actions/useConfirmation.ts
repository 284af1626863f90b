import { useState } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { ConfirmInput } from '../action.ts'
import type { Offer } from './offer.ts'
import type { Outcome } from './runOnRows.ts'
import { useRun } from './useRun.ts'

export const allAccepted = <T extends Row>(outcomes: readonly Outcome<T>[]): boolean => outcomes.every(({ state }) => state === 'accepted')

/** What a confirmation holds while it is open: the answers, and how each object fared. */
export const useConfirmation = <T extends Row>({ action, eligible }: Offer<T>) => {
  const run = useRun<T>()
  const [reason, setReason] = useState(() => action.confirm?.initialReason?.(eligible) ?? '')
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({})
  const [outcomes, setOutcomes] = useState<readonly Outcome<T>[]>([])
  const [sending, setSending] = useState<{ readonly done: number; readonly total: number }>()

  const checks = (action.confirm?.checks ?? []).filter(({ offered }) => offered?.(eligible) ?? true).map((check) => {
    const fixed = check.fixed?.(eligible)
    return { ...check, fixed, value: fixed?.value ?? ticked[check.id] ?? check.initially }
  })
  const failed = outcomes.flatMap((outcome) => (outcome.state === 'failed' ? [outcome] : []))
  // After a failure only the failed ones are sent again.
  const rows = failed.length > 0 ? failed.map(({ row }) => row) : eligible
  const input: ConfirmInput = {
    checks: Object.fromEntries(checks.map(({ id, value }) => [id, value])),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  }

  return {
    rows,
    failed,
    reason,
    onReason: setReason,
    checks,
    onCheck: (id: string, value: boolean): void => setTicked((now) => ({ ...now, [id]: value })),
    isSending: sending !== undefined,
    progress: sending,
    /** what cannot be undone waits for its box to be ticked */
    canSend: sending === undefined && checks.every(({ latch, value }) => !latch || value),
    /** sends; answers how every object fared */
    onSend: async (): Promise<readonly Outcome<T>[]> => {
      setOutcomes([])
      setSending({ done: 0, total: rows.length })
      const results = await run(action, rows, input, () => setSending((now) => now && { ...now, done: now.done + 1 }))
      setSending(undefined)
      setOutcomes(results)
      return results
    },
  }
}

export type ConfirmationState<T extends Row> = ReturnType<typeof useConfirmation<T>>
