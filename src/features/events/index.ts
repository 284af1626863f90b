import type { Feature } from '../../blocks/feature.ts'
import { eventsWords } from './catalogue.ts'

export const events: Feature = {
  routes: [
    {
      path: 'events/trace/:correlationId',
      lazy: {
        Component: async () => {
          const [{ TracePage }] = await Promise.all([import('./TracePage.tsx'), eventsWords.load()])
          return TracePage
        },
      },
    },
  ],
}
