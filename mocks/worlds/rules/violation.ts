/** One breach of a consistency rule: which rule, about which row, and what is wrong, in words for the person who reads a failed test. */
export interface Violation { readonly rule: string; readonly about: string; readonly what: string }

/** Collects the breaches of one rule. */
export function reporter(rule: string): { readonly found: Violation[]; report(about: string, what: string): void } {
  const found: Violation[] = []
  return { found, report: (about, what) => { found.push({ rule, about, what }) } }
}
