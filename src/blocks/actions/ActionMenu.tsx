import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import type { MenuPlace } from '../../ui/FloatingMenu.tsx'
import type { Action } from '../action.ts'
import type { Placed } from '../placed.ts'
import { ActionItems } from './ActionItems.tsx'
import { useOffers } from './useOffers.ts'
import { usePerform } from './usePerform.tsx'

type ActionMenuProps<T extends Row> = MenuPlace & {
  readonly placed: Placed<T>
  readonly actions: readonly Action<T>[]
  readonly rows: readonly T[]
  readonly urlRowId?: string | undefined
  readonly onClose: () => void
}

/** All actions of the given rows as a menu: at a row's ⋮ (`anchor`) or where the pointer is (`at`). Mount it to open it. */
export const ActionMenu = <T extends Row>({ placed, actions, rows, urlRowId, onClose, ...place }: ActionMenuProps<T>) => {
  const { t } = useText()
  const offers = useOffers(placed, actions, rows)
  const perform = usePerform(placed, urlRowId)
  return (
    <FloatingMenu label={t('actions.label')} onClose={onClose} {...place}>
      <ActionItems placed={placed} offers={offers} onPerform={perform} />
    </FloatingMenu>
  )
}
