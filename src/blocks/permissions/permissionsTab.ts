import type { PlacedType } from '../../engine/paths.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import type { TabContribution } from '../feature.ts'
import { permissionWords } from './catalogue.ts'

/** Before the events, after what belongs to the object itself. */
const order = 800

/** The permissions of one kind of object as a tab of its page; `id` is the feature id, such as `vm.tab.permissions`. */
export const permissionsTab = (parent: PlacedType, id: MessageKey & string): TabContribution => ({
  parent,
  id,
  path: 'permissions',
  order,
  load: async () => {
    const [{ createPermissionsTab }] = await Promise.all([import('./createPermissionsTab.tsx'), permissionWords.load()])
    return { Tab: createPermissionsTab(parent) }
  },
})
