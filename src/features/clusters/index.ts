import type { Feature, TabContribution } from '../../blocks/feature.ts'
import { permissionsTab } from '../../blocks/permissions/permissionsTab.ts'
import { clustersWords } from './catalogue.ts'

type Load = TabContribution['load']
/** A tab with the words of this feature. */
const withWords = (load: Load): Load => async () => (await Promise.all([load(), clustersWords.load()]))[0]
const own = (id: TabContribution['id'], path: string, order: number, load: Load): TabContribution => ({ parent: 'cluster', id, path, order, load: withWords(load) })

/** Clusters: their pages, their tabs, and the list of them that data centers show. */
export const clusters: Feature = {
  routes: [
    {
      path: 'clusters',
      lazy: {
        Component: async () => {
          const [{ ClustersPage }] = await Promise.all([import('./ClustersPage.tsx'), clustersWords.load()])
          return ClustersPage
        },
      },
    },
    {
      path: 'clusters/:id/:tab?',
      lazy: {
        Component: async () => {
          const [{ ClusterPage }] = await Promise.all([import('./ClusterPage.tsx'), clustersWords.load()])
          return ClusterPage
        },
      },
    },
  ],
  tabs: [
    own('cluster.tab.general', 'general', 10, () => import('./GeneralTab.tsx')),
    own('cluster.tab.networks', 'networks', 15, () => import('./NetworksTab.tsx')),
    own('cluster.tab.affinitygroups', 'affinitygroups', 50, () => import('./AffinityGroupsTab.tsx')),
    own('cluster.tab.cpuprofiles', 'cpuprofiles', 70, () => import('./CpuProfilesTab.tsx')),
    permissionsTab('cluster', 'cluster.tab.permissions'),
    { parent: 'data_center', id: 'dc.tab.clusters', path: 'clusters', order: 40, load: withWords(() => import('./DataCenterClustersTab.tsx')) },
  ],
  nav: [{ id: 'plus.nav.clusters', label: 'nav.clusters', section: 'compute', to: '/clusters', order: 6 }],
}
