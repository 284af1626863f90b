import { Button, Checkbox, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, Radio, Skeleton, TextInput } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { everyoneId, quotaRole, usualRole } from '../../domain/permission.ts'
import { allQuery } from '../../engine/names.ts'
import { findPrincipals, knownId } from '../../engine/resources/directory.ts'
import type { Principal } from '../../engine/resources/directory.ts'
import { addPermission } from '../../engine/resources/permissions.ts'
import { roles } from '../../engine/resources/roles.ts'
import { domains } from '../../engine/resources/users.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { Action, ActionDialogProps } from '../action.ts'
import { ConfirmDialog } from '../actions/ConfirmDialog.tsx'
import { FaultLine } from '../faults/FaultLine.tsx'
import { useHeldPermissions } from './held.ts'
import type { HeldPermission, PermissionObject } from './held.ts'
import './permissions.css'

const kinds = ['user', 'group', 'everyone'] as const
type Kind = (typeof kinds)[number]
/** Somebody to give a role to: of a directory, or everyone. */
interface Receiver { readonly id: string; readonly name: string; readonly principal?: Principal }
interface Asked { readonly domainId: string; readonly kind: Principal['kind']; readonly words: string }

const fullName = (principal: Principal): string => (principal.kind === 'user' ? [principal.firstName, principal.lastName].filter((part) => part !== '').join(' ') : '')
const noRows: readonly Receiver[] = []

/** The dialog that gives a role on an object to people, groups or everyone; each is a request of its own. Source: PermissionsPopup of webadmin. */
export const createAddPermissionDialog = (on: PermissionObject) => {
  const Dialog = ({ onClose }: ActionDialogProps<HeldPermission>) => <AddPermissionDialog on={on} onClose={onClose} />
  return Dialog
}

const AddPermissionDialog = ({ on, onClose }: { readonly on: PermissionObject; readonly onClose: () => void }) => {
  const { t } = useText()
  const { compare } = useFormat()
  const [kind, setKind] = useState<Kind>('user')
  const [domainWish, setDomain] = useState<string>()
  const [namespaceWish, setNamespace] = useState<string>()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Receiver>>(new Map())
  const [roleWish, setRole] = useState<string>()
  const held = useHeldPermissions(on)
  const directories = useQuery(allQuery(domains))
  const known = useQuery(allQuery(roles))
  const domainId = domainWish ?? directories.data?.[0]?.id
  const found = useQuery({
    queryKey: ['domain', 'list', 'principals', asked] as const,
    queryFn: ({ signal }) => (asked ? findPrincipals(asked.domainId, asked.kind, asked.words, signal) : []),
    enabled: asked !== undefined,
  })
  const choices = (known.data ?? []).filter(({ name }) => name !== quotaRole).toSorted((one, other) => compare(one.name, other.name))
  const role = choices.find(({ id }) => id === roleWish) ?? choices.find(({ name }) => name === usualRole) ?? choices[0]

  const holders = new Set(held.data?.filter(({ permission, from }) => from === undefined && permission.role?.id === role?.id).map(({ holder }) => holder))
  const namespaces = [...new Set(found.data?.map(({ namespace }) => namespace ?? ''))].sort(compare)
  const namespace = namespaces.find((one) => one === namespaceWish) ?? namespaces[0]
  const shown = found.data?.filter((one) => (one.namespace ?? '') === namespace) ?? []
  const everyone: Receiver = { id: everyoneId, name: t('permission.everyone') }
  const receivers = kind === 'everyone' ? [everyone] : chosen.size === 0 ? noRows : [...chosen.values()]

  const action: Action<Receiver> = {
    id: 'permission.action.add', group: 'create', takes: 'many', confirm: { id: 'permission.dialog.picker', also: ['common.dialog.permissions.add'] },
    run: async ({ id, principal }) => {
      const knownAs = principal ? await knownId(principal) : id
      return addPermission(on, { roleId: role?.id ?? '', ...(principal?.kind === 'user' ? { userId: knownAs } : { groupId: knownAs }) })
    },
  }
  const onSearch = (): void => {
    if (domainId !== undefined && kind !== 'everyone') setAsked({ domainId, kind, words: words.trim() })
  }
  const onKind = (next: Kind): void => {
    setKind(next)
    setAsked(undefined)
    setChosen(new Map())
  }
  const onToggle = (principal: Principal, isOn: boolean): void => {
    const next = new Map(chosen)
    if (isOn) next.set(principal.id, { id: principal.id, name: principal.name, principal })
    else next.delete(principal.id)
    setChosen(next)
  }
  const failed = [directories, known].find(({ error }) => error)
  const roleId = useId()
  const searchId = useId()
  return (
    <ConfirmDialog placed={{ type: on.type }} offer={{ action, eligible: receivers, skipped: [] }} isNamedBelow isReady={receivers.length > 0 && role !== undefined} onClose={onClose}>
      {failed && <FaultLine fault={failed.error} onRetry={() => void failed.refetch()} />}
      <FormGroup role="radiogroup" label={t('permission.field.picker.kind')} isInline data-feature="permission.field.picker.kind">
        {kinds.map((one) => <Radio key={one} id={`permission-${one}`} name="permission-kind" label={t(`permission.kind.${one}`)} isChecked={kind === one} onChange={() => onKind(one)} />)}
      </FormGroup>
      {kind !== 'everyone' && (
        <>
          <FormGroup label={t('permission.field.picker.profile')} fieldId="permission-profile" data-feature="permission.field.picker.profile">
            <FormSelect id="permission-profile" value={domainId} onChange={(_, id) => { setDomain(id); setAsked(undefined) }}>
              {(directories.data ?? []).map(({ id, name }) => <FormSelectOption key={id} value={id} label={name} />)}
            </FormSelect>
          </FormGroup>
          <FormGroup label={t('permission.field.picker.text')} fieldId={searchId} data-feature="permission.field.picker.text">
            <div className="permission-search">
              <TextInput id={searchId} type="search" value={words} autoComplete="off" onChange={(_, text) => setWords(text)} onKeyDown={({ key }) => { if (key === 'Enter') onSearch() }} />
              <Button variant="control" onClick={onSearch}>{t('button.search')}</Button>
            </div>
            <FormHelperText><HelperText><HelperTextItem>{t('permission.field.picker.text.help')}</HelperTextItem></HelperText></FormHelperText>
          </FormGroup>
          {namespaces.length > 0 && (
            <FormGroup label={t('permission.field.picker.namespace')} fieldId="permission-namespace" data-feature="permission.field.picker.namespace">
              <FormSelect id="permission-namespace" value={namespace} onChange={(_, one) => setNamespace(one)}>
                {namespaces.map((one) => <FormSelectOption key={one} value={one} label={one} />)}
              </FormSelect>
            </FormGroup>
          )}
          {found.error && <FaultLine fault={found.error} onRetry={() => void found.refetch()} />}
          {asked && found.isPending && <Skeleton screenreaderText={t('state.loading')} />}
          {asked && found.data && (
            <div role="group" aria-label={t('permission.found')} className="permission-found">
              {shown.length === 0 && <p>{t('state.nothingFound')}</p>}
              {shown.map((one) => (
                <Checkbox
                  key={one.id} id={`principal-${one.id}`} label={<bdi>{one.name}</bdi>}
                  description={holders.has(one.name) ? t('permission.found.held') : <bdi>{fullName(one)}</bdi>} isDisabled={holders.has(one.name)}
                  isChecked={chosen.has(one.id)} onChange={(_, isOn) => onToggle(one, isOn)}
                />
              ))}
            </div>
          )}
        </>
      )}
      <FormGroup label={t('permission.field.picker.role')} fieldId={roleId} isRequired data-feature="permission.field.picker.role">
        <FormSelect id={roleId} value={role?.id} onChange={(_, id) => setRole(id)}>
          {choices.map(({ id, name }) => <FormSelectOption key={id} value={id} label={name} />)}
        </FormSelect>
      </FormGroup>
    </ConfirmDialog>
  )
}
