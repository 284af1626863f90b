import type { Plugin } from 'vite'

/**
 * Makes the build that runs wholly in the browser: the same page with another entry, which starts the embedded engine
 * as a service worker before the app, and a `config.json` that says so. The product bundle never sees either.
 */
export const demo = (): Plugin => ({
  name: 'demo',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/src/main.tsx', '/mocks/browser.ts') },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'config.json', source: JSON.stringify({ gateway: false, demoEngine: true, branding: {}, consoles: null, images: null }) })
  },
})
