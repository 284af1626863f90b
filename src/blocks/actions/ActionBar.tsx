import { Button, Tooltip } from '@patternfly/react-core'
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { useState } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import { FloatingMenu } from '../../ui/FloatingMenu.tsx'
import type { Action } from '../action.ts'
import { featureProps } from '../featureProps.ts'
import type { Placed } from '../placed.ts'
import { ActionItems } from './ActionItems.tsx'
import './actions.css'
import type { Offer } from './offer.ts'
import { offerHint } from './offerHint.ts'
import { useOffers } from './useOffers.ts'
import { usePerform } from './usePerform.tsx'

interface ActionBarProps<T extends Row> {
  readonly placed: Placed<T>
  readonly actions: readonly Action<T>[]
  readonly rows: readonly T[]
  /** how many are buttons, the rest stands behind ⋮ */
  readonly buttons?: number
  /** the object that the URL names, whose dialogs go to `?do=` */
  readonly urlRowId?: string | undefined
}

/** Actions of the chosen rows as buttons, most used first, the rest behind ⋮. Refused ones are drawn disabled, focusable, with the reason. */
export const ActionBar = <T extends Row>({ placed, actions, rows, buttons = 4, urlRowId }: ActionBarProps<T>) => {
  const { t } = useText()
  const offers = useOffers(placed, actions, rows)
  const perform = usePerform(placed, urlRowId)
  const [anchor, setAnchor] = useState<HTMLElement>()
  const rest = offers.slice(buttons)
  return (
    <div className="action-bar" role="group" aria-label={t('actions.label')}>
      {offers.slice(0, buttons).map((offer) => (
        <ActionButton key={offer.action.id} placed={placed} offer={offer} onPerform={perform} />
      ))}
      {rest.length > 0 && (
        <Button
          variant="plain"
          icon={<EllipsisVIcon />}
          aria-label={t('actions.more')}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          onClick={({ currentTarget }) => setAnchor(anchor ? undefined : currentTarget)}
        />
      )}
      {anchor && (
        <FloatingMenu label={t('actions.more')} anchor={anchor} onClose={() => setAnchor(undefined)}>
          <ActionItems placed={placed} offers={rest} onPerform={perform} />
        </FloatingMenu>
      )}
    </div>
  )
}

interface ActionButtonProps<T extends Row> {
  readonly placed: Placed<T>
  readonly offer: Offer<T>
  readonly onPerform: (offer: Offer<T>) => void
  readonly variant?: 'primary' | 'secondary'
}

/** One action as a button, as in tool bars and for the main action of a page. */
export const ActionButton = <T extends Row>({ placed, offer, onPerform, variant = 'secondary' }: ActionButtonProps<T>) => {
  const text = useText()
  const { action, refused } = offer
  const hint = offerHint(text, placed.type, offer)
  const button = (
    <Button
      variant={variant}
      {...featureProps(refused ? { id: action.id, also: [...action.also ?? [], 'common.action.tooltip'] } : action)}
      isDanger={variant === 'secondary' && (action.danger === true || action.group === 'destroy')}
      isAriaDisabled={refused !== undefined}
      onClick={() => onPerform(offer)}
    >
      {text.t(action.id)}
    </Button>
  )
  return hint === undefined ? button : <Tooltip content={hint}>{button}</Tooltip>
}
