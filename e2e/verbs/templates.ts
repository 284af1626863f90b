/** Finds one page of every template by following the links of the portal, without pressing anything else. */
import type { Page } from '@playwright/test'
import { readControls, settle, templateOf } from './pageFacts.ts'

const settleWithinMs = 15_000

/** Goes to a page of the portal as a link does, without loading it anew. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((target) => {
    history.pushState(null, '', target)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, path)
  await settle(page, settleWithinMs)
}

/**
 * Calls `onPage` on one page of every template that links lead to, beginning where the page is.
 * Answers the templates, in the order they were found.
 */
export async function eachTemplate(page: Page, onPage: (path: string) => Promise<void>): Promise<readonly string[]> {
  const start = new URL(page.url()).pathname
  const found = new Map([[templateOf(start), start]])
  // A map hands out entries that are added while it is walked through.
  for (const [, path] of found) {
    await follow(page, path)
    for (const { href } of await readControls(page)) {
      const template = href === undefined ? undefined : templateOf(href)
      if (href !== undefined && template !== undefined && !found.has(template)) found.set(template, href)
    }
    await onPage(path)
  }
  return [...found.keys()]
}
