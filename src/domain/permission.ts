import { systemId } from './entity.ts'
import type { EntityType, Ref, Target } from './entity.ts'
import { no, yes } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** A role given to a user or group on an object. Source: PermissionMapper.java. */
export interface Permission {
  readonly id: string
  readonly name: string
  readonly role?: Ref | undefined
  readonly user?: Ref | undefined
  readonly group?: Ref | undefined
  /** the system where the answer names no object; REST names no object for networks, profiles and MAC pools either */
  readonly object: Target
}

/** The group that everybody belongs to. Source: MultiLevelAdministrationHandler.EVERYONE_OBJECT_ID. */
export const everyoneId = 'eee00000-0000-0000-0000-123456789eee'

/** The role that is offered first, and the one that only quotas give. Source: PredefinedRoles.java. */
export const usualRole = 'UserRole'
export const quotaRole = 'QuotaConsumer'

/** Kinds whose permissions name their object. Source: PermissionMapper.java, map(Permission, ...). */
const named: readonly EntityType[] = ['vm', 'vm_pool', 'template', 'disk', 'host', 'storage_domain', 'cluster', 'data_center']

/**
 * Where a permission seen on an object comes from: undefined where it was given on the object itself.
 * In: the object, one of its permissions, ids of the permissions on the system; the last tell apart what the answer
 * leaves without an object.
 */
export function inheritedFrom(on: Target, { id, object }: Permission, systemPermissions: ReadonlySet<string>): Target | undefined {
  if (object.type === on.type && object.id === on.id) return undefined
  if (object.type === 'system' && !named.includes(on.type) && !systemPermissions.has(id)) return undefined
  return object
}

/** May a permission be taken away here? Source: RemovePermissionCommand.validate (INHERITED_PERMISSION_CANT_BE_REMOVED). */
export const judgeRemovePermission = ({ from }: { readonly from?: Target | undefined }): Verdict =>
  from === undefined ? yes : no(from.id === systemId ? 'permission.action.remove.refused.system' : 'permission.action.remove.refused')
