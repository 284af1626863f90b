/** Roles and their permits. Preconditions: transitions.json, `role`; RolesCommandBase. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { emit } from '../events.ts'
import { permits as shippedPermits } from '../facts.generated.ts'
import { theSystem } from '../permissions.ts'
import { collection, rowOf, wholeTable } from '../registry.ts'
import type { RoleRow } from '../rows.ts'
import { asciiName, checkName } from '../validate.ts'

interface Permit { readonly id: string; readonly name: string; readonly administrative: boolean }
const permits: readonly Permit[] = shippedPermits.map(([id, name, administrative]) => ({ id, name, administrative }))
const permitById = new Map(permits.map((permit) => [permit.id, permit]))
const permitByName = new Map(permits.map((permit) => [permit.name, permit]))
const loginId = permitByName.get('login')?.id ?? ''

const wantedPermit = ({ id, name }: Model.Permit) => (id === undefined ? permitByName.get(name ?? '') : permitById.get(id)) ?? refuse('ACTION_LIST_CANNOT_BE_EMPTY')

function run(call: Call, name: string, event: string, role: string, execute: () => void, validate: () => void): void {
  runCommand(call, {
    name, permit: 'manipulate_roles', on: [theSystem], validate,
    execute: () => {
      execute()
      emit(call.world, event, { vars: { role }, user: call.user, correlationId: call.correlationId })
    },
  })
}
function checkRole({ world }: Call, name: string, except?: string): void {
  checkName(name, { max: 126, pattern: asciiName, invalid: 'VALIDATION_ROLES_NAME_INVALID', tooLong: 'VALIDATION_ROLES_NAME_MAX' })
  if (world.tables.roles.by('name', name).some(({ id }) => id !== except)) refuse('ACTION_TYPE_FAILED_NAME_ALREADY_USED')
}
const checkMutable = ({ mutable }: RoleRow) => { if (!mutable) refuse('ACTION_TYPE_FAILED_ROLE_IS_READ_ONLY') }
function checkPermits(administrative: boolean, ids: readonly string[]): void {
  if (!administrative && ids.some((id) => permitById.get(id)?.administrative)) refuse('CANNOT_ADD_ACTION_GROUPS_TO_ROLE_TYPE')
}

collection('roles', {
  ...wholeTable('roles'),
  type: 'Role',
  show: ({ id, name, description = '', administrative, mutable }): Model.Role => ({ id, name, description, administrative, mutable }),
  add: (call) => {
    const { name = '', description = '', administrative = false, permits: wanted = [] } = bodyOf<Model.Role>(call)
    const permitIds = [...new Set([...wanted.map((permit) => wantedPermit(permit).id), loginId])]
    const row: RoleRow = { id: call.world.newId(), name, description, administrative, mutable: true, permitIds, inherit: true }
    run(call, 'AddRoleWithActionGroups', 'USER_ADD_ROLE_WITH_ACTION_GROUP', name, () => { call.world.tables.roles.insert(row) }, () => {
      if (wanted.length === 0) refuse('ACTION_LIST_CANNOT_BE_EMPTY')
      checkRole(call, name)
      checkPermits(administrative, permitIds)
    })
    return row
  },
  update: (call, row) => {
    const { name = row.name, description = row.description ?? '', administrative = row.administrative, permits: wanted } = bodyOf<Model.Role>(call)
    const permitIds = wanted ? [...new Set([...wanted.map((permit) => wantedPermit(permit).id), loginId])] : row.permitIds
    run(call, 'UpdateRole', 'USER_UPDATE_ROLE', name, () => {
      call.world.tables.roles.change(row.id, (role) => { Object.assign(role, { name, description, permitIds }) })
    }, () => {
      checkMutable(row)
      if (administrative !== row.administrative) refuse('ERROR_CANNOT_UPDATE_ROLE_TYPE')
      checkRole(call, name, row.id)
      checkPermits(row.administrative, permitIds)
    })
    return row
  },
  remove: (call, row) => run(call, 'RemoveRole', 'USER_REMOVE_ROLE', row.name, () => call.world.tables.roles.remove(row.id), () => {
    checkMutable(row)
    if (call.world.tables.permissions.by('role', row.id).length > 0) refuse('ERROR_CANNOT_REMOVE_ROLE_ATTACHED_TO_PERMISSION')
  }),
})

const changePermits = (call: Call, edit: (ids: string[]) => string[]) => { call.world.tables.roles.change(call.ids[0] ?? '', (role) => { role.permitIds = edit(role.permitIds) }) }

collection(['roles/permits', 'users/roles/permits'], {
  type: 'Permit',
  list: ({ world, ids }) => (world.tables.roles.get(ids.at(-1) ?? '')?.permitIds ?? []).flatMap((id) => permitById.get(id) ?? []),
  find: ({ world, ids }, id) => world.tables.roles.get(ids.at(-1) ?? '')?.permitIds.includes(id) ? permitById.get(id) : undefined,
  show: (permit, { ids }): Model.Permit => ({ ...permit, role: { id: ids.at(-1) ?? '' } }),
  add: (call) => {
    const role = rowOf(call, 'roles')
    const permit = wantedPermit(bodyOf<Model.Permit>(call))
    run(call, 'AttachActionGroupsToRole', 'USER_ATTACHED_ACTION_GROUP_TO_ROLE', role.name, () => changePermits(call, (ids) => [...ids, permit.id]), () => {
      checkMutable(role)
      if (role.permitIds.includes(permit.id)) refuse('ERROR_CANNOT_ATTACH_ACTION_GROUP_TO_ROLE_ATTACHED')
      checkPermits(role.administrative, [permit.id])
    })
    return permit
  },
  remove: (call, permit) => {
    const role = rowOf(call, 'roles')
    run(call, 'DetachActionGroupsFromRole', 'USER_DETACHED_ACTION_GROUP_FROM_ROLE', role.name, () => changePermits(call, (ids) => ids.filter((id) => id !== permit.id)), () => checkMutable(role))
  },
})
