import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that need minutes are named `*.long.test.ts` and run only in `npm run test:long`, which sets this variable. */
const long = process.env['TEST_LONG'] === '1'
const exclude = [...configDefaults.exclude, 'e2e/**', ...(long ? [] : ['**/*.long.test.ts', '**/*.long.browser.test.tsx'])]

export default defineConfig({
  plugins: [react()],
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['{src,mocks,server,scripts}/**/*.test.ts'], exclude },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          // one environment for all files: drawing PatternFly is seven times faster so (each file cleans up after each test)
          isolate: false,
          setupFiles: ['scripts/domSetup.ts'],
          include: ['src/**/*.browser.test.tsx'],
          exclude,
          // its modules import their own CSS, which Node cannot load
          server: { deps: { inline: [/@patternfly/] } },
        },
      },
    ],
  },
})
