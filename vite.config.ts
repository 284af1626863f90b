import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vite'
import { compress } from './scripts/build/compress.ts'
import { demo } from './scripts/build/demo.ts'
import { developmentConfig, engineProxy } from './scripts/build/development.ts'
import { notices } from './scripts/build/notices.ts'
import { patternflyCss } from './scripts/build/patternflyCss.ts'

/**
 * What is fetched together is one file: every answer costs its headers, and small files compress badly. Each group takes along what
 * its modules import. The rest is split by who uses it.
 */
const chunkGroups = [
  { name: 'start', tags: ['$initial' as const], priority: 3 },
  { name: 'list', test: /src[\\/]blocks[\\/](list[\\/]ListPage|(cells|status)[\\/]\w+)[.]tsx?$|react-core[\\/].*(Progress|GenerateId)[.]js$/, priority: 2 },
  { name: 'detail', test: /src[\\/]blocks[\\/]detail[\\/]\w+[.]tsx?$/, priority: 1 },
  ...['en', 'zh'].map((language) => ({ name: `words.${language}`, test: new RegExp(String.raw`src[\\/](app|blocks|i18n)[\\/]\w+[.]${language}[.]ts$`) })),
]

/**
 * `vite build`              the product, into dist; BASE_PATH for another place than the root of its host
 * `vite build --mode demo`  the demo that runs wholly in the browser, into dist-demo
 * `vite`                    development; ENGINE_URL names the engine to forward to (scripts/dev.ts sets it)
 */
export default defineConfig(({ mode }) => {
  const isDemo = mode === 'demo'
  const engine = process.env['ENGINE_URL']
  return {
    base: process.env['BASE_PATH'] ?? '/',
    plugins: [
      react(),
      patternflyCss(),
      ...(isDemo ? [demo(), msw({ mode: 'worker-only' })] : []),
      developmentConfig(process.env['ENGINE_IS_EMBEDDED'] === '1'),
      notices(),
      compress(),
    ],
    build: {
      outDir: isDemo ? 'dist-demo' : 'dist',
      target: 'es2023',
      // no data: URLs for scripts and styles under the policy, and fonts stay cacheable
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // sizes have a budget of their own (scripts/checks/size.ts)
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups: chunkGroups } } },
    },
    // the scan for dependencies otherwise wanders into every HTML file it finds
    optimizeDeps: { entries: ['index.html'] },
    server: { host: '127.0.0.1', port: 5173, ...(engine ? { proxy: engineProxy(engine) } : {}) },
  }
})
