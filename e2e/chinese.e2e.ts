import { expect, test } from './fixtures.ts'
import { latinWords } from './latinWords.ts'
import { findLatinTexts } from './verbs/latinTexts.ts'
import { eachTemplate } from './verbs/templates.ts'

test.use({ locale: 'zh-CN' })

test('no page shows words that were not translated', async ({ page, visit }) => {
  test.setTimeout(600_000)
  expect(Object.keys(latinWords).length).toBeLessThanOrEqual(60)
  await visit('/')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  const found: string[] = []
  await eachTemplate(page, async (path) => {
    found.push(...(await findLatinTexts(page, Object.keys(latinWords))).map((text) => `${path}: ${text}`))
  })
  expect([...new Set(found)]).toEqual([])
})

test('dialogs, menus and refusals speak Chinese', async ({ page, visit, expected }) => {
  expected.push(/status of 409/)
  await visit('/macpools')
  const words = Object.keys(latinWords)
  await page.getByRole('button', { name: '新建MAC地址池' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('Default')
  await dialog.getByRole('textbox', { name: /^首地址/ }).fill('56:6f:11:00:00:00')
  await dialog.getByRole('textbox', { name: /^末地址/ }).fill('56:6f:11:00:00:ff')
  await dialog.getByRole('button', { name: '创建' }).click()
  await expect(dialog.getByText('此名称已被使用。')).toBeVisible()
  expect(await findLatinTexts(page, words)).toEqual([])
  await dialog.getByRole('button', { name: '取消' }).click()
  await dialog.getByRole('button', { name: '放弃修改' }).click()
  await page.getByRole('button', { name: /Default/ }).last().click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await findLatinTexts(page, words)).toEqual([])
})
