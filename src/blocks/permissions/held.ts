import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Ref, Target } from '../../domain/entity.ts'
import { everyoneId, inheritedFrom } from '../../domain/permission.ts'
import type { Permission } from '../../domain/permission.ts'
import type { Group, User } from '../../domain/user.ts'
import { allQuery } from '../../engine/names.ts'
import type { PlacedType } from '../../engine/paths.ts'
import { permissionsOf, systemPermissions } from '../../engine/resources/permissions.ts'
import { roles } from '../../engine/resources/roles.ts'
import { groups, users } from '../../engine/resources/users.ts'
import { useText } from '../../i18n/text.ts'

/** An object that permissions are given on. */
export interface PermissionObject { readonly type: PlacedType; readonly id: string }

/** A permission with the names that its answer leaves out. */
export interface HeldPermission {
  readonly id: string
  /** who and which role, for confirmations */
  readonly name: string
  readonly permission: Permission
  readonly kind: 'user' | 'group'
  readonly holder: string
  readonly domain: string
  readonly namespace: string
  readonly role: string
  /** set: given above, not here */
  readonly from?: Target | undefined
}

const idsOf = (refs: readonly (Ref | undefined)[]): readonly string[] => [...new Set(refs.flatMap((ref) => ref?.id ?? []))].sort()

/** Everybody a list of permissions speaks of, by id. */
const holdersQuery = ({ type, id }: PermissionObject, permissions: readonly Permission[]) => {
  const userIds = idsOf(permissions.map(({ user }) => user))
  const groupIds = idsOf(permissions.map(({ group }) => group))
  return {
    queryKey: [type, id, 'permission holders', ...userIds, ...groupIds],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<ReadonlyMap<string, User | Group>> => {
      const [people, teams] = await Promise.all([users.readMany(userIds, signal), groups.readMany(groupIds, signal)])
      return new Map([...people, ...teams].map((one) => [one.id, one]))
    },
  }
}

/** Permissions on an object, inherited ones included, with names. Names follow after the rows, so rows never wait for them. */
export const useHeldPermissions = (on: PermissionObject): UseQueryResult<readonly HeldPermission[]> => {
  const { t } = useText()
  const result = useQuery(permissionsOf(on.type, on.id))
  const { data: known } = useQuery(allQuery(roles))
  const { data: system } = useQuery(systemPermissions)
  const { data: holders } = useQuery({ ...holdersQuery(on, result.data ?? []), enabled: result.data !== undefined })
  const { type, id } = on
  const data = useMemo(() => {
    const roleNames = new Map(known?.map((role) => [role.id, role.name]))
    return result.data?.map((permission): HeldPermission => {
      const holderId = permission.user?.id ?? permission.group?.id ?? ''
      const one = holders?.get(holderId)
      const holder = holderId === everyoneId ? t('permission.everyone') : one?.name ?? holderId
      const role = roleNames.get(permission.role?.id ?? '') ?? ''
      return {
        id: permission.id, name: t('permission.held', { name: holder, role }), permission, kind: permission.user ? 'user' : 'group', holder,
        domain: one?.domain?.name ?? '', namespace: one?.namespace ?? '', role, from: inheritedFrom({ type, id }, permission, system ?? new Set()),
      }
    })
  }, [result.data, known, holders, system, type, id, t])
  // The same query seen through names: everything but its data stays.
  return { ...result, data } as UseQueryResult<readonly HeldPermission[]>
}
