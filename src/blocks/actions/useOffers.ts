import { useMemo } from 'react'
import type { Row } from '../../engine/resource.ts'
import type { Action } from '../action.ts'
import type { Placed } from '../placed.ts'
import { useMay } from '../rights.ts'
import type { Offer } from './offer.ts'
import { offerActions } from './offer.ts'

/** What the actions offer for these rows to this user, in the order of every surface. */
export const useOffers = <T extends Row>(placed: Placed<T>, actions: readonly Action<T>[], rows: readonly T[]): readonly Offer<T>[] => {
  const may = useMay(placed)
  return useMemo(() => offerActions(actions, rows, may), [actions, rows, may])
}
