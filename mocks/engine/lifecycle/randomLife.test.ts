import { describe, expect, test } from 'vitest'
import { live } from './randomLife.ts'

describe('random lives', () => {
  test.each([1, 2, 3])('with seed %d keep every rule of consistency, and no job hangs', async (seed) => {
    const { accepted, refused } = await live(seed, 100)
    expect(accepted).toBeGreaterThan(25)
    expect(refused).toBeGreaterThan(20)
  })
})
