import type { ObjectMenu, ObjectMenuProps } from '../feature.ts'
import type { DetailQuery, Row } from '../../engine/resource.ts'
import type { Action } from '../action.ts'
import { useDetail } from '../detail/useDetail.ts'
import type { Placed } from '../placed.ts'
import { ActionMenu } from './ActionMenu.tsx'

/** What a feature gives so that others can open the menu of its objects: the tree, by id alone. Actions are fetched when the first menu opens. */
export const defineObjectMenu = <T extends Row>(
  source: Placed<T> & { readonly detail: (id: string) => DetailQuery<T> },
  loadActions: () => Promise<readonly Action<T>[]>,
): ObjectMenu => ({
  type: source.type,
  load: async () => {
    const actions = await loadActions()
    const acting = actions.filter(({ takes }) => takes !== 'none')
    const Menu = ({ id, place, onClose }: ObjectMenuProps) => {
      const { row } = useDetail(source, id)
      return row ? <ActionMenu placed={source} actions={acting} rows={[row]} onClose={onClose} {...place} /> : null
    }
    return { Menu }
  },
})
