import { expect, test } from 'vitest'
import { runOnRows } from './runOnRows.ts'

const rows = Array.from({ length: 9 }, (_, index) => ({ id: `${index}` }))

test('at most four requests are under way', async () => {
  let running = 0
  let most = 0
  await runOnRows(rows, async ({ id }) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    return { correlationId: id }
  })
  expect(most).toBe(4)
})

test('a failure of one object does not stop the others, and every object has its outcome in order', async () => {
  const refusal = new Error('refused')
  const outcomes = await runOnRows(rows, ({ id }) => (id === '3' ? Promise.reject(refusal) : Promise.resolve({ correlationId: id })))
  expect(outcomes.map(({ row }) => row.id)).toEqual(rows.map(({ id }) => id))
  expect(outcomes.filter(({ state }) => state === 'failed')).toEqual([{ row: rows[3], state: 'failed', fault: refusal }])
})
