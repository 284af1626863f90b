import { expect, test } from './fixtures.ts'
import { findVms } from './verbs/rest.ts'
import { search } from './verbs/search.ts'
import { rowNames, rowOf } from './verbs/table.ts'

test.use({ start: { state: 'large' } })

test('among 10,000 machines the list finds what the engine finds, in its order', async ({ page, engine, visit, prove }) => {
  const [first] = await findVms(engine, 'status = up sortby name')
  const { name: host } = await engine.get<{ readonly name: string }>(`hosts/${first?.host?.id}`)
  const text = `host.name = ${host} and status = up sortby cpu_usage desc`
  const found = (await findVms(engine, text)).map(({ name }) => name)
  expect(found.length).toBeGreaterThan(10)
  await visit('/vms')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Virtual machines 100+')
  await search(page, text)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Virtual machines ${found.length}`)
  const shown = await rowNames(page, 'Virtual machines')
  expect(shown.length).toBeGreaterThan(10)
  expect(shown).toEqual(found.slice(0, shown.length))
  prove('search.action.search', 'common.list.search')

  // The end of the whole list is one key away.
  const last = (await findVms(engine, 'sortby name asc page 2')).at(-1)
  await search(page, '')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(`Virtual machines ${found.length}`)
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(rowOf(page, last?.name ?? '')).toBeVisible()
})
