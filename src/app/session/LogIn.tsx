import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core'
import { session } from '../../engine/session.ts'
import { useText } from '../../i18n/text.ts'
import { LogInForm } from './LogInForm.tsx'
import type { Credentials } from './LogInForm.tsx'
import { LogInPage } from './LogInPage.tsx'
import { joinUserName, splitUserName, toRefusal } from './person.ts'

const onLogIn = async (credentials: Credentials) => toRefusal(await session.logIn(joinUserName(credentials), credentials.password))

/** The page that everybody passes. */
export const LogIn = ({ isLoggedOut }: { readonly isLoggedOut: boolean }) => {
  const { t } = useText()
  return (
    <LogInPage title={t('login.title')}>
      {isLoggedOut && <p role="status">{t('session.loggedOut')}</p>}
      <LogInForm onLogIn={onLogIn} />
    </LogInPage>
  )
}

/** Beside the body: a dialog of the page hides all that stands there from screen readers each time it is drawn, and takes every Escape in there as its own. */
const overPage = (): HTMLElement => {
  const id = 'portal-over-page'
  const known = document.getElementById(id)
  if (known) return known
  const layer = document.createElement('div')
  layer.id = id
  document.documentElement.append(layer)
  return layer
}

/** The trap of focus would take Escape as leave to open, and focus would go back to a dialog of the page. */
const holdEscape = (): (() => void) => {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

/** Log-in over the page. It cannot be closed: what lies below shows data that nobody may change any more. */
export const DeadSession = ({ userName }: { readonly userName: string }) => {
  const { t } = useText()
  return (
    <Modal
      isOpen variant="small" appendTo={overPage} elementToFocus="#portal-over-page [name=password]" aria-labelledby="portal-dead-title" className="portal-dead-session"
    >
      <ModalHeader title={t('session.dead.title')} labelId="portal-dead-title" description={t('session.dead.body', { user: userName })} />
      <ModalBody>
        <div ref={holdEscape}><LogInForm onLogIn={onLogIn} sameUser={splitUserName(userName)} /></div>
      </ModalBody>
      <ModalFooter>
        <Button variant="link" onClick={() => void session.logOut()}>{t('session.dead.leave')}</Button>
        <span>{t('session.dead.leave.help')}</span>
      </ModalFooter>
    </Modal>
  )
}

/** Tells a user without administrator's rights that this portal is not for him. */
export const NoAdministrator = ({ userName }: { readonly userName: string }) => {
  const { t } = useText()
  return (
    <LogInPage title={t('session.noAdministrator.title')}>
      <p>{t('session.noAdministrator.body', { user: userName })}</p>
      <p><Button onClick={() => void session.logOut()} data-feature="login.action.log-out">{t('button.logOut')}</Button></p>
    </LogInPage>
  )
}
