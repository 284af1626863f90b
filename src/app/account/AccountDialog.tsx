import {
  Alert, Button, Checkbox, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Form, FormGroup, FormHelperText, HelperText, HelperTextItem,
  Modal, ModalBody, ModalFooter, ModalHeader, Radio, Spinner, Tab, TabTitleText, Tabs, TextArea, TextInput,
} from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useContext, useId, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { FaultMessage } from '../../blocks/faults/FaultMessage.tsx'
import { PreferencesContext } from '../../blocks/preferences.ts'
import { saveSshPublicKey, sshPublicKeysOf } from '../../engine/resources/sshPublicKeys.ts'
import type { SshPublicKey } from '../../engine/resources/sshPublicKeys.ts'
import { users } from '../../engine/resources/users.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { useText } from '../../i18n/text.ts'
import { useWho } from '../who.ts'
import { judgeAccount, toPreferences, toValues } from './accountForm.ts'
import type { AccountValues } from './accountForm.ts'

/** What belongs to the user alone: home page, key, confirmations, tables, console. */
export const AccountDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText()
  const { userId } = useWho()
  const keys = useQuery(sshPublicKeysOf(userId))
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="portal-account-title" data-feature="account.dialog.settings">
      <ModalHeader title={t('account.dialog.settings')} labelId="portal-account-title" />
      {keys.isPending
        ? <ModalBody><Spinner aria-label={t('state.loading')} /></ModalBody>
        : <AccountForm known={keys.data?.[0]} onClose={onClose} />}
    </Modal>
  )
}

const AccountForm = ({ known, onClose }: { readonly known: SshPublicKey | undefined; readonly onClose: () => void }) => {
  const { t } = useText()
  const { userId } = useWho()
  const store = useContext(PreferencesContext)
  const formId = useId()
  const [initial] = useState(() => toValues(store.getSnapshot(), known?.content ?? ''))
  const [values, setValues] = useState(initial)
  const [tab, setTab] = useState('general')
  const [fault, setFault] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const wrong = judgeAccount(values)
  const isChanged = JSON.stringify(values) !== JSON.stringify(initial)
  const defaults = toValues({}, values.sshKey)
  const isDefault = JSON.stringify(values) === JSON.stringify(defaults)
  const set = (change: Partial<AccountValues>): void => setValues((now) => ({ ...now, ...change }))

  const save = async (wanted: AccountValues): Promise<void> => {
    setBusy(true)
    try {
      await saveSshPublicKey(userId, known, wanted.sshKey.trim())
      store.change(toPreferences(wanted))
      onClose()
    } catch (failure) {
      setFault(failure)
      setBusy(false)
    }
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (isChanged && Object.keys(wrong).length === 0) void save(values)
  }

  return (
    <>
      <ModalBody>
        {fault !== undefined && <FaultMessage fault={fault} />}
        <Form id={formId} onSubmit={onSubmit} noValidate>
          <Tabs activeKey={tab} onSelect={(_event, key) => setTab(String(key))} aria-label={t('account.dialog.settings')}>
            <Tab eventKey="general" title={<TabTitleText>{t('account.tab.general')}</TabTitleText>}><General values={values} wrong={wrong} set={set} /></Tab>
            <Tab eventKey="confirmations" title={<TabTitleText>{t('account.tab.confirmations')}</TabTitleText>}>
              <Boxed><Checkbox id={`${formId}-suspend`} label={t('account.field.settings.confirm-suspend')} isChecked={values.confirmSuspend} onChange={(_event, confirmSuspend) => set({ confirmSuspend })} data-feature="account.field.settings.confirm-suspend" /></Boxed>
            </Tab>
            <Tab eventKey="tables" title={<TabTitleText>{t('account.tab.tables')}</TabTitleText>}>
              <Boxed><Checkbox id={`${formId}-columns`} label={t('account.field.settings.persist-grid-settings')} isChecked={values.keepColumns} onChange={(_event, keepColumns) => set({ keepColumns })} data-feature="account.field.settings.persist-grid-settings" /></Boxed>
            </Tab>
            <Tab eventKey="console" title={<TabTitleText>{t('account.tab.console')}</TabTitleText>}>
              <Boxed>
                <FormGroup role="radiogroup" label={t('account.field.settings.preferred-vnc-option')} data-feature="account.field.settings.preferred-vnc-option">
                  {vncChoices.map(({ value, label }) => (
                    <Radio key={value} id={`${formId}-vnc-${value}`} name="vnc" label={t(label)} isChecked={values.vncClient === value} onChange={() => set({ vncClient: value })} />
                  ))}
                </FormGroup>
              </Boxed>
            </Tab>
          </Tabs>
        </Form>
        {isAsking && (
          <Alert isInline variant="warning" title={t('account.reset.question')} actionLinks={<>
            <Button variant="danger" onClick={() => void save(defaults)}>{t('account.reset')}</Button>
            <Button variant="link" onClick={() => setAsking(false)}>{t('button.cancel')}</Button>
          </>}>{t('account.reset.consequence')}</Alert>
        )}
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form={formId} isAriaDisabled={!isChanged || Object.keys(wrong).length > 0} isLoading={isBusy}>{t('button.save')}</Button>
        {!isChanged && !isDefault && <Button variant="secondary" onClick={() => setAsking(true)}>{t('account.reset')}</Button>}
        <Button variant="link" onClick={onClose}>{t('button.cancel')}</Button>
      </ModalFooter>
    </>
  )
}

const vncChoices = [
  { value: 'default', label: 'account.vnc.default' },
  { value: 'native', label: 'account.vnc.native' },
  { value: 'browser', label: 'account.vnc.browser' },
] as const satisfies readonly { readonly value: AccountValues['vncClient']; readonly label: MessageKey }[]

const Boxed = ({ children }: { readonly children: ReactNode }) => <div className="portal-tab-body">{children}</div>

interface GeneralProps {
  readonly values: AccountValues
  readonly wrong: ReturnType<typeof judgeAccount>
  readonly set: (change: Partial<AccountValues>) => void
}

const General = ({ values, wrong, set }: GeneralProps) => {
  const { t } = useText()
  const { userId, userName } = useWho()
  const id = useId()
  const { data: user } = useQuery(users.detail(userId))
  return (
    <Boxed>
      <DescriptionList isHorizontal isCompact>
        <DescriptionListGroup data-feature="account.field.settings.user-name">
          <DescriptionListTerm>{t('account.field.settings.user-name')}</DescriptionListTerm>
          <DescriptionListDescription><bdi>{user?.name ?? userName}</bdi></DescriptionListDescription>
        </DescriptionListGroup>
        <DescriptionListGroup data-feature="account.field.settings.e-mail">
          <DescriptionListTerm>{t('account.field.settings.e-mail')}</DescriptionListTerm>
          <DescriptionListDescription><bdi>{user?.email ?? t('answer.none')}</bdi></DescriptionListDescription>
        </DescriptionListGroup>
      </DescriptionList>
      <FormGroup role="radiogroup" label={t('account.field.settings.home-page')} data-feature="account.field.settings.home-page">
        <Radio id={`${id}-home-default`} name="home" label={t('account.homePage.default')} isChecked={!values.usesHomePage} onChange={() => set({ usesHomePage: false })} />
        <Radio id={`${id}-home-custom`} name="home" label={t('account.homePage.custom')} isChecked={values.usesHomePage} onChange={() => set({ usesHomePage: true })} />
      </FormGroup>
      {values.usesHomePage && (
        <FormGroup label={t('account.field.settings.custom-home-page')} fieldId={`${id}-home`} isRequired>
          <TextInput id={`${id}-home`} value={values.homePage} onChange={(_event, homePage) => set({ homePage })} validated={wrong.homePage ? 'error' : 'default'} aria-describedby={`${id}-home-help`} data-feature="account.field.settings.custom-home-page" />
          <Help id={`${id}-home-help`} wrong={wrong.homePage} help="account.field.settings.custom-home-page.help" />
        </FormGroup>
      )}
      <FormGroup label={t('account.field.settings.user-s-public-key')} fieldId={`${id}-key`}>
        <TextArea id={`${id}-key`} value={values.sshKey} onChange={(_event, sshKey) => set({ sshKey })} rows={4} resizeOrientation="vertical" validated={wrong.sshKey ? 'error' : 'default'} aria-describedby={`${id}-key-help`} spellCheck={false} data-feature="account.field.settings.user-s-public-key" />
        <Help id={`${id}-key-help`} wrong={wrong.sshKey} help="account.field.settings.user-s-public-key.help" />
      </FormGroup>
    </Boxed>
  )
}

const Help = ({ id, wrong, help }: { readonly id: string; readonly wrong: MessageKey | undefined; readonly help: MessageKey }) => {
  const { t } = useText()
  return (
    <FormHelperText>
      <HelperText id={id}><HelperTextItem variant={wrong ? 'error' : 'default'} screenReaderText={t('state.error')}>{t(wrong ?? help)}</HelperTextItem></HelperText>
    </FormHelperText>
  )
}
