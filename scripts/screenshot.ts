/** `node scripts/screenshot.ts`: draws the picture of the README anew, from the running product with its sample inventory. */
import { join } from 'node:path'
import { startGateway } from '../server/gateway.ts'
import { launchBrowser } from './bench/browser.ts'
import { buildPortal, root } from './buildPortal.ts'
import { stopChild } from './children.ts'
import { startEngine } from './embeddedEngine.ts'

const files = await buildPortal('product')
const engine = await startEngine({ inventory: '200', speed: '10' })
const gateway = await startGateway(
  {
    files,
    engine: { url: engine.url, isEmbedded: true, silenceMs: 300_000, longestBodyBytes: 16 * 1024 * 1024 },
    config: { gateway: true, demoEngine: true, branding: {}, consoles: null, images: null },
    policy: { allowConnect: [], trustedTypes: true },
    log: (line) => console.error(line),
  },
  '127.0.0.1',
  0,
)
const browser = await launchBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 780 }, locale: 'en-US', colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(`${gateway.url}/vms`)
  await page.fill('input[name="username"]', 'admin')
  await page.fill('input[name="profile"]', 'internal')
  await page.fill('input[name="password"]', 'demo')
  await page.click('button[type="submit"]')
  const name = page.locator('tbody tr[aria-rowindex] a[href^="/vms/"]').first()
  await name.waitFor()
  await page.getByRole('button', { name: 'Inventory' }).click()
  // each line opens the next: system, data center, cluster, host
  const lines = page.getByRole('treeitem')
  for (const depth of [0, 1, 2, 3]) {
    const line = lines.nth(depth)
    await line.focus()
    if ((await line.getAttribute('aria-expanded')) !== 'true') await line.press('ArrowRight')
    await lines.nth(depth + 1).waitFor()
  }
  // free of focus rings and pointers, and with the names beside the rows read
  await page.getByRole('heading', { level: 1 }).click()
  await page.locator('tbody a[href^="/hosts/"]').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(root, 'public', 'screenshot.png') })
} finally {
  await browser.close()
  await gateway.close(0)
  await stopChild(engine.child)
}
