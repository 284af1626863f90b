import { Suspense, lazy, useCallback, useContext } from 'react'
import type { ComponentType } from 'react'
import { useNavigate } from 'react-router'
import type { Row } from '../../engine/resource.ts'
import type { Action, ActionDialogProps } from '../action.ts'
import { useText } from '../../i18n/text.ts'
import { openOverlay, openOverlayLater } from '../overlays/overlays.tsx'
import type { Placed } from '../placed.ts'
import { PreferencesContext } from '../preferences.ts'
import { showToast } from '../toasts/toasts.ts'
import { useUrlState } from '../url/useUrlState.ts'
import type { Offer } from './offer.ts'
import { failuresOf } from './runOnRows.ts'
import { useRun } from './useRun.ts'

/**
 * Carries out an offer: leads away, opens the action's dialog, asks for confirmation, or sends the requests at once.
 * `urlRowId` is the object that the URL names already (detail page, summary drawer): its dialogs go to `?do=`,
 * so that a reload keeps them; all others are opened over the page.
 */
export const usePerform = <T extends Row>(placed: Placed<T>, urlRowId?: string): ((offer: Offer<T>) => void) => {
  const navigate = useNavigate()
  const [, setUrl] = useUrlState()
  const run = useRun<T>()
  const preferences = useContext(PreferencesContext)
  const { t } = useText()
  return useCallback((offer) => {
    const { action, eligible, skipped } = offer
    const [first] = eligible
    if (offer.refused) return
    if (action.external && first) return void window.open(action.external(first), '_blank', 'noopener,noreferrer')
    if (action.href) return void navigate(action.href(first))
    if (action.dialog) {
      if (first && eligible.length === 1 && first.id === urlRowId) return setUrl({ do: action.id })
      return openOverlay((onClose) => <ActionDialog action={action} rows={eligible} skipped={skipped} onClose={onClose} />)
    }
    // A mixed selection asks even where the action alone would not: the user has to know what is left out.
    const declinable = action.confirm?.unlessDeclined
    const asks = action.confirm !== undefined && !(declinable && preferences.getSnapshot()[declinable] === false)
    if (asks || skipped.length > 0) {
      return openOverlayLater(async () => {
        const { ConfirmDialog } = await import('./ConfirmDialog.tsx')
        return (onClose) => <ConfirmDialog placed={placed} offer={offer} onClose={onClose} />
      })
    }
    void run(action, eligible, { checks: {} }).then((outcomes) => {
      for (const { row, fault } of failuresOf(outcomes)) {
        showToast({ variant: 'danger', title: t('fault.failedFor', { action: t(action.id), name: row.name ?? row.id }), fault })
      }
    })
  }, [navigate, placed, preferences, run, setUrl, t, urlRowId])
}

// A lazy component is made once per action: a new one on each draw would mount the dialog anew.
const dialogs = new WeakMap<object, ComponentType<never>>()

/** The dialog of an action's own, fetched when it is first opened. */
export const ActionDialog = <T extends Row>({ action, ...props }: ActionDialogProps<T> & { readonly action: Action<T> }) => {
  const Dialog = dialogOf(action)
  return Dialog ? <Suspense><Dialog {...props} /></Suspense> : null
}

const dialogOf = <T extends Row>(action: Action<T>): ComponentType<ActionDialogProps<T>> | undefined => {
  const { dialog } = action
  if (!dialog) return undefined
  const known = dialogs.get(dialog)
  // The map holds for each action what this function put there for the same action, hence for the same T.
  if (known) return known as ComponentType<ActionDialogProps<T>>
  const made = lazy(async () => ({ default: (await dialog()).Dialog }))
  dialogs.set(dialog, made)
  return made
}
