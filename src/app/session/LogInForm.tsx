import { ActionGroup, Alert, Button, Form, FormGroup, FormHelperText, HelperText, HelperTextItem, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core'
import EyeIcon from '@patternfly/react-icons/dist/esm/icons/eye-icon'
import EyeSlashIcon from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon'
import { useId, useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { recallLogIn, rememberLogIn } from './logInMemory.ts'

export interface Credentials { readonly user: string; readonly profile: string; readonly password: string }

/** Why nobody was logged in: a sentence of ours, and the engine's own words where it gave some. */
export interface LogInRefusal { readonly why: MessageKey; readonly detail?: string | undefined }

interface LogInFormProps {
  /** resolves to what went wrong, or to undefined after success; never rejects */
  readonly onLogIn: (credentials: Credentials) => Promise<LogInRefusal | undefined>
  /** who must log in again; then the two fields are filled and locked */
  readonly sameUser?: { readonly user: string; readonly profile: string } | undefined
  readonly extra?: ReactNode
}

type Failure = LogInRefusal | undefined

/** User name, password and profile. Fields keep what was typed when the engine refuses, the password apart. */
export const LogInForm = ({ onLogIn, sameUser, extra }: LogInFormProps) => {
  const { t } = useText()
  const id = useId()
  const [memory] = useState(recallLogIn)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [isShown, setShown] = useState(false)
  const password = useRef<HTMLInputElement>(null)

  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = toCredentials(new FormData(event.currentTarget))
    const empty = emptyField(typed)
    if (empty) return setFailure({ why: empty })
    setBusy(true)
    const refusal = await onLogIn(typed)
    setBusy(false)
    setFailure(refusal)
    if (!refusal) return rememberLogIn(typed.user, typed.profile)
    if (password.current) {
      password.current.value = ''
      password.current.focus()
    }
  }

  return (
    <Form onSubmit={(event) => void onSubmit(event)} noValidate>
      {failure && (
        <Alert variant="danger" isInline isLiveRegion title={t(failure.why)} data-outcome={failure.why}>
          {failure.detail}
        </Alert>
      )}
      <FormGroup label={t('login.user')} fieldId={`${id}-user`} isRequired>
        <TextInput id={`${id}-user`} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} isRequired
          defaultValue={sameUser?.user ?? memory.user} readOnly={sameUser !== undefined}
          // The page has one purpose, and its first empty field is where every visitor goes.
          ref={focusIf(!sameUser && memory.user === '')} />
      </FormGroup>
      <FormGroup label={t('login.password')} fieldId={`${id}-password`} isRequired>
        <InputGroup>
          <InputGroupItem isFill>
            <TextInput id={`${id}-password`} name="password" type={isShown ? 'text' : 'password'} autoComplete="current-password" isRequired
              ref={(element: HTMLInputElement | null) => {
                if (element && !password.current && (sameUser !== undefined || memory.user !== '')) element.focus()
                password.current = element
              }} />
          </InputGroupItem>
          <InputGroupItem>
            <Button variant="control" aria-label={t(isShown ? 'login.hidePassword' : 'login.showPassword')} aria-pressed={isShown}
              icon={isShown ? <EyeSlashIcon /> : <EyeIcon />} onClick={() => setShown(!isShown)} />
          </InputGroupItem>
        </InputGroup>
      </FormGroup>
      <FormGroup label={t('login.profile')} fieldId={`${id}-profile`} isRequired>
        <TextInput id={`${id}-profile`} name="profile" autoComplete="off" autoCapitalize="none" spellCheck={false} isRequired
          list={`${id}-profiles`} defaultValue={sameUser?.profile ?? memory.profiles[0]} readOnly={sameUser !== undefined} data-feature="login.action.list-profiles"
          aria-describedby={`${id}-profile-help`} />
        <datalist id={`${id}-profiles`}>{memory.profiles.map((profile) => <option key={profile} value={profile} />)}</datalist>
        <FormHelperText>
          <HelperText id={`${id}-profile-help`}><HelperTextItem>{t('login.profile.help')}</HelperTextItem></HelperText>
        </FormHelperText>
      </FormGroup>
      <ActionGroup>
        <Button type="submit" variant="primary" isBlock isLoading={isBusy} isDisabled={isBusy} data-feature="login.action.log-in">
          {t(isBusy ? 'login.busy' : 'button.logIn')}
        </Button>
        {extra}
      </ActionGroup>
    </Form>
  )
}

const focusIf = (wanted: boolean) => (element: HTMLInputElement | null): void => {
  if (wanted && element && !element.value) element.focus()
}

const toCredentials = (form: FormData): Credentials => {
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { user: text('username').trim(), profile: text('profile').trim(), password: text('password') }
}

const emptyField = ({ user, profile, password }: Credentials): MessageKey | undefined => {
  if (user === '') return 'login.refused.noUser'
  if (password === '') return 'login.refused.noPassword'
  return profile === '' ? 'login.refused.noProfile' : undefined
}
