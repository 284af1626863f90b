import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from './fixtures.ts'
import { end, runToEnd, start, type Program } from './processes.ts'
import { dialogOf } from './verbs/dialog.ts'
import { logIn } from './verbs/session.ts'
import { actOnRow, cellOf } from './verbs/table.ts'
import type { HostWire, Hosts, VmWire, Vms } from './wire.ts'

/** The embedded engine on a folder of its own, and a gateway in front of it that stays when the engine goes. */
interface Own {
  readonly data: string
  /** starts the engine, at the same address each time */
  readonly startEngine: () => Promise<Program>
  readonly openGateway: (engine: Program) => Promise<Program>
}
const test = base.extend<{ readonly own: Own }>({
  own: async ({ page }, use) => {
    const data = mkdtempSync(join(tmpdir(), 'portal-engine-'))
    const programs: Program[] = []
    let port = '0'
    await use({
      data,
      startEngine: async () => {
        const engine = await start('engine', ['mocks/main.ts', '--port', port, '--inventory', '200', '--speed', '20', '--data', data])
        port = new URL(engine.url).port
        programs.push(engine)
        return engine
      },
      openGateway: async ({ url }) => {
        const gateway = await start('portal', ['scripts/start.ts', '--engine', url, '--port', '0'])
        programs.push(gateway)
        return gateway
      },
    })
    await page.close() // it would go on asking
    for (const program of programs) await end(program, 'SIGTERM')
    rmSync(data, { recursive: true })
  },
})

/** Another client of the engine; the test names the members it looks at. */
interface Rest {
  readonly get: <Answer>(path: string) => Promise<Answer>
  readonly put: (path: string, body: object) => Promise<void>
}
async function openRest({ url }: Program): Promise<Rest> {
  const form = new URLSearchParams({ grant_type: 'password', username: 'admin@internal', password: 'demo', scope: 'ovirt-app-api' })
  const { access_token: token }: { readonly access_token: string } = await (await fetch(`${url}/ovirt-engine/sso/oauth/token`, { method: 'POST', body: form, headers: { Accept: 'application/json' } })).json()
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' }
  const rest: Rest = {
    get: async <Answer>(path: string) => {
      const answer: Answer = JSON.parse(await (await fetch(`${url}/ovirt-engine/api/${path}`, { headers })).text())
      return answer
    },
    put: async (path, body) => {
      const answer = await fetch(`${url}/ovirt-engine/api/${path}`, { method: 'PUT', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
      expect(answer.ok, await answer.text()).toBe(true)
    },
  }
  return rest
}

/** A host that can go into maintenance, and another one. */
async function pickHosts(rest: Rest): Promise<readonly [HostWire, HostWire]> {
  const { host: hosts = [] } = await rest.get<Hosts>('hosts')
  const { vm: vms = [] } = await rest.get<{ readonly vm?: readonly (VmWire & { readonly placement_policy: { readonly affinity: string } })[] }>('vms')
  const isFree = ({ id, status, spm }: HostWire): boolean =>
    status === 'up' && JSON.stringify(spm.status).includes('none') && vms.every(({ host, placement_policy: { affinity } }) => host?.id !== id || affinity === 'migratable')
  const [wanted, other] = [hosts.find(isFree), hosts.find((host) => host.status === 'up' && !isFree(host))]
  if (!wanted || !other) throw new Error('the inventory has no host without pinned machines')
  return [wanted, other]
}

test('an engine that is killed and comes back finds the page, its dialog and its list as they were', async ({ page, own, expected }) => {
  expected.push(/status of 50[0-9]/)
  const killed = await own.startEngine()
  const gateway = await own.openGateway(killed)
  const [host, other] = await pickHosts(await openRest(killed))

  await page.goto(`${gateway.url}/hosts`)
  await logIn(page, 'admin', 'demo')
  await actOnRow(page, host.name, 'Maintenance')
  const dialog = await dialogOf(page, 'Move this host to maintenance?')
  const reason = dialog.getByRole('textbox', { name: /^Reason/ })
  await reason.fill('Broken fan')

  await end(killed, 'SIGKILL')
  const banner = page.locator('[data-banner=unreachable]')
  await expect(banner).toContainText(/does not answer.*\d s old/)
  await expect(banner).toContainText(/2\d s old/, { timeout: 40_000 })
  await expect(reason).toHaveValue('Broken fan')

  const engine = await own.startEngine()
  const rest = await openRest(engine)
  await rest.put(`hosts/${other.id}`, { comment: 'Seen after the return' })
  await expect(banner).toBeHidden()
  // Below the dialog nothing has a role; the text is there all the same.
  await expect(page.getByText('Seen after the return')).toBeAttached()

  await expect(reason).toHaveValue('Broken fan')
  await dialog.getByRole('button', { name: 'Move to maintenance' }).click()
  await expect(dialog).toBeHidden()
  await expect(await cellOf(page, 'Hosts', host.name, 'Status')).toHaveText(/aintenance/)
  expect(await rest.get<HostWire>(`hosts/${host.id}`)).toMatchObject({ status: expect.stringMatching(/maintenance/) })
})

test('what was done a second before the kill is there again', async ({ own }) => {
  const killed = await own.startEngine()
  const { vm: [vm] = [] } = await (await openRest(killed)).get<Vms>('vms?max=1')
  await (await openRest(killed)).put(`vms/${vm?.id}`, { comment: 'Written before the kill' })
  await expect.poll(() => readdirSync(own.data).some((name) => name.endsWith('.journal') && readFileSync(join(own.data, name), 'utf8').includes('Written before the kill'))).toBe(true)
  await end(killed, 'SIGKILL')
  const again = await openRest(await own.startEngine())
  expect((await again.get<Vms>(`vms?search=${encodeURIComponent(`name=${vm?.name}`)}`)).vm?.[0]).toMatchObject({ id: vm?.id, comment: 'Written before the kill' })
})

test('a damaged file is refused with a reason and stays as it is', async ({ own }) => {
  await end(await own.startEngine(), 'SIGTERM')
  const [image] = readdirSync(own.data).filter((name) => name.endsWith('.image'))
  const path = join(own.data, image ?? '')
  const text = readFileSync(path, 'utf8')
  const damaged = text.replace('"name":"', '"name":"x')
  writeFileSync(path, damaged)
  const { code, said } = await runToEnd(['mocks/main.ts', '--port', '0', '--data', own.data])
  expect(code).toBe(1)
  expect(said).toContain(`${path} is damaged in line`)
  expect(said).toContain('leaves the file as it is')
  expect(readFileSync(path, 'utf8')).toBe(damaged)
})
