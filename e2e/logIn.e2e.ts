import { expect, test } from './fixtures.ts'
import { logIn, logOut, openLogIn } from './verbs/session.ts'

test('the right password opens the portal, and log-out ends the session on the engine', async ({ page, engine, prove }) => {
  await openLogIn(page, engine)
  await logIn(page, 'admin', 'demo')
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  prove('login.action.log-in')
  await logOut(page, 'admin@internal')
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible()
  prove('login.action.log-out')
})

test('a wrong password is told at once and keeps the name; the fifth one locks the account', async ({ page, engine, expected }) => {
  expected.push(/status of 400/)
  await openLogIn(page, engine)
  for (let attempt = 1; attempt <= 4; attempt++) {
    await logIn(page, 'vmuser', `wrong ${attempt}`)
    await expect(page.getByText('User name, password or profile is wrong')).toBeVisible()
    await expect(page.getByLabel('User name')).toHaveValue('vmuser')
    await expect(page.getByLabel(/^Password/)).toHaveValue('')
  }
  for (const password of ['wrong 5', 'demo']) {
    await logIn(page, 'vmuser', password)
    await expect(page.getByText('account is locked', { exact: false })).toBeVisible()
    await expect(page.getByLabel(/^Password/)).toHaveValue('')
  }
})

test('who may not administer is told so and can leave', async ({ page, visit }) => {
  await visit('/', 'vmuser')
  await expect(page.getByText('vmuser@internal')).toBeVisible()
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible()
})

test('the log-in page speaks Chinese and remembers it', async ({ page, engine }) => {
  await openLogIn(page, engine)
  await page.getByRole('button', { name: '简体中文' }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})
