import type { Feature } from '../../blocks/feature.ts'
import type { EntityType } from '../../domain/entity.ts'
import { eventsWords } from './catalogue.ts'

/** Last tab of every page that has one. */
const order = 900

const tab = (parent: EntityType, id: string) => ({
  parent,
  id,
  label: 'entities.event' as const,
  path: 'events',
  order,
  load: async () => {
    const [{ createEventsTab }] = await Promise.all([import('./EventsTab.tsx'), eventsWords.load()])
    return createEventsTab(parent, id)
  },
})

export const events: Feature = {
  routes: [
    {
      path: 'events',
      lazy: {
        Component: async () => {
          const [{ EventsPage }] = await Promise.all([import('./EventsPage.tsx'), eventsWords.load()])
          return EventsPage
        },
      },
    },
    {
      path: 'events/:id',
      lazy: {
        Component: async () => {
          const [{ EventPage }] = await Promise.all([import('./EventPage.tsx'), eventsWords.load()])
          return EventPage
        },
      },
    },
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
  tabs: [tab('vm', 'vm.tab.events'), tab('host', 'host.tab.events'), tab('cluster', 'cluster.tab.events'), tab('data_center', 'dc.tab.events')],
  nav: [{ id: 'plus.nav.events', label: 'nav.events', section: 'events', to: '/events', order: 1 }],
}
