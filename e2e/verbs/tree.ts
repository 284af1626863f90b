import type { Locator, Page } from '@playwright/test'

export async function openInventory(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Inventory', exact: true }).click()
  return treeOf(page)
}

export const treeOf = (page: Page): Locator => page.getByRole('tree', { name: 'Inventory' })

/** A node by its name; names repeat between levels ("Default" is a data center and a cluster). */
export const nodeOf = (page: Page, name: string, level?: number): Locator => {
  const named = treeOf(page).getByRole('treeitem').filter({ has: page.getByText(name, { exact: true }) })
  return level === undefined ? named : named.and(treeOf(page).locator(`[aria-level="${level}"]`))
}

/** Presses the triangle before a node. It is no control of its own: the keyboard has the arrows. */
export const toggleNode = (node: Locator): Promise<void> => node.locator('[data-toggle]').click()

export async function openNodeMenu(page: Page, node: Locator): Promise<Locator> {
  await node.click({ button: 'right' })
  return page.getByRole('menu', { name: 'Actions' })
}
