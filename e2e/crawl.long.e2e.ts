import { expect, test } from './fixtures.ts'
import { crawl } from './verbs/crawl.ts'

for (const inventory of [0, 200]) {
  test.describe(`with ${inventory} virtual machines`, () => {
    test.use({ start: { state: 'inventory', inventory } })
    for (const persona of ['admin', 'auditor'] as const) {
      test(`${persona} finds every page, control and menu item working`, async ({ page, visit, expected }) => {
        test.setTimeout(1_800_000)
        // Actions that are pressed without knowing what they need may be refused; nothing may be missing or broken.
        expected.push(/status of (400|409)/)
        await visit('/', persona)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        const { templates, problems } = await crawl(page, { everyItem: true })
        expect(templates.size).toBeGreaterThan(5)
        expect(problems).toEqual([])
      })
    }
  })
}
