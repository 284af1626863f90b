import { afterEach, expect, test } from 'vitest'
import type { ChildProcess } from 'node:child_process'
import { run, startUntil, stopChild } from './children.ts'

const started: ChildProcess[] = []
afterEach(async () => {
  for (const child of started.splice(0)) await stopChild(child, 0)
})
const program = (text: string) => ['-e', text]
const ready = (line: string) => /^ready (\w+)/.exec(line)?.[1]

test('a program that goes on is waited for until its line', async () => {
  const { child, answer } = await startUntil(process.execPath, program("console.log('warming'); console.log('ready yes'); setInterval(() => {}, 1000)"), ready)
  started.push(child)
  expect(answer).toBe('yes')
  await stopChild(child)
  expect(child.signalCode).toBe('SIGTERM')
})

test('a program that ends before it is ready tells why', async () => {
  await expect(startUntil(process.execPath, program("console.error('no room'); process.exit(3)"), ready)).rejects.toThrow(/ended with 3:\nno room/)
})

test('a program that ignores the request to end is ended', async () => {
  const { child } = await startUntil(process.execPath, program("process.on('SIGTERM', () => {}); console.log('ready yes'); setInterval(() => {}, 1000)"), ready)
  await stopChild(child, 50)
  expect(child.signalCode).toBe('SIGKILL')
})

test.each([0, 4])('a program that runs to its end gives its code %i', async (code) => {
  expect(await run(process.execPath, program(`process.exit(${code})`))).toBe(code)
})
