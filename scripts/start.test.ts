import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './buildPortal.ts'
import { withLock } from './lock.mjs'

describe('npm start says what is wrong with an option', () => {
  test.each([
    [['--bogus'], '--bogus'],
    [['--port', 'http'], '--port wants a number'],
    [['--port', '70000'], '--port wants a number'],
    [['--inventory', 'many'], '--inventory wants a number'],
    [['--speed', '0'], '--speed wants a number above 0'],
    [['--tls-cert', 'a.pem'], 'belong together'],
    [['--engine', 'engine.example.com'], '--engine wants an address'],
    [['--ca', 'ca.pem'], '--ca belongs to --engine'],
    [['--allow-connect', '*'], '--allow-connect wants an origin'],
  ])('%j', (args, message) => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/start.ts'), ...args], { encoding: 'utf8' })
    expect(stderr).toContain(message)
    expect(stderr).toContain('npm start -- [options]')
    expect(status).toBe(2)
  })
})

describe('the lock for installing and building', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'inner', 'lock')

  test('lets one at a time through and is gone afterwards', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
    }
    await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)])
    expect(most).toBe(1)
    expect(readdirSync(join(folder, 'inner'))).toEqual([])
  })

  test('is released when the work fails', async () => {
    await expect(
      withLock(path, () => {
        throw new Error('broken')
      }),
    ).rejects.toThrow('broken')
    await withLock(path, () => undefined)
    expect(readdirSync(join(folder, 'inner'))).toEqual([])
  })

  test('is taken over when its owner vanished long ago', async () => {
    let isTaken = false
    await withLock(path, async () => {
      utimesSync(path, 0, 0)
      await withLock(path, () => {
        isTaken = true
      })
    })
    expect(isTaken).toBe(true)
  })
})
