import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test as base } from './fixtures.ts'
import { dialogOf } from './verbs/dialog.ts'
import { findVms, readVm } from './verbs/rest.ts'
import { actOnRow, rowNames, rowOf, sortBy, tableOf } from './verbs/table.ts'
import { nodeOf, openInventory, toggleNode, treeOf } from './verbs/tree.ts'

const script = '<img src=x onerror="document.title=\'taken\'">'
const formula = '=cmd()|"/C calc"!A0'
const rightToLeft = 'خادم_الويب'
const long = 'w'.repeat(255)
const emoji = '🐮💾 {{count}} $t(button.ok)'

const test = base.extend<{ readonly harmless: () => Promise<void> }>({
  /** Nothing that an engine calls an object became markup, ran or broke the layout. */
  harmless: async ({ page }, use) => {
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    page.on('dialog', (dialog) => void asked.push(`dialog ${dialog.message()}`))
    await use(async () => {
      await expect(page.locator('img[src=x], [onerror]')).toHaveCount(0)
      expect(await page.title()).not.toBe('taken')
      expect(asked.filter((path) => /\/x$|^dialog/.test(path))).toEqual([])
      const { needed, given } = await page.evaluate(() => ({ needed: document.documentElement.scrollWidth, given: document.documentElement.clientWidth }))
      expect(needed, 'width of the page').toBeLessThanOrEqual(given)
    })
  },
})

// All rows are drawn.
test.use({ viewport: { width: 1280, height: 1400 } })

const exportedText = async (page: Page): Promise<string> => {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export all matches as CSV' }).click()
  return readFileSync(await (await saved).path(), 'utf8')
}

test('names of any kind are only text in a list, its file, a page, a form and a question', async ({ page, engine, visit, harmless }) => {
  const names = [script, formula, rightToLeft, long, emoji]
  for (const [number, name] of names.entries()) {
    const address = (last: string): string => `56:6f:66:0${number}:00:${last}`
    await engine.send('POST', 'macpools', { name, description: number === 0 ? '-1+1' : '', ranges: { range: [{ from: address('00'), to: address('0f') }] } })
  }
  await visit('/macpools')
  for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toHaveText(name)
  await harmless()
  await sortBy(page, 'MAC address pools', 'Name')
  await sortBy(page, 'MAC address pools', 'Name')
  await expect(tableOf(page, 'MAC address pools').getByRole('columnheader', { name: 'Name', exact: true })).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => (await rowNames(page, 'MAC address pools')).toSorted()).toEqual(expect.arrayContaining([...names].toSorted()))

  const file = await exportedText(page)
  expect(file).toContain(`"'${formula.replaceAll('"', '""')}"`)
  expect(file).toContain(`"${script.replaceAll('"', '""')}",`)
  expect(file).toContain(",'-1+1,")
  expect(file.split('\r\n').filter((line) => /^"?[=+\-@]/.test(line))).toEqual([])

  await actOnRow(page, script, 'Edit')
  const form = await dialogOf(page, 'MAC address pool')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue(script)
  await form.getByRole('button', { name: 'Cancel' }).click()
  await actOnRow(page, long, 'Remove')
  const question = await dialogOf(page, 'Remove 1 MAC address pool?')
  await expect(question.getByText(long, { exact: true })).toBeVisible()
  await harmless()
  await question.getByRole('button', { name: 'Cancel' }).click()

  for (const name of [script, long, rightToLeft]) {
    // At its beginning: the rest of a long name is cut off.
    await page.getByRole('link', { name, exact: true }).click({ position: { x: 4, y: 4 } })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await harmless()
    await page.goBack()
  }
})

test('what is written about machines, events, tags and saved searches stays text everywhere', async ({ page, engine, visit, harmless }) => {
  const longest = `${rightToLeft}-${'w'.repeat(64 - rightToLeft.length - 1)}`
  const running = (await findVms(engine, 'status=up sortby name')).at(0)?.name ?? ''
  const { id, host } = await readVm(engine, running)
  await engine.send('PUT', `vms/${id}`, { name: longest, comment: script, description: formula })
  const { id: second } = await readVm(engine, 'web01')
  await engine.send('PUT', `vms/${second}`, { description: script, comment: emoji })
  await engine.send('POST', 'bookmarks', { name: '<b onclick=alert(1)>bold', value: 'Vms: name = web*' })
  await engine.send('POST', 'tags', { name: rightToLeft, description: script })
  await engine.send('POST', 'events', { origin: 'outside', severity: 'alert', custom_id: '7', description: `${script} ${rightToLeft} ${formula}`, vm: { id } })

  await visit('/vms')
  await expect(rowOf(page, longest)).toContainText(formula)
  await expect(rowOf(page, 'web01')).toContainText(script)
  await expect(rowOf(page, 'web01')).toContainText(emoji)
  await harmless()
  for (const [header, field] of [['Description', 'description'], ['Name', 'name']] as const) {
    await sortBy(page, 'Virtual machines', header)
    await expect.poll(async () => {
      const wanted = (await findVms(engine, `sortby ${field} asc`)).map(({ name }) => name)
      return (await rowNames(page, 'Virtual machines')).every((name, index) => name === wanted[index])
    }, header).toBe(true)
  }
  const file = await exportedText(page)
  expect(file).toContain(`"'${formula.replaceAll('"', '""')}"`)
  expect(file).toContain(`"${script.replaceAll('"', '""')}"`)

  await page.getByRole('button', { name: 'Saved searches' }).click()
  await expect(page.getByRole('menuitem', { name: '<b onclick=alert(1)>bold' })).toBeVisible()
  await page.keyboard.press('Escape')
  await actOnRow(page, longest, 'Suspend')
  const question = page.getByRole('dialog')
  await expect(question.getByText(longest, { exact: true })).toBeVisible()
  await harmless()
  await question.getByRole('button', { name: 'Cancel' }).click()

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search pages, objects and actions' }).fill(rightToLeft)
  await page.getByRole('option', { name: longest }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(longest)
  await expect(page.getByRole('main')).toContainText(script)
  await harmless()
  await page.goto(`/vms/${id}/events`)
  await expect(page.getByRole('main').getByText(`${script} ${rightToLeft} ${formula}`)).toBeVisible()
  await harmless()
  await page.goto('/events')
  await expect(page.getByRole('main').getByText(`${script} ${rightToLeft} ${formula}`)).toBeVisible()
  await harmless()

  // Down to the machine in the tree: its data center, cluster and host.
  const hostName = (await engine.get<{ readonly name: string }>(`hosts/${host?.id}`)).name
  await page.goto(`/hosts/${host?.id}`)
  await openInventory(page)
  await expect(nodeOf(page, hostName)).toBeVisible()
  if ((await nodeOf(page, hostName).getAttribute('aria-expanded')) !== 'true') await toggleNode(nodeOf(page, hostName))
  await expect(treeOf(page).getByText(longest, { exact: true })).toBeVisible()
  await harmless()
})
