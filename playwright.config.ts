import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Noted by scripts/bootstrap.mjs --browser; without the note the browser that Playwright itself brings. */
const note = new URL('node_modules/.cache/chromium-path', import.meta.url)
const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(note) ? readFileSync(note, 'utf8') : undefined)
const long = process.env['TEST_LONG'] === '1'
const isRoot = process.getuid?.() === 0

const server = { timeout: 120_000, gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 } }

/**
 * Journeys in a real browser through the real gateway, in front of the embedded engine with test worlds; both take free ports.
 * The addresses are printed by scripts/start.ts and reach the tests as PORTAL_URL and ENGINE_URL, in the long run the demo's as DEMO_URL. Journeys of minutes are named `*.long.e2e.ts`.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  ...(long ? {} : { testIgnore: '**/*.long.e2e.ts' }),
  outputDir: 'test-results',
  // the JSON report goes where scripts/test.ts asks for it
  reporter: [['list'], ['./e2e/provenReporter.ts'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [] : [['json'] as const])],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: Number(process.env['PW_WORKERS'] ?? 2),
  timeout: long ? 600_000 : 240_000,
  expect: { timeout: 20_000 },
  webServer: [
    { ...server, command: 'node scripts/start.ts --test --port 0', wait: { stdout: /portal (?<portal_url>http:\S+)\s+engine (?<engine_url>http:\S+)/ } },
    ...(long ? [{ ...server, command: 'node scripts/demo.ts --port 0', wait: { stdout: /demo (?<demo_url>http:\S+)/ } }] : []),
  ],
  use: {
    baseURL: process.env['PORTAL_URL'] ?? 'http://127.0.0.1:8080',
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--force-color-profile=srgb'],
    },
  },
})
