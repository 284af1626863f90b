import { expect, type Locator, type Page } from '@playwright/test'

export const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Search text' })
export const offersOf = (page: Page): Locator => page.getByRole('listbox', { name: 'What can come next' })

/** Puts a search into the bar and sends it. */
export async function search(page: Page, text: string): Promise<void> {
  await searchBox(page).fill(text)
  await searchBox(page).press('Enter')
}

/** Goes down to an offer with the arrow key and takes it with Enter, as somebody without a pointer does. */
export async function takeOffer(page: Page, label: string): Promise<void> {
  const box = searchBox(page)
  const offers = offersOf(page).getByRole('option')
  const wanted = offers.filter({ has: page.getByText(label, { exact: true }) }).first()
  await expect(wanted, `the offer "${label}"`).toBeVisible()
  for (let pressed = 0; (await wanted.getAttribute('aria-selected')) !== 'true'; pressed += 1) {
    expect(pressed, `arrow keys to "${label}"`).toBeLessThan(60)
    await box.press('ArrowDown')
  }
  await box.press('Enter')
}
