import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { imageOf } from './engine/worldImage.ts'
import { DamagedData, keepWorld } from './keep.ts'
import { buildWorld } from './worlds/build.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'portal-keep-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

const settings = { speed: 1 }
const open = (state: 'empty' | 'small' = 'empty') => keepWorld(folder, settings, () => buildWorld({ state }))
const contentOf = (world: Parameters<typeof imageOf>[0]) => [...imageOf(world)].map((piece) => JSON.stringify('meta' in piece ? { ...piece.meta, savedMs: 0 } : piece)).join('\n')
const fileOf = (kind: string) => join(folder, readdirSync(folder).find((name) => name.endsWith(kind)) ?? '')

function changeSomething({ world }: ReturnType<typeof open>): void {
  world.tables.bookmarks.insert({ id: 'kept', name: 'kept', value: 'Vms:' })
  const vm = world.tables.vms.byName()[0]
  if (vm) world.tables.vms.change(vm.id, (row) => { row.description = 'changed' })
  for (const role of world.tables.roles.by('name', 'HostAdmin')) world.tables.roles.remove(role.id)
  world.events.remove(world.events.newest)
  world.schedule(3600, 'vm.started', { vmId: 'x' })
  world.locks.set('thing', { command: 'Test', correlationId: 'c', jobId: 'j' })
}

test('a world comes back as it was: rows, events, waiting work, locks, options, ids to come', () => {
  const first = open('small')
  changeSomething(first)
  first.close()
  const second = open()
  expect(contentOf(second.world)).toBe(contentOf(first.world))
  expect(second.world.newId()).toBe(first.world.newId())
  second.close()
})
test('what changed after the image is in the journal, several flushes over', () => {
  const first = open()
  first.flush()
  changeSomething(first)
  first.flush()
  first.world.tables.bookmarks.change('kept', (row) => { row.value = 'Hosts:' })
  first.flush()
  const second = open()
  expect(second.world.tables.bookmarks.get('kept')?.value).toBe('Hosts:')
  expect([second.world.tables.roles.by('name', 'HostAdmin').length, second.world.locks.get('thing')?.jobId]).toEqual([0, 'j'])
  first.close()
  second.close()
})
test('a torn last line is dropped, and writing goes on behind it', () => {
  const first = open()
  changeSomething(first)
  first.close()
  appendFileSync(fileOf('.journal'), '0badc0de [{"table":"bookma')
  const second = open()
  expect(second.world.tables.bookmarks.get('kept')).toBeDefined()
  second.world.tables.bookmarks.insert({ id: 'later', name: 'later', value: '' })
  second.close()
  const third = open()
  expect(third.world.tables.bookmarks.get('later')).toBeDefined()
  third.close()
})
test.each(['.image', '.journal'])('a damaged %s is refused with its name and stays as it is', (kind) => {
  const first = open()
  changeSomething(first)
  first.flush()
  first.world.tables.bookmarks.remove('kept')
  first.close()
  const damaged = readFileSync(fileOf(kind))
  damaged[50] = (damaged[50] ?? 0) ^ 1
  writeFileSync(fileOf(kind), damaged)
  expect(() => open()).toThrow(DamagedData)
  expect(() => open()).toThrow(fileOf(kind))
  expect(readFileSync(fileOf(kind)).equals(damaged)).toBe(true)
})
test('an image cut short is refused', () => {
  open().close()
  const whole = readFileSync(fileOf('.image'), 'utf8')
  writeFileSync(fileOf('.image'), whole.slice(0, whole.lastIndexOf('\n', whole.length - 2) + 1))
  expect(() => open()).toThrow('incomplete')
})

/** Starts the process and gives its address, once it printed it. */
function startEngine(): Promise<{ url: string; kill: (signal: NodeJS.Signals) => Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--port', '0', '--inventory', '0', '--data', folder])
  const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /engine (http:\S+)/.exec(printed)?.[1]
      if (url !== undefined) resolve({ url, kill: (signal) => { child.kill(signal); return gone } })
    })
    child.once('exit', () => reject(new Error(`the engine ended: ${printed}`)))
  })
}
test('a killed process loses at most what it was told in the last second, sessions survive', { timeout: 30_000 }, async () => {
  const first = await startEngine()
  const login = await fetch(`${first.url}/ovirt-engine/sso/oauth/token`, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams({ grant_type: 'password', username: 'admin@internal', password: 'demo', scope: 'ovirt-app-api' }) })
  const { access_token: token } = await login.json() as { access_token: string } // the answer of the token servlet
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  await fetch(`${first.url}/ovirt-engine/api/bookmarks`, { method: 'POST', headers, body: JSON.stringify({ name: 'survivor', value: 'Vms:' }) })
  await expect.poll(() => readFileSync(fileOf('.journal'), 'utf8'), { timeout: 1000 }).toContain('survivor')
  await first.kill('SIGKILL')
  const second = await startEngine()
  const bookmarks = await fetch(`${second.url}/ovirt-engine/api/bookmarks`, { headers })
  expect(await bookmarks.text()).toContain('survivor')
  await second.kill('SIGTERM')
})
