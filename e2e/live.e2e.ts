import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { readVm } from './verbs/rest.ts'
import { expectCell, rowOf } from './verbs/table.ts'

const list = 'Virtual machines'

// All rows are drawn.
test.use({ viewport: { width: 1280, height: 1400 } })

/** Requests of a page to the engine from now on. */
function countRequests(page: Page, part = '/ovirt-engine/'): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.url().includes(part)) count += 1
  })
  return () => count
}

/** Puts the tab out of sight, or back: what a browser does when another tab comes to the front. */
const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden ? 'hidden' : 'visible')

/** Opens the list and waits until the feed has its beginning. */
async function openList(page: Page, visit: (path: string) => Promise<void>, advance: (seconds: number) => Promise<void>): Promise<void> {
  const begun = page.waitForResponse((response) => response.url().includes('/events?max=1') && response.ok())
  await visit('/vms')
  await expect(rowOf(page, 'web01')).toBeVisible()
  await advance(2)
  await begun
}

test('what another client changes shows within the interval of the feed', async ({ page, engine, visit, advance }) => {
  await openList(page, visit, advance)
  const { id } = await readVm(engine, 'web01')
  await engine.send('POST', `vms/${id}/start`)
  await advance(5)
  await expectCell(page, list, 'web01', 'Status', /Waiting for launch|Powering up/)
  await engine.send('PUT', `vms/${(await readVm(engine, 'cache01')).id}`, { description: 'Changed elsewhere' })
  await advance(5)
  await expectCell(page, list, 'cache01', 'Description', 'Changed elsewhere')
})

test('a hidden tab asks nothing, and shows what it missed when it comes back', async ({ page, engine, visit, advance }) => {
  await openList(page, visit, advance)
  await setHidden(page, true)
  const asked = countRequests(page)
  for (let minute = 0; minute < 3; minute += 1) await advance(60)
  await engine.send('PUT', `vms/${(await readVm(engine, 'web01')).id}`, { description: 'Changed unseen' })
  await advance(60)
  expect(asked()).toBe(0)
  await setHidden(page, false)
  await expectCell(page, list, 'web01', 'Description', 'Changed unseen')
})

test('the interval that a user chooses is that of the feed', async ({ page, engine, visit, advance }) => {
  await openList(page, visit, advance)
  await page.getByRole('button', { name: /^Refresh interval/ }).click()
  await page.getByRole('menuitem', { name: '1 min', exact: true }).click()
  await advance(6)
  const asked = countRequests(page, '/events?from=')
  for (let step = 0; step < 10; step += 1) await advance(5)
  expect(asked()).toBeLessThanOrEqual(1)
  await engine.send('PUT', `vms/${(await readVm(engine, 'web01')).id}`, { description: 'A minute later' })
  await advance(60)
  await expectCell(page, list, 'web01', 'Description', 'A minute later')
  await page.getByRole('button', { name: /^Refresh interval/ }).click()
  await page.getByRole('menuitem', { name: '5 s', exact: true }).click()
  await engine.send('PUT', `vms/${(await readVm(engine, 'web01')).id}`, { description: 'Seconds later' })
  await advance(5)
  await expectCell(page, list, 'web01', 'Description', 'Seconds later')
})

test('of several tabs one asks and all show the news', async ({ page, engine, visit, advance }) => {
  await openList(page, visit, advance)
  const second = await page.context().newPage()
  await second.goto('/vms')
  await expect(rowOf(second, 'web01')).toBeVisible()
  for (let step = 0; step < 3; step += 1) await advance(2)
  const [here, there] = [countRequests(page, '/events?from='), countRequests(second, '/events?from=')]
  for (let step = 0; step < 10; step += 1) await advance(2)
  await expect.poll(() => here() + there()).toBeGreaterThanOrEqual(2)
  expect(Math.min(here(), there()), 'looks of the tab that follows').toBe(0)
  await engine.send('PUT', `vms/${(await readVm(engine, 'web01')).id}`, { description: 'Told to both' })
  for (let step = 0; step < 3; step += 1) await advance(2)
  for (const tab of [page, second]) await expectCell(tab, list, 'web01', 'Description', 'Told to both')

  const [leader, follower, followed] = here() > there() ? [page, second, there] : [second, page, here]
  await leader.close()
  const before = followed()
  for (let step = 0; step < 8; step += 1) await second.clock.fastForward(2000).catch(() => page.clock.fastForward(2000))
  await expect.poll(followed).toBeGreaterThan(before)
  await expect(rowOf(follower, 'web01')).toBeVisible()
})
