import type { EntityType } from '../../domain/entity.ts'
import type { Text } from '../../i18n/text.ts'
import type { Reason } from '../action.ts'

/** A refusal as a sentence; a `status` among its parameters is an engine word of the given kind and is put into the user's language. */
export const reasonText = ({ textOr }: Text, type: EntityType, { why, params }: Reason): string => {
  const status = params?.['status']
  const spoken = typeof status === 'string' ? { ...params, status: textOr(`${type}.status.${status}`, status) } : params
  return textOr(why, why, spoken)
}
