/** Ways from one object to its relatives, as the engine's joins go. */
import type { DiskRow, EventRow, StorageDomainRow, UserRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import type { Context } from './context.ts'

type EventRef = keyof EventRow['refs']

export const present = <Row>(rows: Iterable<Row | undefined>): readonly Row[] => [...rows].filter((row): row is Row => row !== undefined)
export const oneOrNone = <Row>(row: Row | undefined): readonly Row[] => (row === undefined ? [] : [row])

/** Events that name an object: all read once, since a search with this relation asks for every row. */
export const eventsBy = (kind: EventRef) => ({ world }: Context): ((row: { readonly id: string }) => readonly EventRow[]) => {
  const byId = Map.groupBy(world.events.newestFirst(), (event) => event.refs[kind]?.id)
  return ({ id }) => byId.get(id) ?? []
}

/** People with a permission on any of the objects. */
export function usersOn(world: World, ids: Iterable<string>): readonly UserRow[] {
  const users = new Map<string, UserRow>()
  for (const id of ids) {
    for (const { user } of world.tables.permissions.by('object', id)) {
      const row = user && world.tables.users.get(user.id)
      if (row) users.set(row.id, row)
    }
  }
  return [...users.values()]
}

/** Machines a person has a permission on. */
export const vmsOfUser = (world: World, userId: string): readonly VmRow[] =>
  present(world.tables.permissions.by('user', userId).map(({ object }) => (object.type === 'vm' ? world.tables.vms.get(object.id) : undefined)))

/** Storage domains that hold disks of a machine or template. */
export function storageOf(world: World, ownerId: string): readonly StorageDomainRow[] {
  const { diskAttachments, disks, storageDomains } = world.tables
  const ids = diskAttachments.by('ownerId', ownerId).flatMap(({ disk }) => disks.get(disk.id)?.storage_domains.map(({ id }) => id) ?? [])
  return present([...new Set(ids)].map((id) => storageDomains.get(id)))
}
export const storageOfDataCenter = (world: World, dataCenterId: string | undefined): readonly StorageDomainRow[] =>
  dataCenterId === undefined ? [] : world.tables.storageDomains.by('data_center', dataCenterId)

export const clusterOf = ({ world }: Context, row: { readonly cluster?: { readonly id: string } }) => row.cluster && world.tables.clusters.get(row.cluster.id)
/** Name of the data center that an object's cluster is in. */
export function dataCenterName(context: Context, row: { readonly cluster?: { readonly id: string } }): string | undefined {
  const dataCenter = clusterOf(context, row)?.data_center
  return dataCenter && context.world.tables.dataCenters.get(dataCenter.id)?.name
}

/** `4.7` of a version. */
export const versionText = (version: { readonly major?: number; readonly minor?: number } | undefined): string | undefined =>
  version?.major === undefined ? undefined : `${version.major}.${version.minor ?? 0}`

const mib = 1024 ** 2
export const toMib = (bytes: number | undefined): number | undefined => (bytes === undefined ? undefined : Math.floor(bytes / mib))
export const toGib = (bytes: number | undefined): number | undefined => (bytes === undefined ? undefined : Math.floor(bytes / 1024 ** 3))
/** Word of the wire as the search language spells it: `powering_up` is `poweringup`. */
export const unspaced = (word: string | undefined): string | undefined => word?.replaceAll('_', '')

type Identified = { readonly id: string }
export const vmsOn = ({ world }: Context, host: Identified): readonly VmRow[] => world.tables.vms.by('host', host.id)
export const vmsOfTemplate = ({ world }: Context, template: Identified): readonly VmRow[] => world.tables.vms.by('template', template.id)
export const vmsOfPool = ({ world }: Context, pool: Identified): readonly VmRow[] => world.tables.vms.by('vm_pool', pool.id)
export const vmsOfDisk = ({ world }: Context, disk: Identified): readonly VmRow[] => present(world.tables.diskAttachments.by('disk', disk.id).map(({ ownerId }) => world.tables.vms.get(ownerId)))
export const domainsOfDisk = ({ world }: Context, disk: DiskRow): readonly StorageDomainRow[] => present(disk.storage_domains.map(({ id }) => world.tables.storageDomains.get(id)))
export const dataCentersOfStorage = ({ world }: Context, domain: StorageDomainRow) => present(domain.hidden.attachments.map(({ dataCenterId }) => world.tables.dataCenters.get(dataCenterId)))
export const clustersOfStorage = (context: Context, domain: StorageDomainRow) =>
  dataCentersOfStorage(context, domain).flatMap(({ id }) => context.world.tables.clusters.by('data_center', id))
