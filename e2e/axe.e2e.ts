import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { eachTemplate } from './verbs/templates.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** The rules whose answer depends on the theme. */
const colours = ['color-contrast', 'link-in-text-block']

/** Barriers as sentences: where, which rule, at which elements. */
async function findBarriers(where: string, builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze()
  return violations.map(({ id, help, nodes }) => `${where} ${toTargets(nodes)}: ${id} (${help})`)
}
const toTargets = (nodes: readonly { readonly target: readonly unknown[] }[]): string => nodes.slice(0, 3).map(({ target }) => target.map(String).join(' ')).join(' and ')

test('no page has barriers that axe finds, in the light and in the dark theme', async ({ page, visit }) => {
  test.setTimeout(600_000)
  const html = page.locator('html')
  await page.emulateMedia({ colorScheme: 'light' })
  await visit('/')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const barriers: string[] = []
  let isFirst = true
  await eachTemplate(page, async (path) => {
    // The frame is the same everywhere, and above a tab the page is.
    const part = isFirst ? 'body' : path.split('/').length > 3 ? '#tab-panel' : '.portal-content'
    isFirst = false
    barriers.push(...(await findBarriers(path, new AxeBuilder({ page }).include(part).withTags(standards))))
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(html).toHaveClass(/pf-v6-theme-dark/)
    barriers.push(...(await findBarriers(`${path} (dark)`, new AxeBuilder({ page }).include(part).withRules(colours))))
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(html).not.toHaveClass(/pf-v6-theme-dark/)
  })
  expect(barriers).toEqual([])
})

test('dialogs and menus have no barriers that axe finds', async ({ page, visit }) => {
  await visit('/macpools')
  await page.getByRole('button', { name: 'New MAC address pool' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  const whole = () => new AxeBuilder({ page }).withTags(standards)
  const barriers = [...(await findBarriers('form', whole()))]
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Actions of Default' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  barriers.push(...(await findBarriers('menu', whole())))
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Select Default' }).check()
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  barriers.push(...(await findBarriers('filled form', whole())))
  expect(barriers).toEqual([])
})
