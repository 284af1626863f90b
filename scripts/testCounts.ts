/** What a runner counted. */
export interface Counts { readonly passed: number; readonly failed: number; readonly skipped: number }

export const addCounts = (one: Counts, other: Counts): Counts => ({ passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped })

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

/** Counts in vitest's JSON report. A file that could not even be loaded has no tests, but is a failure. */
export function readVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }: VitestReport = JSON.parse(report)
  const brokenFiles = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed')).length
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles, skipped: numPendingTests + numTodoTests }
}

interface PlaywrightReport {
  readonly errors: readonly unknown[]
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number }
}

/** Counts in Playwright's JSON report. A test that needed a second try is a failure; errors outside of tests are too. */
export function readPlaywright(report: string): Counts {
  const { errors, stats }: PlaywrightReport = JSON.parse(report)
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: failed || errors.length, skipped: stats.skipped }
}
