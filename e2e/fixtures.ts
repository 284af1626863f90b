/** One world and one persona per test; every journey fails on console errors, policy reports and missing files. */
import { expect, test as base, type Page } from '@playwright/test'
import { openEngine, type Engine, type Persona, type Start } from './engine.ts'

interface Fixtures {
  /** where the world of this test begins */
  readonly start: Start
  readonly engine: Engine
  /** opens a page of the portal as this persona, with a session already there */
  readonly visit: (path: string, persona?: Persona, page?: Page) => Promise<void>
  /** moves the engine's clock and the page's together, so that feed, polls and idle time-out need no waiting */
  readonly advance: (seconds: number) => Promise<void>
  /** records that this test has shown, against the engine, that a feature works; counts only when the test passes */
  readonly prove: (...ids: readonly string[]) => void
  /** messages that a journey expects on the console, such as those of requests it makes fail */
  readonly expected: RegExp[]
  readonly watch: void
}

const origin = (): string => process.env['PORTAL_URL'] ?? 'http://127.0.0.1:8080'

export const test = base.extend<Fixtures>({
  start: [{ state: 'small' }, { option: true }],
  engine: async ({ start }, use) => {
    const engine = await openEngine(start)
    await use(engine)
    await engine.discard()
  },
  visit: async ({ page: own, engine }, use) => {
    await use(async (path, persona = 'admin', page = own) => {
      const session = JSON.stringify({ token: await engine.token(persona), userName: `${persona}@internal` })
      await page.context().addCookies([{ name: 'world', value: engine.worldId, url: origin() }])
      // Only the first page of the tab gets it: a log-out must stay one.
      await page.addInitScript((stored) => {
        if (sessionStorage.getItem('e2e.visited') !== null) return
        sessionStorage.setItem('e2e.visited', 'yes')
        sessionStorage.setItem('portal.session', stored)
      }, session)
      await page.goto(path)
    })
  },
  advance: async ({ page, engine }, use) => {
    await page.clock.install()
    await use(async (seconds) => {
      await engine.control('advance', { seconds })
      await page.clock.fastForward(seconds * 1000)
    })
  },
  prove: async ({}, use, testInfo) => {
    await use((...ids) => void testInfo.annotations.push(...ids.map((description) => ({ type: 'proven', description }))))
  },
  expected: async ({}, use) => use([]),
  watch: [async ({ page, expected }, use) => {
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`)
    })
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`policy: ${violatedDirective} ${blockedURI}`)))
    await use()
    expect(problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))), 'console errors, policy reports and missing files').toEqual([])
  }, { auto: true }],
})
export { expect }
