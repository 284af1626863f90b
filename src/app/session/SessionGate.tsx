import { Bullseye, Spinner } from '@patternfly/react-core'
import { Suspense, lazy, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { reachability } from '../../engine/reachability.ts'
import { session } from '../../engine/session.ts'
import type { SignedIn } from '../../engine/session.ts'
import { useText } from '../../i18n/text.ts'
import './session.css'

// Who comes with a session sees none of them.
const LogIn = lazy(async () => ({ default: (await import('./LogIn.tsx')).LogIn }))
const DeadSession = lazy(async () => ({ default: (await import('./LogIn.tsx')).DeadSession }))
const NoAdministrator = lazy(async () => ({ default: (await import('./LogIn.tsx')).NoAdministrator }))

/** Lets nobody see the portal before log-in, and keeps the page mounted below the log-in that follows a dead session. */
export const SessionGate = ({ children }: { readonly children: (who: SignedIn) => ReactNode }) => {
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot)
  if (state.status === 'starting') return <Starting />
  if (state.status === 'out') return <Suspense fallback={<Starting />}><LogIn isLoggedOut={state.why !== undefined} /></Suspense>
  if (!state.administrator) return <Suspense fallback={<Starting />}><NoAdministrator userName={state.userName} /></Suspense>
  return (
    <>
      {children(state)}
      {state.status === 'expired' && <Suspense><DeadSession userName={state.userName} /></Suspense>}
    </>
  )
}

/** Looking for a session of another tab takes a fifth of a second; waiting for an engine may take long, and says so. */
const Starting = () => {
  const { t } = useText()
  const { state } = useSyncExternalStore(reachability.subscribe, reachability.getSnapshot)
  return (
    <Bullseye className="portal-starting">
      <div role="status">
        <Spinner aria-label={t('state.loading')} />
        <p>{t(state === 'ok' ? 'login.checking' : 'banner.unreachableNoData')}</p>
      </div>
    </Bullseye>
  )
}
