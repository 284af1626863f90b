import type { Feature } from '../../blocks/feature.ts'
import { defineObjectMenu } from '../../blocks/actions/objectMenu.tsx'
import { hosts as hostResource } from '../../engine/resources/hosts.ts'
import { hostsWords } from './catalogue.ts'

export const hosts: Feature = {
  routes: [
    {
      path: 'hosts',
      lazy: {
        Component: async () => {
          const [{ HostsPage }] = await Promise.all([import('./HostsPage.tsx'), hostsWords.load()])
          return HostsPage
        },
      },
    },
  ],
  menus: [defineObjectMenu(hostResource, async () => {
    const [{ hostActions }] = await Promise.all([import('./actions.ts'), hostsWords.load()])
    return hostActions
  })],
  nav: [{ id: 'plus.nav.hosts', label: 'nav.hosts', section: 'compute', to: '/hosts', order: 4 }],
}
