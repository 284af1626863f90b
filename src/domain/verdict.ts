/**
 * May this be done now? A refusal carries the key of the sentence that says why
 * (a message key of `i18n`) and what that sentence needs.
 */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly why: string; readonly params?: Readonly<Record<string, string | number>> }

export const yes: Verdict = { ok: true }

export const no = (why: string, params?: Readonly<Record<string, string | number>>): Verdict =>
  params ? { ok: false, why, params } : { ok: false, why }

/** The first refusal in order, as the engine answers: first failed precondition wins. */
export const firstRefusal = (...verdicts: readonly Verdict[]): Verdict => verdicts.find((verdict) => !verdict.ok) ?? yes

/** Partial eligibility of a selection: yes as soon as one row passes, otherwise the first row's refusal. Source: ActionUtils.canExecutePartially. */
export const canAny = <Row>(rows: readonly Row[], judge: (row: Row) => Verdict): Verdict => {
  const verdicts = rows.map(judge)
  return verdicts.some((verdict) => verdict.ok) ? yes : firstRefusal(...verdicts)
}
