import { expect, test } from './fixtures.ts'
import { logIn } from './verbs/session.ts'
import { actOnRow, cellOf, rowOf } from './verbs/table.ts'

const list = 'Virtual machines'
const demo = (): string => process.env['DEMO_URL'] ?? 'http://127.0.0.1:8081'

/** Machines that are down, as the list shows them. */
const stopped = `${demo()}/vms?search=${encodeURIComponent('status = down')}`

/** What the browser has stored of a machine, as text; runs in the page. */
const keptStatus = (id: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('portal-demo')
    opening.onerror = () => reject(opening.error ?? new Error('no database'))
    opening.onsuccess = () => {
      const pieces = opening.result.transaction('pieces').objectStore('pieces').getAll()
      pieces.onsuccess = () => {
        opening.result.close()
        resolve(JSON.stringify(pieces.result.filter((piece: { readonly table?: string; readonly id?: string }) => piece.table === 'vms' && piece.id === id)))
      }
    }
  })

test('the demo runs wholly in the browser: a machine starts, and a reload keeps the world', async ({ page }) => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(demo()).origin && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  await page.goto(stopped)
  await logIn(page, 'admin', 'demo')
  const name = (await page.getByRole('grid', { name: list }).getByRole('rowheader').getByRole('link').first().textContent()) ?? ''
  expect(name).not.toBe('')
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe('activated')

  await page.goto(`${demo()}/vms?search=${encodeURIComponent(`name = ${name}`)}`)
  await expect(await cellOf(page, list, name, 'Status')).toHaveText('Down')
  await actOnRow(page, name, 'Run')
  await expect(await cellOf(page, list, name, 'Status')).toHaveText(/Waiting for launch|Powering up|Up/)
  await expect(await cellOf(page, list, name, 'Status')).toHaveText('Up', { timeout: 60_000 })
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)

  const machine = page.url()
  await expect.poll(() => page.evaluate(keptStatus, new URL(machine).pathname.split('/')[2] ?? '')).toContain('"status":"up"')
  await page.goto(stopped)
  await expect(page.getByRole('grid', { name: list })).toBeVisible()
  await expect(rowOf(page, name)).toBeHidden()
  await page.goto(machine)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.getByRole('main')).toContainText('Up')
  await page.reload()
  await expect(page.getByRole('main')).toContainText('Up')
  expect(elsewhere).toEqual([])
})
