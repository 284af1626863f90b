import { expect, test } from 'vitest'
import { addCounts, readPlaywright, readVitest } from './testCounts.ts'

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] }
const playwright = { errors: [], stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 } }

test('tests of vitest are counted by outcome', () => {
  expect(readVitest(JSON.stringify(vitest))).toEqual({ passed: 3, failed: 1, skipped: 2 })
})
test('a file that cannot be loaded is a failure', () => {
  expect(readVitest(JSON.stringify({ ...vitest, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }))).toMatchObject({ failed: 1 })
})
test('a journey that needed luck is a failure', () => {
  expect(readPlaywright(JSON.stringify({ ...playwright, stats: { ...playwright.stats, flaky: 1 } }))).toMatchObject({ passed: 4, failed: 1 })
})
test('an error outside of journeys is a failure', () => {
  expect(readPlaywright(JSON.stringify({ ...playwright, errors: [{ message: 'engine did not start' }] }))).toMatchObject({ failed: 1 })
})
test('counts add up', () => {
  expect(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({ passed: 11, failed: 22, skipped: 33 })
})
