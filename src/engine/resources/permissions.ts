import { queryOptions } from '@tanstack/react-query'
import { systemId, type EntityType, type Target } from '../../domain/entity.ts'
import type { Permission } from '../../domain/permission.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { submit } from '../changes.ts'
import { decodeItems, defineChildren } from '../children.ts'
import { ref } from '../decode.ts'
import { listKey } from '../keys.ts'
import { collectionPaths, type PlacedType } from '../paths.ts'
import type { Accepted } from '../rows.ts'
import { read, toPath } from '../transport.ts'

/** Members of a permission that name its object. Source: PermissionMapper.java. */
const objectMembers = ['vm', 'vm_pool', 'template', 'disk', 'host', 'storage_domain', 'cluster', 'data_center'] as const satisfies readonly (EntityType & keyof Wire.Permission)[]

function objectOf(wire: Wire.Permission): Target {
  for (const type of objectMembers) {
    const id = wire[type]?.id
    if (id !== undefined) return { type, id }
  }
  return { type: 'system', id: systemId }
}

export const decodePermission = (wire: Wire.Permission): Permission => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  role: ref(wire.role),
  user: ref(wire.user),
  group: ref(wire.group),
  object: objectOf(wire),
})

/** Permissions on one object, inherited ones included. For a user: what the user holds, through groups and Everyone too. */
export const permissionsOf = (type: PlacedType, id: string) =>
  defineChildren<Permission, Wire.Permission>({
    parent: { type, path: collectionPaths[type] },
    path: 'permissions',
    element: 'permission',
    decode: decodePermission,
  })(id)

/** Ids of the permissions on the system: every object inherits them. */
export const systemPermissions = queryOptions({
  queryKey: [...listKey('permission'), 'system'] as const,
  queryFn: async ({ signal }): Promise<ReadonlySet<string>> =>
    new Set(decodeItems(await read<Record<string, unknown>>('permissions', { signal }), 'permission', decodePermission).map(({ id }) => id)),
})

/** Gives a role on an object to a user or group. */
export const addPermission = (on: { readonly type: PlacedType; readonly id: string }, given: { readonly roleId: string; readonly userId?: string; readonly groupId?: string }): Promise<Accepted> =>
  submit({
    method: 'POST',
    path: toPath(collectionPaths[on.type], on.id, 'permissions'),
    body: { role: { id: given.roleId }, ...(given.groupId === undefined ? { user: { id: given.userId } } : { group: { id: given.groupId } }) },
    options: {},
    touches: [on],
    listsOf: [],
  })

/** Takes a permission back. Inherited ones are removed where they were given. */
export const removePermission = (on: { readonly type: PlacedType; readonly id: string }, permission: Permission): Promise<Accepted> =>
  submit({
    method: 'DELETE',
    path: toPath(collectionPaths[on.type], on.id, 'permissions', permission.id),
    options: {},
    touches: [on, permission.object],
    listsOf: [],
  })
