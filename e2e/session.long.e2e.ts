import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { dialogOf } from './verbs/dialog.ts'
import { logIn, logOut } from './verbs/session.ts'
import { actOnRow, rowOf } from './verbs/table.ts'
import type { Hosts } from './wire.ts'

interface MacPools { readonly mac_pool: readonly { readonly name: string; readonly description?: string }[] }

const deadSession = 'The session has ended'

/** Puts a password into the log-in that lies over the page. */
async function logInAgain(page: Page, password: string): Promise<void> {
  const overlay = await dialogOf(page, deadSession)
  await overlay.getByLabel(/^Password/).fill(password)
  await overlay.getByRole('button', { name: 'Log in', exact: true }).click()
}

test('a session that dies under a half-filled form loses nothing', async ({ page, engine, visit, advance, expected }) => {
  expected.push(/status of 40[01]/)
  await visit('/macpools')
  await page.getByRole('button', { name: 'New MAC address pool' }).click()
  const form = await dialogOf(page, 'MAC address pool')
  await form.getByRole('textbox', { name: 'Name' }).fill('Rack 7')
  await form.getByRole('textbox', { name: 'Description' }).fill('Half way there')

  await engine.control('end-session', { user: 'admin@internal' })
  await advance(6)
  const overlay = await dialogOf(page, deadSession)
  await expect(overlay.getByLabel(/^Password/)).toBeFocused()
  await page.keyboard.press('Escape')
  for (let pressed = 0; pressed < 8; pressed += 1) await page.keyboard.press('Tab')
  await expect(overlay.locator(':focus')).toHaveCount(1)
  await logInAgain(page, 'wrong')
  await expect(overlay.getByText('User name, password or profile is wrong')).toBeVisible()
  await expect(overlay.getByLabel('User name')).toHaveValue('admin')
  await expect(overlay.getByLabel('User name')).not.toBeEditable()
  await logInAgain(page, 'demo')
  await expect(overlay).toBeHidden()

  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Rack 7')
  await expect(form.getByRole('textbox', { name: 'Description' })).toHaveValue('Half way there')
  await form.getByLabel('From').fill('56:6f:77:00:00:00')
  await form.getByLabel('To').fill('56:6f:77:00:00:ff')
  await form.getByRole('button', { name: 'Create' }).click()
  await expect(form).toBeHidden()
  await expect(rowOf(page, 'Rack 7')).toBeVisible()
  const { mac_pool: pools } = await engine.get<MacPools>('macpools', 'auditor')
  expect(pools.find(({ name }) => name === 'Rack 7')).toMatchObject({ description: 'Half way there' })
})

test('an action that meets a dead session is kept and sent again after the log-in', async ({ page, engine, visit, expected }) => {
  expected.push(/status of 401/)
  const { vm: vms = [] } = await engine.get<{ readonly vm?: readonly { readonly host?: { readonly id: string }; readonly placement_policy: { readonly affinity: string } }[] }>('vms', 'auditor')
  const { host: hosts = [] } = await engine.get<Hosts>('hosts', 'auditor')
  const name = hosts.find(({ id, status }) => status === 'up' && vms.every(({ host, placement_policy: { affinity } }) => host?.id !== id || affinity === 'migratable'))?.name ?? ''
  await visit('/hosts')
  await actOnRow(page, name, 'Maintenance')
  const dialog = await dialogOf(page, 'Move this host to maintenance?')
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('New fans')
  await engine.control('end-session', { user: 'admin@internal' })
  await dialog.getByRole('button', { name: 'Move to maintenance' }).click()
  await logInAgain(page, 'demo')
  // What changes something is not sent again by itself.
  await expect(dialog.getByRole('textbox', { name: /^Reason/ })).toHaveValue('New fans')
  await dialog.getByRole('button', { name: 'Retry the failed ones' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(async () => (await engine.get<Hosts>('hosts', 'auditor')).host?.find((host) => host.name === name)?.status).toMatch(/maintenance/)
})

test('another tab needs no password, and log-out ends every tab', async ({ page, visit, engine, prove }) => {
  await visit('/vms')
  await expect(page.getByRole('heading', { level: 1, name: /^Virtual machines/ })).toBeVisible()
  const second = await page.context().newPage()
  await second.goto('/hosts')
  await expect(second.getByRole('heading', { level: 1, name: /^Hosts/ })).toBeVisible()
  await logOut(second, 'admin@internal')
  for (const tab of [page, second]) {
    await expect(tab.getByRole('button', { name: 'Log in', exact: true })).toBeVisible()
    await expect(tab.getByText('You are logged out')).toBeVisible()
  }
  await expect.poll(() => engine.get('').then(() => 'answered', (error: Error) => error.message)).toMatch(/ 401 /)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Log in', exact: true })).toBeVisible()
  prove('login.action.log-out')
})

test('whoever logs in over one tab frees the others', async ({ page, visit, engine, advance, expected }) => {
  expected.push(/status of 401/)
  await visit('/vms')
  await expect(page.getByRole('heading', { level: 1, name: /^Virtual machines/ })).toBeVisible()
  const second = await page.context().newPage()
  await second.goto('/hosts')
  await expect(second.getByRole('heading', { level: 1, name: /^Hosts/ })).toBeVisible()
  await engine.control('end-session', { user: 'admin@internal' })
  await advance(6)
  await advance(30)
  await dialogOf(page, deadSession)
  await logInAgain(page, 'demo')
  await expect(page.getByRole('dialog', { name: deadSession })).toBeHidden()
  await expect(second.getByRole('dialog', { name: deadSession })).toBeHidden()
})

test('somebody else who logs in instead leaves the page', async ({ page, visit, engine, advance, expected }) => {
  expected.push(/status of 401/)
  await visit('/vms')
  await expect(page.getByRole('heading', { level: 1, name: /^Virtual machines/ })).toBeVisible()
  await engine.control('end-session', { user: 'admin@internal' })
  await advance(6)
  await (await dialogOf(page, deadSession)).getByRole('button', { name: 'Log in as somebody else' }).click()
  await expect(page.getByText('You are logged out')).toBeVisible()
  await expect(page.getByRole('grid')).toBeHidden()
  await logIn(page, 'auditor', 'demo')
  await expect(page.getByRole('button', { name: 'auditor@internal' })).toBeVisible()
})

test('idle time warns first, activity starts it anew, and its end closes the session on the engine', async ({ page, visit, engine, advance, expected }) => {
  expected.push(/status of 401/)
  await engine.control('option', { name: 'UserSessionTimeOutInterval', value: '10' })
  const warning = page.getByText('You will be logged out in')
  const minute = 60
  const asked = page.waitForResponse((response) => response.url().includes('UserSessionTimeOutInterval'))
  await visit('/vms')
  await advance(4)
  await asked
  await advance(8 * minute)
  await page.keyboard.press('Shift')
  await advance(8 * minute)
  await expect(warning).toBeHidden()
  await advance(1.5 * minute)
  await expect(warning).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stay logged in' })).toBeVisible()
  // On the way there the pointer already tells that somebody is there.
  await page.mouse.move(200, 200)
  await expect(warning).toBeHidden()
  await advance(9.5 * minute)
  await expect(warning).toBeVisible()
  await advance(minute)
  await dialogOf(page, deadSession)
  await expect.poll(() => engine.get('').then(() => 'answered', (error: Error) => error.message)).toMatch(/ 401 /)
  await logInAgain(page, 'demo')
  await expect(page.getByRole('dialog', { name: deadSession })).toBeHidden()
})
