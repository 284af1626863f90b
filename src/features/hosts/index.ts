import type { Feature, TabContribution } from '../../blocks/feature.ts'
import { defineObjectMenu } from '../../blocks/actions/objectMenu.tsx'
import { hosts as hostResource } from '../../engine/resources/hosts.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { hostsWords } from './catalogue.ts'

const page = async () => {
  const [{ HostPage }] = await Promise.all([import('./HostPage.tsx'), hostsWords.load()])
  return HostPage
}

type Loaded = Awaited<ReturnType<TabContribution['load']>>
const tab = (id: MessageKey & string, path: string, order: number, load: () => Promise<Loaded>): TabContribution => ({
  parent: 'host', id, path, order,
  load: async () => {
    const [loaded] = await Promise.all([load(), hostsWords.load()])
    return loaded
  },
})

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
    { path: 'hosts/:id/:tab?', lazy: { Component: page } },
  ],
  tabs: [
    tab('host.tab.general', 'general', 10, () => import('./GeneralTab.tsx')),
    tab('host.tab.interfaces', 'interfaces', 30, () => import('./InterfacesTab.tsx')),
    tab('host.tab.devices', 'devices', 40, () => import('./DevicesTab.tsx')),
  ],
  menus: [defineObjectMenu(hostResource, async () => {
    const [{ hostActions }] = await Promise.all([import('./actions.ts'), hostsWords.load()])
    return hostActions
  })],
  nav: [{ id: 'plus.nav.hosts', label: 'nav.hosts', section: 'compute', to: '/hosts', order: 40 }],
}
