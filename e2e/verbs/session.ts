import type { Page } from '@playwright/test'
import type { Engine } from '../engine.ts'

/** The log-in page, in the world of the test. */
export async function openLogIn(page: Page, engine: Engine): Promise<void> {
  await page.context().addCookies([{ name: 'world', value: engine.worldId, url: process.env['PORTAL_URL'] ?? 'http://127.0.0.1:8080' }])
  await page.goto('/')
}

/** Fills and sends the log-in form, profile `internal`, and waits for the engine's answer. */
export async function logIn(page: Page, user: string, password: string): Promise<void> {
  const name = page.getByLabel('User name')
  if (await name.isEditable()) await name.fill(user)
  await page.getByLabel(/^Password/).fill(password)
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/sso/oauth/token'))
  await page.getByRole('button', { name: 'Log in' }).click()
  await answered
}

export async function logOut(page: Page, userName: string): Promise<void> {
  await page.getByRole('button', { name: userName }).click()
  await page.getByRole('menuitem', { name: 'Log out' }).click()
}
