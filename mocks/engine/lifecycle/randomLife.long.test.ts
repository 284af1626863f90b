import { expect, test } from 'vitest'
import { live } from './randomLife.ts'

test.each(Array.from({ length: 40 }, (_, number) => 100 + number))('a long random life with seed %d keeps every rule of consistency', async (seed) => {
  const { accepted } = await live(seed, 600)
  expect(accepted).toBeGreaterThan(150)
})
