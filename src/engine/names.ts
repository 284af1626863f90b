import { queryOptions } from '@tanstack/react-query'
import type { EntityType, Ref } from '../domain/entity.ts'
import { createBatch } from './batch.ts'
import { queryClient } from './cache.ts'
import { readerOf } from './live/refresh.ts'
import type { Row } from './rows.ts'

/** As many of a kind as a portal may read whole: kinds that are few by nature (clusters, data centers, domains). */
const mostOfAll = 1000

/** Query options of every object of a kind that is few by nature; read once, kept fresh by what is touched. */
export const allQuery = <T extends Row>(resource: { readonly type: EntityType; readonly whole?: boolean; readonly readList: (query: Readonly<Record<string, string | number>>, signal?: AbortSignal) => Promise<readonly T[]> }) => ({
  queryKey: [resource.type, 'all'] as const,
  staleTime: Infinity,
  queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<readonly T[]> => resource.readList(resource.whole ? {} : { max: mostOfAll }, signal),
})

/** Kinds that pages refer to before anybody has read one of them: their resource is fetched with the first name. */
const resourceOf: Readonly<Partial<Record<EntityType, () => Promise<unknown>>>> = {
  template: () => import('./resources/templates.ts'),
  vm_pool: () => import('./resources/vmPools.ts'),
  vm: () => import('./resources/vms.ts'),
  host: () => import('./resources/hosts.ts'),
  cluster: () => import('./resources/clusters.ts'),
  data_center: () => import('./resources/dataCenters.ts'),
  storage_domain: () => import('./resources/storageDomains.ts'),
  disk: () => import('./resources/disks.ts'),
  network: () => import('./resources/networks.ts'),
  vnic_profile: () => import('./resources/networks.ts'),
  mac_pool: () => import('./resources/macPools.ts'),
  cpu_profile: () => import('./resources/profiles.ts'),
  disk_profile: () => import('./resources/profiles.ts'),
  scheduling_policy: () => import('./resources/profiles.ts'),
}

const batches = new Map<EntityType, (id: string) => Promise<string | undefined>>()

/** Names by one id search for all that are asked for at the same moment: the hosts of a page of VMs. */
function nameOf(type: EntityType, id: string): Promise<string | undefined> {
  const batch = batches.get(type) ?? createBatch(async (ids) => {
    if (readerOf(type) === undefined) await resourceOf[type]?.()
    return new Map((await (readerOf(type)?.readMany(ids) ?? Promise.resolve([]))).map((row) => [row.id, row.name ?? '']))
  })
  batches.set(type, batch)
  return batch(id)
}

/**
 * Query options of one object's name, for references that carry an id only. Null where the engine has no such object,
 * or does not show it.
 */
export const nameQuery = (type: EntityType, id: string) =>
  queryOptions({
    queryKey: [type, 'names', id] as const,
    staleTime: Infinity,
    queryFn: async (): Promise<string | null> => (await nameOf(type, id)) ?? null,
  })

/** Reads the names of these references, each once; references without an object are fine. For what needs them outside of a drawing. */
export const loadNames = async (type: EntityType, references: readonly (Ref | undefined)[]): Promise<void> => {
  const ids = new Set(references.flatMap((reference) => reference?.id ?? []))
  await Promise.all([...ids].map((id) => queryClient.fetchQuery(nameQuery(type, id))))
}

/** The name of a reference as far as it has been read, for exported columns. */
export const nameNow = (type: EntityType, reference: Ref | undefined): string | undefined =>
  reference && (reference.name ?? queryClient.getQueryData<string | null>(nameQuery(type, reference.id).queryKey) ?? undefined)
