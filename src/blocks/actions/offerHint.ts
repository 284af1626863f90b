import type { EntityType } from '../../domain/entity.ts'
import type { Row } from '../../engine/resource.ts'
import type { Text } from '../../i18n/text.ts'
import type { Offer } from './offer.ts'
import { reasonText } from './reasonText.ts'

/** What the tooltip of an action says: why it is refused, or how many of the chosen rows it can take; undefined when there is nothing to say. */
export const offerHint = <T extends Row>(text: Text, type: EntityType, { action, eligible, skipped, refused }: Offer<T>): string | undefined => {
  if (refused) return reasonText(text, type, refused)
  if (skipped.length === 0) return undefined
  return text.t('actions.someOf', { action: text.t(action.id), value: eligible.length, total: eligible.length + skipped.length })
}
