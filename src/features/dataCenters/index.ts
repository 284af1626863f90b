import type { Feature, TabContribution } from '../../blocks/feature.ts'
import { permissionsTab } from '../../blocks/permissions/permissionsTab.ts'
import { dataCentersWords } from './catalogue.ts'

type Load = TabContribution['load']
/** A tab with the words of this feature. */
const withWords = (load: Load): Load => async () => (await Promise.all([load(), dataCentersWords.load()]))[0]
const own = (id: TabContribution['id'], path: string, order: number, load: Load): TabContribution => ({ parent: 'data_center', id, path, order, load: withWords(load) })

/** Data centers: their pages and tabs. */
export const dataCenters: Feature = {
  routes: [
    {
      path: 'datacenters',
      lazy: {
        Component: async () => {
          const [{ DataCentersPage }] = await Promise.all([import('./DataCentersPage.tsx'), dataCentersWords.load()])
          return DataCentersPage
        },
      },
    },
    {
      path: 'datacenters/:id/:tab?',
      lazy: {
        Component: async () => {
          const [{ DataCenterPage }] = await Promise.all([import('./DataCenterPage.tsx'), dataCentersWords.load()])
          return DataCenterPage
        },
      },
    },
  ],
  tabs: [
    own('plus.dc.tab.general', 'general', 10, () => import('./GeneralTab.tsx')),
    own('dc.tab.storage', 'storage', 20, () => import('./StorageTab.tsx')),
    own('dc.tab.networks', 'networks', 30, () => import('./NetworksTab.tsx')),
    permissionsTab('data_center', 'dc.tab.permissions'),
  ],
  nav: [{ id: 'plus.nav.dataCenters', label: 'nav.dataCenters', section: 'compute', to: '/datacenters', order: 5 }],
}
