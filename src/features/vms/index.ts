import { defineObjectMenu } from '../../blocks/actions/objectMenu.tsx'
import { permissionsTab } from '../../blocks/permissions/permissionsTab.ts'
import type { Feature, TabContribution } from '../../blocks/feature.ts'
import type { EntityType } from '../../domain/entity.ts'
import { vms as source } from '../../engine/resources/vms.ts'
import { vmsWords } from './catalogue.ts'

type Load = TabContribution['load']
/** A tab with the words of this feature. */
const withWords = (load: Load): Load => async () => (await Promise.all([load(), vmsWords.load()]))[0]
const own = (id: TabContribution['id'], path: string, order: number, load: Load): TabContribution => ({ parent: 'vm', id, path, order, load: withWords(load) })

const lent = (parent: EntityType, id: TabContribution['id'], load: Load): TabContribution => ({ parent, id, label: 'entities.vm', path: 'vms', order: 20, load: withWords(load) })

/** Virtual machines: their pages, their tabs, and the lists of them that other pages show. */
export const vms: Feature = {
  routes: [
    {
      path: 'vms',
      lazy: {
        Component: async () => {
          const [{ VmsPage }] = await Promise.all([import('./VmsPage.tsx'), vmsWords.load()])
          return VmsPage
        },
      },
    },
    {
      path: 'vms/:id/:tab?',
      lazy: {
        Component: async () => {
          const [{ VmPage }] = await Promise.all([import('./VmPage.tsx'), vmsWords.load()])
          return VmPage
        },
      },
    },
  ],
  nav: [{ id: 'plus.nav.vms', label: 'nav.vms', section: 'compute', to: '/vms', order: 1 }],
  tabs: [
    own('vm.tab.general', 'general', 10, () => import('./GeneralTab.tsx')),
    own('plus.vm.tab.monitoring', 'monitoring', 15, () => import('./MonitoringTab.tsx')),
    own('vm.tab.nics', 'nics', 20, () => import('./NicsTab.tsx')),
    own('vm.tab.disks', 'disks', 30, () => import('./DisksTab.tsx')),
    own('vm.tab.snapshots', 'snapshots', 40, () => import('./SnapshotsTab.tsx')),
    own('vm.tab.applications', 'applications', 60, () => import('./ApplicationsTab.tsx')),
    own('vm.tab.hostdevices', 'hostdevices', 70, () => import('./HostDevicesTab.tsx')),
    own('vm.tab.affinitylabels', 'affinitylabels', 100, () => import('./AffinityLabelsTab.tsx')),
    own('vm.tab.guestinfo', 'guestinfo', 110, () => import('./GuestInfoTab.tsx')),
    permissionsTab('vm', 'vm.tab.permissions'),
    lent('host', 'host.tab.vms', () => import('./HostVmsTab.tsx')),
    lent('cluster', 'cluster.tab.vms', () => import('./ClusterVmsTab.tsx')),
  ],
  menus: [
    defineObjectMenu(source, async () => {
      const [{ vmActions }] = await Promise.all([import('./actions.ts'), vmsWords.load()])
      return vmActions
    }),
  ],
}
