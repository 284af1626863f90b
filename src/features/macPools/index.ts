import type { Feature } from '../../blocks/feature.ts'
import { permissionsTab } from '../../blocks/permissions/permissionsTab.ts'
import { defineCatalogue } from '../../i18n/catalogue.ts'

const words = defineCatalogue({ en: () => import('./words.en.ts'), zh: () => import('./words.zh.ts') })
/** Pools of MAC addresses. Today's portal has them in its Configure dialog; here they are a page. */
export const macPools: Feature = {
  routes: [
    {
      path: 'macpools',
      lazy: {
        Component: async () => {
          const [{ MacPoolsPage }] = await Promise.all([import('./MacPoolsPage.tsx'), words.load()])
          return MacPoolsPage
        },
      },
    },
    {
      path: 'macpools/:id/:tab?',
      lazy: {
        Component: async () => {
          const [{ MacPoolPage }] = await Promise.all([import('./MacPoolsPage.tsx'), words.load()])
          return MacPoolPage
        },
      },
    },
  ],
  nav: [{ id: 'plus.nav.macpools', label: 'nav.macPools', section: 'administration', to: '/macpools', order: 60 }],
  tabs: [
    {
      parent: 'mac_pool', id: 'plus.macpool.tab.general', path: 'general', order: 10,
      load: async () => {
        const [{ GeneralTab }] = await Promise.all([import('./MacPoolsPage.tsx'), words.load()])
        return { Tab: GeneralTab }
      },
    },
    permissionsTab('mac_pool', 'macpool.action.permissions'),
  ],
}
