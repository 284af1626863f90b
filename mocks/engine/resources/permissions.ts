/** Permissions of the system, of every object, and of users and groups. Source: BackendAssignedPermissionsResource, AddPermissionCommand, RemovePermissionCommand. */
import { systemId } from '../../../src/domain/entity.ts'
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, notFound, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { emit } from '../events.ts'
import { everyoneId, isSuperUser, objectsAbove, superUserId, theSystem } from '../permissions.ts'
import type { ObjectId } from '../permissions.ts'
import { collection } from '../registry.ts'
import type { PermissionObject, PermissionRow } from '../rows.ts'
import type { World } from '../world.ts'

/** Kind of object by the collection that its permissions hang under. */
const objectTypes: Readonly<Record<string, PermissionObject>> = {
  datacenters: 'data_center', clusters: 'cluster', hosts: 'host', vms: 'vm', templates: 'template', vmpools: 'vm_pool', storagedomains: 'storage_domain',
  disks: 'disk', networks: 'network', vnicprofiles: 'vnic_profile', macpools: 'mac_pool', cpuprofiles: 'cpu_profile', diskprofiles: 'disk_profile',
}
/** Kinds that a permission of the API can name; on others it shows no object. */
const shown: readonly string[] = ['data_center', 'cluster', 'host', 'vm', 'template', 'vm_pool', 'storage_domain', 'disk'] satisfies (keyof Model.Permission)[]

const objectOf = ({ place, ids }: Call): ObjectId => {
  if (place === 'permissions') return theSystem
  const type = objectTypes[place.split('/')[0] ?? ''] ?? notFound()
  return { type, id: ids[0] ?? '' }
}

/** Under the filter one sees what oneself was given, groups included. */
const isMine = ({ user, filtered }: Call, row: PermissionRow) =>
  !filtered || row.user?.id === user.id || (row.group !== undefined && (row.group.id === everyoneId || user.groupIds.includes(row.group.id)))

const show = (row: PermissionRow): Model.Permission => ({
  id: row.id, role: row.role, ...(row.user && { user: row.user }), ...(row.group && { group: row.group }),
  ...(shown.includes(row.object.type) && { [row.object.type]: { id: row.object.id } }),
})

const nameOf = ({ tables }: World, { type, id }: ObjectId): string => {
  const named = {
    data_center: tables.dataCenters, cluster: tables.clusters, host: tables.hosts, vm: tables.vms, template: tables.templates, vm_pool: tables.vmPools,
    storage_domain: tables.storageDomains, disk: tables.disks, network: tables.networks, vnic_profile: tables.vnicProfiles, mac_pool: tables.macPools,
    cpu_profile: tables.cpuProfiles, disk_profile: tables.diskProfiles, instance_type: tables.instanceTypes, user: tables.users, group: tables.groups, system: undefined,
  }[type]
  return named?.get(id)?.name ?? 'System'
}
const subjectOf = ({ tables }: World, { user, group }: PermissionRow): string =>
  user ? tables.users.get(user.id)?.user_name ?? user.id : tables.groups.get(group?.id ?? '')?.name ?? ''

function said(call: Call, change: 'ADD' | 'REMOVE', row: PermissionRow): void {
  const isSystem = row.object.id === systemId
  const vars = { subject: subjectOf(call.world, row), role: call.world.tables.roles.get(row.role.id)?.name ?? '', object: nameOf(call.world, row.object) }
  emit(call.world, `USER_${change}_${isSystem ? 'SYSTEM_' : ''}PERMISSION`, { vars, user: call.user, correlationId: call.correlationId })
}

function add(call: Call, object: ObjectId, subject: Pick<PermissionRow, 'user' | 'group'>): PermissionRow {
  const { tables } = call.world
  const { role: wanted } = bodyOf<Model.Permission>(call)
  const role = (wanted?.id === undefined ? tables.roles.by('name', wanted?.name ?? '')[0] : tables.roles.get(wanted.id)) ?? refuse('PERMISSION_ADD_FAILED_INVALID_ROLE_ID')
  const existing = tables.permissions.by('object', object.id).find((row) => row.role.id === role.id && row.user?.id === subject.user?.id && row.group?.id === subject.group?.id)
  const row: PermissionRow = existing ?? { id: call.world.newId(), role: { id: role.id }, object, creation_date: call.world.now(), ...subject }
  runCommand(call, {
    name: 'AddPermission', permit: 'manipulate_permissions', on: [object],
    validate: () => {
      const isKnown = subject.user ? tables.users.get(subject.user.id) : tables.groups.get(subject.group?.id ?? '')
      if (!isKnown) refuse('USER_MUST_EXIST_IN_DB')
      if (role.administrative && !isSuperUser(call.world, call.user)) refuse('PERMISSION_ADD_FAILED_ONLY_SYSTEM_SUPER_USER_CAN_GIVE_ADMIN_ROLES')
      if (object.type === 'vm' && tables.vms.get(object.id)?.vm_pool) refuse('PERMISSION_ADD_FAILED_VM_IN_POOL')
    },
    execute: () => {
      if (!existing) tables.permissions.insert(row)
      said(call, 'ADD', row)
    },
  })
  return row
}

/** @param holder where the caller takes it away: at another object than its own it is an inherited one */
function remove(call: Call, row: PermissionRow, holder: string): void {
  const { tables } = call.world
  runCommand(call, {
    name: 'RemovePermission', permit: 'manipulate_permissions', on: [row.object],
    validate: () => {
      const isSuper = (one: PermissionRow) => one.role.id === superUserId && one.object.id === systemId
      if (isSuper(row) && tables.permissions.by('role', superUserId).filter(isSuper).length === 1) refuse('ERROR_CANNOT_REMOVE_LAST_SUPER_USER_ROLE')
      if (tables.roles.get(row.role.id)?.administrative && !isSuperUser(call.world, call.user)) refuse('PERMISSION_REMOVE_FAILED_ONLY_SYSTEM_SUPER_USER_CAN_REMOVE_ADMIN_ROLES')
      if (row.object.id === systemId && row.group?.id === everyoneId) refuse('SYSTEM_PERMISSIONS_CANT_BE_REMOVED_FROM_EVERYONE')
      if (![row.object.id, row.user?.id, row.group?.id].includes(holder)) refuse('INHERITED_PERMISSION_CANT_BE_REMOVED')
    },
    execute: () => {
      tables.permissions.remove(row.id)
      said(call, 'REMOVE', row)
    },
  })
}

/** Those on the object and the inherited ones. */
const rowsOn = (call: Call) => [...new Map(objectsAbove(call.world, objectOf(call)).map(({ id }) => [id, id])).keys()]
  .flatMap((id) => call.world.tables.permissions.by('object', id)).filter((row) => isMine(call, row))

collection(['permissions', ...Object.keys(objectTypes).map((place) => `${place}/permissions`)], {
  type: 'Permission', show,
  list: rowsOn,
  find: (call, id) => rowsOn(call).find((row) => row.id === id),
  add: (call) => {
    const { user, group } = bodyOf<Model.Permission>(call)
    return add(call, objectOf(call), user?.id === undefined ? { group: { id: group?.id ?? '' } } : { user: { id: user.id } })
  },
  remove: (call, row) => remove(call, row, objectOf(call).id),
})

/** Of a user: given directly, through groups and to everyone. */
function rowsOf(call: Call): PermissionRow[] {
  const { permissions, users } = call.world.tables
  const id = call.ids[0] ?? ''
  const groups = call.place === 'groups/permissions' ? [id] : [...new Set([...users.get(id)?.groupIds ?? [], everyoneId])]
  return [...permissions.by('user', id), ...groups.flatMap((group) => permissions.by('group', group))].filter((row) => isMine(call, row))
}

collection(['users/permissions', 'groups/permissions'], {
  type: 'Permission', show,
  list: rowsOf,
  find: (call, id) => rowsOf(call).find((row) => row.id === id),
  add: (call) => {
    const body = bodyOf<Model.Permission>(call)
    const type = Object.values(objectTypes).find((kind) => kind in body)
    const target: unknown = type && Object.entries(body).find(([key]) => key === type)?.[1]
    const id = typeof target === 'object' && target !== null && 'id' in target && typeof target.id === 'string' ? target.id : undefined
    const object: ObjectId = type === undefined || id === undefined ? theSystem : { type, id }
    const holder = { id: call.ids[0] ?? '' }
    return add(call, object, call.place === 'groups/permissions' ? { group: holder } : { user: holder })
  },
  remove: (call, row) => remove(call, row, call.ids[0] ?? ''),
})
