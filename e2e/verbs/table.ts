import { expect, type Locator, type Page } from '@playwright/test'

/** A list by its name, such as "Virtual machines". */
export const tableOf = (page: Page, name: string): Locator => page.getByRole('grid', { name, exact: true })

/** The row of an object, by the name that its check box tells; lists without actions have no boxes, there the name heads the row. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).or(page.getByRole('rowheader', { name, exact: true })) })

/** Names of the drawn rows from top to bottom. */
export const rowNames = async (page: Page, list: string): Promise<readonly string[]> => {
  const boxes = await tableOf(page, list).getByRole('checkbox', { name: /^Select (?!all loaded rows)/ }).evaluateAll((found) => found.map((box) => box.getAttribute('aria-label') ?? ''))
  return boxes.map((label) => label.replace(/^Select /, ''))
}

/** Headers in the order shown; the one of the check boxes has no text. */
export async function headersOf(page: Page, list: string): Promise<readonly string[]> {
  await expect(tableOf(page, list)).toBeVisible()
  return tableOf(page, list).getByRole('columnheader').evaluateAll((heads) => heads.map((head) => head.textContent.trim()))
}

/** The cell of an object under a header. */
export async function cellOf(page: Page, list: string, name: string, header: string): Promise<Locator> {
  const place = (await headersOf(page, list)).indexOf(header)
  expect(place, `a column "${header}" in "${list}"`).toBeGreaterThanOrEqual(0)
  const row = rowOf(page, name)
  return row.getByRole('gridcell').or(row.getByRole('rowheader')).nth(place)
}

export async function expectCell(page: Page, list: string, name: string, header: string, text: string | RegExp): Promise<void> {
  await expect(await cellOf(page, list, name, header), `${header} of ${name}`).toHaveText(text)
}

/** Ticks the boxes of these objects. */
export async function selectRows(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await rowOf(page, name).getByRole('checkbox').click()
}

/** Opens ⋮ of a row. */
export async function openRowMenu(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions of ${name}`, exact: true }).click()
  return page.getByRole('menu', { name: 'Actions' })
}

/** Presses an action in the menu of a row. */
export async function actOnRow(page: Page, name: string, action: string): Promise<void> {
  await (await openRowMenu(page, name)).getByRole('menuitem', { name: action, exact: true }).click()
}

/** Presses an action in the menu of a row that asks nothing, and waits until the engine has accepted it at this path. */
export async function sendFromRow(page: Page, name: string, action: string, path: string): Promise<void> {
  const accepted = page.waitForResponse((answer) => answer.request().method() === 'POST' && new URL(answer.url()).pathname.endsWith(path) && answer.ok())
  await actOnRow(page, name, action)
  await accepted
}

/** Presses an action of the tool bar, or of its ⋮ when it stands there. */
export async function actOnSelection(page: Page, action: string): Promise<void> {
  const bar = page.getByRole('group', { name: 'Actions', exact: true })
  const button = bar.getByRole('button', { name: action, exact: true })
  if (await button.isVisible()) return button.click()
  await bar.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menu', { name: 'More actions' }).getByRole('menuitem', { name: action, exact: true }).click()
}

/** Sorts by a header. */
export const sortBy = (page: Page, list: string, header: string): Promise<void> =>
  tableOf(page, list).getByRole('columnheader', { name: header, exact: true }).getByRole('button').click()
