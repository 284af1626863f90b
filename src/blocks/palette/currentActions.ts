import { useEffect } from 'react'
import type { MessageKey } from '../../i18n/messages.ts'
import { createStore } from '../../lib/store.ts'
import type { Row } from '../../engine/resource.ts'
import type { Offer } from '../actions/offer.ts'

/** An action of the object on the page, as the palette offers it. */
export interface CurrentAction { readonly id: MessageKey; readonly subject: string; readonly onChoose: () => void }

const store = createStore<readonly CurrentAction[]>([])
/** Actions of the object that the page shows. */
export const currentActions = store

/** Offers the actions of a page's object in the palette while the page is shown; refused ones are left out there. */
export const useCurrentActions = <T extends Row>(offers: readonly Offer<T>[], subject: string, onPerform: (offer: Offer<T>) => void): void => {
  useEffect(() => {
    const actions = offers.filter(({ refused }) => !refused).map((offer) => ({ id: offer.action.id, subject, onChoose: () => onPerform(offer) }))
    store.set(actions)
    // A page that came meanwhile has set its own.
    return () => { if (store.getSnapshot() === actions) store.set([]) }
  }, [offers, subject, onPerform])
}
