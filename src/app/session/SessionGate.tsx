import { Bullseye, Button, Modal, ModalBody, ModalFooter, ModalHeader, Spinner } from '@patternfly/react-core'
import { useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { reachability } from '../../engine/reachability.ts'
import { session } from '../../engine/session.ts'
import type { SignedIn } from '../../engine/session.ts'
import { useText } from '../../i18n/text.ts'
import { LogInForm } from './LogInForm.tsx'
import type { Credentials } from './LogInForm.tsx'
import { LogInPage } from './LogInPage.tsx'
import { joinUserName, splitUserName, toRefusal } from './person.ts'

const onLogIn = async (credentials: Credentials) => toRefusal(await session.logIn(joinUserName(credentials), credentials.password))

/** Lets nobody see the portal before log-in, and keeps the page mounted below the log-in that follows a dead session. */
export const SessionGate = ({ children }: { readonly children: (who: SignedIn) => ReactNode }) => {
  const { t } = useText()
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot)
  if (state.status === 'starting') return <Starting />
  if (state.status === 'out') {
    return (
      <LogInPage title={t('login.title')}>
        {state.why && <p role="status">{t('session.loggedOut')}</p>}
        <LogInForm onLogIn={onLogIn} />
      </LogInPage>
    )
  }
  if (!state.administrator) return <NoAdministrator userName={state.userName} />
  return (
    <>
      {children(state)}
      {state.status === 'expired' && <DeadSession userName={state.userName} />}
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

/** Log-in over the page. It cannot be closed: what lies below shows data that nobody may change any more. */
const DeadSession = ({ userName }: { readonly userName: string }) => {
  const { t } = useText()
  return (
    <Modal isOpen variant="small" aria-labelledby="portal-dead-title" className="portal-dead-session">
      <ModalHeader title={t('session.dead.title')} labelId="portal-dead-title" description={t('session.dead.body', { user: userName })} />
      <ModalBody>
        <LogInForm onLogIn={onLogIn} sameUser={splitUserName(userName)} />
      </ModalBody>
      <ModalFooter>
        <Button variant="link" onClick={() => void session.logOut()}>{t('session.dead.leave')}</Button>
        <span>{t('session.dead.leave.help')}</span>
      </ModalFooter>
    </Modal>
  )
}

const NoAdministrator = ({ userName }: { readonly userName: string }) => {
  const { t } = useText()
  return (
    <LogInPage title={t('session.noAdministrator.title')}>
      <p>{t('session.noAdministrator.body', { user: userName })}</p>
      <p><Button onClick={() => void session.logOut()} data-feature="login.action.log-out">{t('button.logOut')}</Button></p>
    </LogInPage>
  )
}
