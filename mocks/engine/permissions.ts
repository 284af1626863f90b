/**
 * Who may do and who may see what. Permits are judged along the object and everything above it (create_functions.sql,
 * fn_get_entity_parents); what a filtered caller sees follows the user_*_permissions views of create_views.sql.
 */
import { systemId } from '../../src/domain/entity.ts'
import { permits } from './facts.generated.ts'
import type { PermissionObject, RoleRow, UserRow } from './rows.ts'
import { compareNames } from './table.ts'
import type { World } from './world.ts'

export interface ObjectId { readonly type: PermissionObject; readonly id: string }
export const theSystem: ObjectId = { type: 'system', id: systemId }
/** Group that every user belongs to. */
export const everyoneId = 'eee00000-0000-0000-0000-123456789eee'

const permitIdByName = new Map(permits.map(([id, name]) => [name, id]))

/** What one user was given: roles by the object they are given on. Built anew when permissions, roles or groups change. */
interface Grants {
  /** what it was built from: versions of the tables, and the user's list of groups */
  readonly from: readonly [permissions: number, roles: number, groupIds: readonly string[]]
  readonly byObject: ReadonlyMap<string, readonly { readonly type: PermissionObject; readonly role: RoleRow }[]>
  /** objects held by a role of users; administrative roles give no sight in the filtered view */
  readonly held: ReadonlySet<string>
  /** of these, the ones whose role also shows what lies below */
  readonly open: ReadonlySet<string>
}
const known = new WeakMap<World, Map<string, Grants>>()

function grantsOf(world: World, user: UserRow): Grants {
  const { permissions, roles, users } = world.tables
  const cache = known.get(world) ?? new Map<string, Grants>()
  known.set(world, cache)
  const cached = cache.get(user.id)
  if (cached && cached.from[0] === permissions.version && cached.from[1] === roles.version && cached.from[2] === user.groupIds) return cached
  if (cache.size > users.size + 100) cache.clear()
  const byObject = new Map<string, { type: PermissionObject; role: RoleRow }[]>()
  const rows = [...permissions.by('user', user.id), ...[...new Set([everyoneId, ...user.groupIds])].flatMap((id) => permissions.by('group', id))]
  for (const { object, role } of rows) {
    const found = roles.get(role.id)
    if (found) byObject.set(object.id, [...byObject.get(object.id) ?? [], { type: object.type, role: found }])
  }
  const held = new Set<string>()
  const open = new Set<string>()
  for (const [id, given] of byObject) {
    for (const { role } of given) {
      if (role.administrative) continue
      held.add(id)
      if (role.inherit) open.add(id)
    }
  }
  const grants: Grants = { from: [permissions.version, roles.version, user.groupIds], byObject, held, open }
  cache.set(user.id, grants)
  return grants
}

/** Administrators hold at least one administrative role, anywhere. */
export function isAdministrator(world: World, user: UserRow): boolean {
  return [...grantsOf(world, user).byObject.values()].some((given) => given.some(({ role }) => role.administrative))
}

/** Role that may do everything. Source: PredefinedRoles.SUPER_USER. */
export const superUserId = '00000000-0000-0000-0000-000000000001'
/** Holds the user that role on the system, directly or through a group? */
export function isSuperUser(world: World, user: UserRow): boolean {
  return grantsOf(world, user).byObject.get(systemId)?.some(({ role }) => role.id === superUserId) ?? false
}

/** Does some role of the user on the object, or on something above it, hold the permit? */
export function hasPermit(world: World, user: UserRow, permit: string, object: ObjectId): boolean {
  const { byObject } = grantsOf(world, user)
  const permitId = permitIdByName.get(permit)
  if (permitId === undefined) return false
  return objectsAbove(world, object).some(({ id }) => byObject.get(id)?.some(({ role }) => role.permitIds.includes(permitId)))
}

/** The object itself and what permits of it may be given on, up to the system. */
export function objectsAbove(world: World, { type, id }: ObjectId): readonly ObjectId[] {
  return [{ type, id }, ...parentsOf(world, { type, id }), ...(type === 'system' ? [] : [theSystem])]
}

const dataCenter = (id: string | undefined): ObjectId[] => id === undefined ? [] : [{ type: 'data_center', id }]
const cluster = (world: World, id: string | undefined): ObjectId[] =>
  id === undefined ? [] : [{ type: 'cluster', id }, ...dataCenter(world.tables.clusters.get(id)?.data_center?.id)]
const storageDomain = (world: World, id: string): ObjectId[] =>
  [{ type: 'storage_domain', id }, ...(world.tables.storageDomains.get(id)?.hidden.attachments ?? []).flatMap(({ dataCenterId }) => dataCenter(dataCenterId))]
const network = (world: World, id: string | undefined): ObjectId[] =>
  id === undefined ? [] : [{ type: 'network', id }, ...dataCenter(world.tables.networks.get(id)?.data_center.id)]

function parentsOf(world: World, { type, id }: ObjectId): ObjectId[] {
  const { tables } = world
  switch (type) {
    case 'vm': return cluster(world, tables.vms.get(id)?.cluster.id)
    case 'host': return cluster(world, tables.hosts.get(id)?.cluster.id)
    case 'vm_pool': return cluster(world, tables.vmPools.get(id)?.cluster.id)
    case 'cpu_profile': return cluster(world, tables.cpuProfiles.get(id)?.cluster.id)
    case 'cluster': return dataCenter(tables.clusters.get(id)?.data_center?.id)
    case 'template': return templateDataCenters(world, id)
    case 'storage_domain': return storageDomain(world, id).slice(1)
    case 'disk_profile': return storageDomain(world, tables.diskProfiles.get(id)?.storage_domain.id ?? '')
    case 'disk': return [
      ...(tables.disks.get(id)?.storage_domains ?? []).flatMap((domain) => storageDomain(world, domain.id)),
      ...tables.diskAttachments.by('disk', id).flatMap(({ ownerId }): ObjectId[] => tables.vms.get(ownerId) ? [{ type: 'vm', id: ownerId }, ...parentsOf(world, { type: 'vm', id: ownerId })] : []),
    ]
    case 'network': return network(world, id).slice(1)
    case 'vnic_profile': return network(world, tables.vnicProfiles.get(id)?.network.id)
    case 'data_center': case 'system': case 'mac_pool': case 'instance_type': case 'user': case 'group': return []
  }
}
/** A template hangs on the data center of its disks; without disks on that of its cluster. */
function templateDataCenters(world: World, id: string): ObjectId[] {
  const byDisks = world.tables.diskAttachments.by('ownerId', id).flatMap(({ disk }) => world.tables.disks.get(disk.id)?.storage_domains ?? [])
    .flatMap((domain) => storageDomain(world, domain.id).slice(1))
  return byDisks.length > 0 ? byDisks : cluster(world, world.tables.templates.get(id)?.cluster?.id).slice(1)
}

/** Every object of a type that the user holds a user role on. */
function heldObjects(world: World, user: UserRow, type: PermissionObject): readonly string[] {
  return [...grantsOf(world, user).byObject].flatMap(([id, given]) => given.some((grant) => grant.type === type && !grant.role.administrative) ? [id] : [])
}

/** VMs come by the ten thousand: their view is judged without building anything. */
function isInOpenCluster({ tables }: World, open: ReadonlySet<string>, id: string): boolean {
  if (open.has(systemId)) return true
  const clusterId = tables.vms.get(id)?.cluster.id ?? ''
  return open.has(clusterId) || open.has(tables.clusters.get(clusterId)?.data_center?.id ?? '')
}

/** Disks come by the hundred thousand. */
const isInOpenStorage = ({ tables }: World, open: ReadonlySet<string>, id: string): boolean =>
  open.has(id) || (tables.storageDomains.get(id)?.hidden.attachments ?? []).some(({ dataCenterId }) => open.has(dataCenterId))

/** Ids of all VMs in the filtered view, by name, when these are just the ones held directly; undefined when a cluster or more is open. */
export function vmsHeldOnly(world: World, user: UserRow): readonly string[] | undefined {
  const { open, byObject } = grantsOf(world, user)
  const { vms, clusters, dataCenters } = world.tables
  if ([...open].some((id) => id === systemId || clusters.get(id) || dataCenters.get(id))) return undefined
  return [...byObject.keys()].flatMap((id) => vms.get(id) ?? []).filter(({ id }) => canSee(world, user, { type: 'vm', id })).sort(compareNames).map(({ id }) => id)
}

/** Is the object in the filtered view of this user? */
export function canSee(world: World, user: UserRow, { type, id }: ObjectId): boolean {
  const { held, open } = grantsOf(world, user)
  if (held.has(id)) return true
  if (type === 'vm') return isInOpenCluster(world, open, id)
  const direct = (object: string | undefined) => object !== undefined && held.has(object)
  const opens = (object: ObjectId) => open.has(object.id)
  const { tables } = world
  const inCluster = (cluster: string | undefined, objectType: PermissionObject) =>
    heldObjects(world, user, objectType).some((object) => (objectType === 'vm' ? tables.vms.get(object) : tables.templates.get(object))?.cluster?.id === cluster)
  switch (type) {
    case 'vm_pool': return tables.vms.by('vm_pool', id).some((vm) => direct(vm.id)) || objectsAbove(world, { type, id }).slice(1).some(opens)
    case 'template': return heldObjects(world, user, 'vm').some((object) => tables.vms.get(object)?.template.id === id) || objectsAbove(world, { type, id }).slice(1).some(opens)
    case 'instance_type': return opens(theSystem)
    case 'cluster': return direct(tables.clusters.get(id)?.data_center?.id) || direct(systemId) || inCluster(id, 'vm') || inCluster(id, 'template')
    case 'data_center': return direct(systemId) || tables.clusters.by('data_center', id).some((row) =>
      direct(row.id) || inCluster(row.id, 'vm') || tables.vmPools.by('cluster', row.id).some((pool) => direct(pool.id)))
    case 'host': {
      const clusterId = tables.hosts.get(id)?.cluster.id
      return direct(clusterId) || direct(systemId) || (clusterId !== undefined && direct(tables.clusters.get(clusterId)?.data_center?.id))
    }
    case 'storage_domain': return direct(systemId) || (tables.storageDomains.get(id)?.hidden.attachments ?? []).some(({ dataCenterId }) =>
      direct(dataCenterId) || tables.clusters.by('data_center', dataCenterId).some((row) => inCluster(row.id, 'vm')))
    case 'disk': return tables.diskAttachments.by('disk', id).some(({ ownerId }) => canSee(world, user, { type: tables.vms.get(ownerId) ? 'vm' : 'template', id: ownerId }))
      || open.has(systemId) || (tables.disks.get(id)?.storage_domains ?? []).some((domain) => isInOpenStorage(world, open, domain.id))
    case 'vnic_profile': return objectsAbove(world, { type, id }).slice(1).some(opens)
      || tables.clusterNetworks.by('networkId', tables.vnicProfiles.get(id)?.network.id ?? '').some(({ clusterId }) => opens({ type: 'cluster', id: clusterId }))
    case 'network': return tables.vnicProfiles.by('network', id).some((profile) => canSee(world, user, { type: 'vnic_profile', id: profile.id }))
    case 'user': return id === user.id || hasPermit(world, user, 'manipulate_permissions', theSystem)
    case 'group': return user.groupIds.includes(id) || id === everyoneId
    case 'mac_pool': case 'cpu_profile': case 'disk_profile': case 'system': return false
  }
}
