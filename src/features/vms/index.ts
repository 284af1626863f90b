import { defineObjectMenu } from '../../blocks/actions/objectMenu.tsx'
import type { Feature, TabContribution } from '../../blocks/feature.ts'
import { vms as source } from '../../engine/resources/vms.ts'
import { vmsWords } from './catalogue.ts'

type Load = TabContribution['load']
/** A tab with the words of this feature. */
const withWords = (load: Load): Load => async () => (await Promise.all([load(), vmsWords.load()]))[0]
const own = (id: TabContribution['id'], path: string, order: number, load: Load): TabContribution => ({ parent: 'vm', id, path, order, load: withWords(load) })

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
  ],
  menus: [
    defineObjectMenu(source, async () => {
      const [{ vmActions }] = await Promise.all([import('./actions.ts'), vmsWords.load()])
      return vmActions
    }),
  ],
}
