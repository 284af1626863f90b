import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { root } from '../buildPortal.ts'
import { median, percentile, type Measures } from './budgets.ts'

/** A row with data; rows still being read are busy. */
const dataRow = 'tbody tr[aria-rowindex]:not([aria-busy="true"]) [data-row-check]'
const scrollBox = '.entity-table__box'
const trials = 5
const quietMs = 2000

export async function launchBrowser(): Promise<Browser> {
  const note = join(root, 'node_modules/.cache/chromium-path')
  return chromium.launch({
    ...(existsSync(note) ? { executablePath: readFileSync(note, 'utf8') } : {}),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--disable-background-networking', '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  })
}

/** Every answer that arrived, with its size on the wire (headers included) and wall-clock times in milliseconds. */
interface Transfer { readonly url: string; readonly beganMs: number; readonly endedMs: number; readonly bytes: number }

/** Notes what goes over the wire of a page, as Chromium's network layer counts it. */
async function watchWire(page: Page): Promise<{ session: CDPSession; transfers: () => readonly Transfer[]; forget: () => void }> {
  const session = await page.context().newCDPSession(page)
  const open = new Map<string, { url: string; beganMs: number; offsetMs: number }>()
  let done: Transfer[] = []
  session.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) => {
    open.set(requestId, { url: request.url, beganMs: wallTime * 1000, offsetMs: (wallTime - timestamp) * 1000 })
  })
  const end = (requestId: string, timestamp: number, bytes: number) => {
    const request = open.get(requestId)
    if (request) done.push({ url: request.url, beganMs: request.beganMs, endedMs: timestamp * 1000 + request.offsetMs, bytes })
    open.delete(requestId)
  }
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => end(requestId, timestamp, encodedDataLength))
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => end(requestId, timestamp, 0))
  await session.send('Network.enable')
  return {
    session,
    transfers: () => done,
    forget: () => {
      done = []
    },
  }
}

/** Notes in the page itself when the first row was there: wall-clock milliseconds in `window.firstRowAt`, navigation start in `performance.timeOrigin`. */
function noteFirstRow(selector: string): void {
  const look = () => {
    if (!document.querySelector(selector)) return
    // the frame after the one that drew it
    requestAnimationFrame(() => document.documentElement.setAttribute('data-first-row-ms', String(performance.now())))
    observer.disconnect()
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true, attributes: true })
}

async function logIn(page: Page, portal: string): Promise<void> {
  await page.goto(`${portal}/vms`)
  await page.fill('input[name="username"]', 'admin')
  await page.fill('input[name="profile"]', 'internal')
  await page.fill('input[name="password"]', 'demo')
  await page.click('button[type="submit"]')
  await page.waitForSelector(dataRow)
}

const kB = (transfers: readonly Transfer[]) => transfers.reduce((sum, { bytes }) => sum + bytes, 0) / 1000

/** Resolves when nothing arrived for two seconds besides the polls that go on for ever, at most after six. */
async function settle(page: Page, transfers: () => readonly Transfer[]): Promise<void> {
  const began = Date.now()
  for (let seen = -1; seen !== transfers().length && Date.now() - began < 6_000; ) {
    seen = transfers().length
    await page.waitForTimeout(quietMs)
  }
}

/** One cold visit of the VM list by somebody who is logged in: empty cache, same tab (the session lives in it). */
async function visitCold(page: Page, portal: string, wire: Awaited<ReturnType<typeof watchWire>>): Promise<Measures> {
  await page.goto('about:blank')
  await wire.session.send('Network.clearBrowserCache')
  wire.forget()
  await page.goto(`${portal}/vms`, { waitUntil: 'commit' })
  await page.waitForSelector('html[data-first-row-ms]')
  const { origin, firstRow } = await page.evaluate(() => ({ origin: performance.timeOrigin, firstRow: Number(document.documentElement.getAttribute('data-first-row-ms')) }))
  const until = origin + firstRow
  await settle(page, wire.transfers)
  const all = wire.transfers()
  return {
    firstRow,
    coldBytes: kB(all.filter(({ endedMs }) => endedMs <= until)),
    idleBytes: kB(all),
    requests: all.filter(({ url, beganMs }) => url.includes('/ovirt-engine/') && beganMs <= until).length,
  }
}

/** Scrolls through the whole list, then half of it back in even steps; frame times are those of the even steps. */
async function scrollThrough(page: Page, session: CDPSession): Promise<Measures> {
  await page.evaluate(async (selector) => {
    const box = document.querySelector(selector)
    if (!box) throw new Error('no list to scroll')
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const began = performance.now()
    // at the end of what is loaded the list reads on; two seconds without progress are the end of all, forty are enough
    for (let moved = began, now = began, last = -1; now - moved < 2000 && now - began < 40_000; now = await nextFrame()) {
      if (box.scrollTop !== last) moved = now
      last = box.scrollTop
      box.scrollTop += box.clientHeight * 2
    }
  }, scrollBox)
  const frames = await page.evaluate(async (selector) => {
    const box = document.querySelector(selector)
    if (!box) throw new Error('no list to scroll')
    const times: number[] = []
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    for (let step = 0; step < 400; step += 1) {
      box.scrollTop -= 120
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      times.push(now - last)
      last = now
    }
    return times
  }, scrollBox)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return { frame: percentile(frames, 0.95), heap: usedSize / 1e6 }
}

/** All measures of the browser for the portal at `portal`; `isScrolled` adds scrolling through everything. */
export async function measureBrowser(browser: Browser, portal: string, isScrolled: boolean, idleSeconds: number): Promise<Measures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  try {
    const page = await context.newPage()
    await logIn(page, portal)
    await page.addInitScript(noteFirstRow, dataRow)
    const wire = await watchWire(page)
    const visits: Measures[] = []
    for (let trial = 0; trial < trials; trial += 1) visits.push(await visitCold(page, portal, wire))
    const middle = (measure: keyof Measures) => median(visits.flatMap((visit) => visit[measure] ?? []))
    wire.forget()
    await page.waitForTimeout(idleSeconds * 1000)
    const minuteBytes = (kB(wire.transfers()) * 60) / idleSeconds
    const scrolled = isScrolled ? await scrollThrough(page, wire.session) : {}
    return { firstRow: middle('firstRow'), coldBytes: middle('coldBytes'), idleBytes: middle('idleBytes'), requests: middle('requests'), minuteBytes, ...scrolled }
  } finally {
    await context.close()
  }
}
