import { Divider, MenuItem } from '@patternfly/react-core'
import { Fragment } from 'react'
import type { Row } from '../../engine/resource.ts'
import { useText } from '../../i18n/text.ts'
import type { Placed } from '../placed.ts'
import { featureProps } from '../featureProps.ts'
import type { Offer } from './offer.ts'
import { offerHint } from './offerHint.ts'

interface ActionItemsProps<T extends Row> {
  readonly placed: Placed<T>
  readonly offers: readonly Offer<T>[]
  readonly onPerform: (offer: Offer<T>) => void
}

/** Above or below, the reason of one item would lie over its neighbour and take the pointer from it. */
const besideMenu: ['right', 'left'] = ['right', 'left']

/** The items of an action menu, whatever opens it. A refused item stays focusable and says why. Destructive ones stand apart at the end. */
export const ActionItems = <T extends Row>({ placed, offers, onPerform }: ActionItemsProps<T>) => {
  const text = useText()
  return offers.map((offer, index) => {
    const { action, refused } = offer
    const Icon = action.icon
    const hint = offerHint(text, placed.type, offer)
    const startsDestroy = action.group === 'destroy' && index > 0 && offers[index - 1]?.action.group !== 'destroy'
    return (
      <Fragment key={action.id}>
        {startsDestroy && <Divider component="li" />}
        <MenuItem
          itemId={action.id}
          {...featureProps(action)}
          isDanger={refused === undefined && (action.danger === true || action.group === 'destroy')}
          isAriaDisabled={refused !== undefined}
          {...(Icon && { icon: <Icon /> })}
          {...(hint !== undefined && { tooltipProps: { content: hint, position: 'right', flipBehavior: besideMenu } })}
          onClick={() => onPerform(offer)}
        >
          {text.t(action.id)}
        </MenuItem>
      </Fragment>
    )
  })
}
