import { describe, expect, test } from 'vitest'
import { networkPercent } from './hostNic.ts'

describe('networkPercent', () => {
  test('is the load of the busiest interface in its busier direction', () => {
    expect(networkPercent([
      { speedBps: 1e9, receivedBps: 1e8, sentBps: 2.5e8 },
      { speedBps: 1e10, receivedBps: 5e8, sentBps: 0 },
    ])).toBe(25)
  })
  test('never exceeds the whole', () => expect(networkPercent([{ speedBps: 100, receivedBps: 150, sentBps: 0 }])).toBe(100))
  test('does not know interfaces without speed or without measurement', () => {
    expect(networkPercent([{ speedBps: 0, receivedBps: 5, sentBps: 5 }, { receivedBps: 5, sentBps: 5 }, { speedBps: 1e9 }])).toBeUndefined()
  })
})
