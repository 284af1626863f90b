import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { useContext, useMemo, useState } from 'react'
import { judgeRemovePermission } from '../../domain/permission.ts'
import { removePermission } from '../../engine/resources/permissions.ts'
import { useText } from '../../i18n/text.ts'
import type { Action } from '../action.ts'
import { SubList } from '../detail/SubList.tsx'
import { RightsContext } from '../rights.ts'
import { createAddPermissionDialog } from './AddPermissionDialog.tsx'
import { permissionColumns } from './columns.tsx'
import { useHeldPermissions } from './held.ts'
import type { HeldPermission, PermissionObject } from './held.ts'

/** Permission that giving and taking permissions needs, on the object or above it. Source: AddPermissionCommand, ActionType.java. */
const permit = 'manipulate_permissions'
const placed = { type: 'permission' } as const

const toActions = (on: PermissionObject): readonly Action<HeldPermission>[] => {
  const dialog = { Dialog: createAddPermissionDialog(on) }
  return [
    { id: 'permission.action.add', group: 'create', takes: 'none', dialog: () => Promise.resolve(dialog) },
    {
      id: 'permission.action.remove', also: ['common.action.permissions.remove'], group: 'destroy', takes: 'many', check: judgeRemovePermission, confirm: {},
      run: ({ permission }) => removePermission(on, permission),
    },
  ]
}

/**
 * Who has which role on an object, with giving and taking away. In: kind and id of the object.
 * The object's descent is not at hand here, so the actions are offered to whoever holds the permit anywhere: in doubt the engine decides.
 */
export const PermissionsTab = ({ type, id }: PermissionObject) => {
  const { t } = useText()
  const judge = useContext(RightsContext)
  const [isDirect, setDirect] = useState(false)
  const result = useHeldPermissions({ type, id })
  const rows = useMemo(() => (isDirect ? result.data?.filter(({ from }) => from === undefined) : result.data), [isDirect, result.data])
  const actions = useMemo(() => toActions({ type, id }), [type, id])
  const filter = (
    <ToggleGroup isCompact aria-label={t('permission.filter')}>
      {[false, true].map((direct) => (
        <ToggleGroupItem key={String(direct)} text={t(direct ? 'permission.filter.direct' : 'permission.filter.all')} isSelected={isDirect === direct} onChange={() => setDirect(direct)} />
      ))}
    </ToggleGroup>
  )
  return (
    <SubList
      id="permission.list.main" title="permission.list.main" placed={placed} columns={permissionColumns} tools={filter}
      actions={judge(permit, undefined) ? actions : []}
      // The filter leaves everything of the query but its data.
      result={{ ...result, data: rows } as typeof result}
    />
  )
}
