import { defineObjectMenu } from '../../blocks/actions/objectMenu.tsx'
import type { Feature, TabContribution } from '../../blocks/feature.ts'
import { permissionsTab } from '../../blocks/permissions/permissionsTab.ts'
import { hosts as source } from '../../engine/resources/hosts.ts'
import { hostsWords } from './catalogue.ts'

type Load = TabContribution['load']
/** A tab with the words of this feature. */
const withWords = (load: Load): Load => async () => (await Promise.all([load(), hostsWords.load()]))[0]
const own = (id: TabContribution['id'], path: string, order: number, load: Load): TabContribution => ({ parent: 'host', id, path, order, load: withWords(load) })

/** Hosts: their pages, their tabs, and the list of them that clusters show. */
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
    {
      path: 'hosts/:id/:tab?',
      lazy: {
        Component: async () => {
          const [{ HostPage }] = await Promise.all([import('./HostPage.tsx'), hostsWords.load()])
          return HostPage
        },
      },
    },
  ],
  tabs: [
    own('host.tab.general', 'general', 10, () => import('./GeneralTab.tsx')),
    own('plus.host.tab.monitoring', 'monitoring', 15, () => import('./MonitoringTab.tsx')),
    own('host.tab.interfaces', 'interfaces', 30, () => import('./InterfacesTab.tsx')),
    own('host.tab.devices', 'devices', 40, () => import('./DevicesTab.tsx')),
    permissionsTab('host', 'host.tab.permissions'),
    { parent: 'cluster', id: 'cluster.tab.hosts', path: 'hosts', order: 17, load: withWords(() => import('./ClusterHostsTab.tsx')) },
  ],
  menus: [
    defineObjectMenu(source, async () => {
      const [{ hostActions }] = await Promise.all([import('./actions.ts'), hostsWords.load()])
      return hostActions
    }),
  ],
  nav: [{ id: 'plus.nav.hosts', label: 'nav.hosts', section: 'compute', to: '/hosts', order: 4 }],
}
