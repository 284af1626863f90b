/** Entry of the demo build: the embedded engine as a service worker's answers, its world kept in this tab; then the app. */
import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import { handle } from './engine/handle.ts'
import { keepInTab } from './keepInTab.ts'
import { buildWorld } from './worlds/build.ts'

const demoSpeed = 10
const saveEveryMs = 500

async function begin(): Promise<void> {
  const { world, save } = await keepInTab({ speed: demoSpeed }, () => buildWorld({ state: 'inventory', speed: demoSpeed }))
  setInterval(() => {
    world.settle()
    void save()
  }, saveEveryMs)
  addEventListener('pagehide', () => void save())

  await setupWorker(http.all('*/ovirt-engine/*', ({ request }) => handle(request, world))).start({
    onUnhandledFrame: 'bypass',
    quiet: true,
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  })
  await import('../src/main.tsx')
}

// Not awaited: the app's chunk shares modules with this one, and each would wait for the other to finish.
void begin()
