import { expect, test } from './fixtures.ts'
import { dialogOf, submit } from './verbs/dialog.ts'
import { findVms } from './verbs/rest.ts'
import { offersOf, search, searchBox, takeOffer } from './verbs/search.ts'
import { rowNames, rowOf } from './verbs/table.ts'
import { openInventory } from './verbs/tree.ts'

const list = 'Virtual machines'
const wanted = 'hosts.name = host01 and status = up'

test('a search is typed with completion and without pointer, and finds what the engine finds, in its order', async ({ page, engine, visit, prove }) => {
  await visit('/vms')
  await expect(rowOf(page, 'backup01')).toBeVisible()
  const box = searchBox(page)
  await box.focus()
  await page.keyboard.type('ho')
  await takeOffer(page, 'hosts')
  await page.keyboard.type('.')
  await takeOffer(page, 'name')
  await page.keyboard.type(' ')
  await takeOffer(page, '=')
  await page.keyboard.type(' host01 a')
  await takeOffer(page, 'and')
  await page.keyboard.type(' stat')
  await takeOffer(page, 'status')
  await page.keyboard.type(' ')
  await takeOffer(page, '=')
  await page.keyboard.type(' u')
  await takeOffer(page, 'up')
  await page.keyboard.type(' sortby cpu_usage desc')
  await page.keyboard.press('Escape')
  await expect(offersOf(page)).toBeHidden()
  await page.keyboard.press('Enter')
  const found = (await findVms(engine, `${wanted} sortby cpu_usage desc`)).map(({ name }) => name)
  expect(found.length).toBeGreaterThan(3)
  await expect.poll(() => rowNames(page, list)).toEqual(found)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Virtual machines ${found.length}`)
  expect(new URL(page.url()).searchParams.get('search')).toContain('sortby cpu_usage desc')
  prove('search.action.search', 'common.list.search')

  await page.getByRole('button', { name: 'Save this search' }).click()
  const dialog = await dialogOf(page, 'Saved search')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Busy on host01')
  await submit(dialog, 'Save')
  const { bookmark } = await engine.get<{ readonly bookmark: readonly { readonly name: string; readonly value: string }[] }>('bookmarks')
  const saved = bookmark.find(({ name }) => name === 'Busy on host01')
  expect(saved?.value).toMatch(/^Vms:.*host01.*sortby cpu_usage desc$/)
  prove('search.action.bookmark-this-search', 'common.list.bookmarks', 'bookmark.action.new')

  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(rowOf(page, 'backup02')).toBeVisible()
  await expect(box).toHaveValue('')
  prove('search.action.clear')
  await page.getByRole('button', { name: 'Saved searches' }).click()
  await page.getByRole('menuitem', { name: /^Busy on host01/ }).click()
  await expect.poll(() => rowNames(page, list)).toEqual(found)
  prove('search.action.apply-bookmark')
  await page.goBack()
  await expect(rowOf(page, 'backup02')).toBeVisible()
  await expect(box).toHaveValue('')
})

test('a mistake is told at its word, and the list stays', async ({ page, visit }) => {
  await visit('/vms')
  await expect(rowOf(page, 'backup01')).toBeVisible()
  for (const [text, told, word] of [
    ['status = up and host.colour = red', 'Unknown field', 'colour'],
    ['name = web01 sortby colour', 'The list cannot be sorted by this field', 'colour'],
    ['status = frozen', 'This value does not fit the field', 'frozen'],
  ] as const) {
    await search(page, text)
    await expect(searchBox(page)).toHaveAttribute('aria-invalid', 'true')
    await expect(searchBox(page)).toHaveAccessibleDescription(new RegExp(told))
    await expect(page.getByRole('main').locator('mark'), `the wrong word of "${text}"`).toHaveText(word)
    await expect(rowOf(page, 'backup01')).toBeVisible()
  }
  await search(page, 'Vms: name = web01')
  await expect(searchBox(page)).toHaveValue('name = web01')
  await expect(searchBox(page)).not.toHaveAttribute('aria-invalid', 'true')
  await expect.poll(() => rowNames(page, list)).toEqual(['web01'])
})

test('tags narrow the list, and the palette finds objects', async ({ page, engine, visit, prove }) => {
  const tagged = (await findVms(engine, 'tag = production sortby name')).map(({ name }) => name)
  expect(tagged.length).toBeGreaterThan(0)
  await visit('/vms')
  await expect(rowOf(page, 'backup01')).toBeVisible()
  await page.getByRole('button', { name: 'Filter by tags' }).click()
  await page.getByRole('menuitem', { name: 'production' }).click()
  await expect.poll(() => rowNames(page, list)).toEqual(tagged)
  prove('search.action.filter-by-tags', 'common.list.activetags')
  await page.getByRole('button', { name: 'Remove tag filter production' }).click()
  await expect(rowOf(page, 'backup01')).toBeVisible()

  await openInventory(page)
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('combobox', { name: 'Search pages, objects and actions' })
  await palette.fill('exchange')
  await expect(page.getByRole('option', { name: /exchange01/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'exchange01' })).toBeVisible()
  prove('plus.palette')
})
