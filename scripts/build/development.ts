import type { Plugin, ProxyOptions } from 'vite'

/** The value of the cookie `world`, which chooses a test world of the embedded engine; it travels as a header. */
const worldOf = (cookie = ''): string | undefined => /(?:^|;\s*)world=([\w-]{1,64})/.exec(cookie)?.[1]

/** Forwards the engine's paths to `engine` during development, as the gateway does for the built product. */
export const engineProxy = (engine: string): Record<string, ProxyOptions> => ({
  '/ovirt-engine': {
    target: engine,
    changeOrigin: true,
    configure: (proxy) =>
      proxy.on('proxyReq', (request, incoming) => {
        const world = worldOf(incoming.headers.cookie)
        if (world) request.setHeader('X-World', world)
      }),
  },
})

/** `config.json` of the development server, which plays the gateway. */
export const developmentConfig = (demoEngine: boolean): Plugin => ({
  name: 'development-config',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use('/config.json', (_request, response) => {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ gateway: true, demoEngine, branding: {}, consoles: null, images: null }))
    })
  },
})
