import { queryOptions } from '@tanstack/react-query'
import type { EntityType, Target } from '../domain/entity.ts'
import { holdsPermit, judgePermit, systemTarget, type Grant } from '../domain/permit.ts'
import { queryClient } from './cache.ts'
import { clusters } from './resources/clusters.ts'
import { permissionsOf } from './resources/permissions.ts'
import { roles } from './resources/roles.ts'
import { allQuery } from './names.ts'

/** What the user may do where, read once per session: permissions (groups and Everyone included) and the permits of all roles. */
export const grantsQuery = (userId: string) =>
  queryOptions({
    queryKey: ['user', userId, 'grants'] as const,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<readonly Grant[]> => {
      const [held, known] = await Promise.all([
        queryClient.fetchQuery(permissionsOf('user', userId)),
        roles.readList({}, signal),
      ])
      const permitsOf = new Map(known.map(({ id, permits }) => [id, permits]))
      return held.map(({ role, object }) => ({ object, permits: (role && permitsOf.get(role.id)) ?? [] }))
    },
  })

/** Data center of each cluster: what the engine's rows leave out of their descent. */
export type Hierarchy = Readonly<Record<string, string>>
export const hierarchyQuery = {
  ...allQuery(clusters),
  select: (rows: readonly { readonly id: string; readonly dataCenter?: { readonly id: string } | undefined }[]): Hierarchy =>
    Object.fromEntries(rows.flatMap(({ id, dataCenter }) => (dataCenter ? [[id, dataCenter.id]] : []))),
}

/** The object, what its row says is above it, the data center of its cluster, the system. */
export function toLineage(targets: readonly Target[], hierarchy: Hierarchy): readonly Target[] {
  const dataCenters = targets.flatMap(({ type, id }): readonly Target[] => {
    const dataCenterId = type === 'cluster' ? hierarchy[id] : undefined
    return dataCenterId === undefined ? [] : [{ type: 'data_center', id: dataCenterId }]
  })
  return [...targets, ...dataCenters, systemTarget]
}

/** Kinds that lie in a data center. */
const placed: readonly EntityType[] = ['cluster', 'host', 'vm', 'template', 'vm_pool', 'storage_domain', 'disk', 'network', 'vnic_profile']

/**
 * May the user do this to an object, or anywhere when no object is given?
 * Where the descent of an object is not known up to its data center, a permit held on any data center is enough:
 * in doubt the engine decides.
 */
export function toJudge(grants: readonly Grant[] | undefined, hierarchy: Hierarchy = {}): (permit: string, targets: readonly Target[] | undefined) => boolean {
  return (permit, targets) => {
    if (targets === undefined || targets.length === 0) return holdsPermit(grants, permit)
    const lineage = toLineage(targets, hierarchy)
    if (judgePermit(grants, permit, lineage)) return true
    const isOpenEnded = placed.includes(targets[0]?.type ?? 'system') && !lineage.some(({ type }) => type === 'data_center')
    return isOpenEnded && (grants ?? []).some(({ object, permits }) => object.type === 'data_center' && permits.includes(permit))
  }
}
