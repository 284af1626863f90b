import type { EntityType } from '../../domain/entity.ts'
import { condition } from '../../domain/search/write.ts'
import { listKey } from '../../engine/keys.ts'
import { toSearchText } from '../../engine/resource.ts'
import type { DetailQuery, Resource } from '../../engine/resource.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { macPools } from '../../engine/resources/macPools.ts'
import { vms } from '../../engine/resources/vms.ts'
import type { MessageKey } from '../../i18n/messages.ts'

interface Named { readonly id: string; readonly name: string }

/** A kind of objects that have pages of their own. */
export interface Place {
  /** first part of the path */
  readonly segment: string
  readonly type: EntityType
  readonly label: MessageKey
  /** query options of one object */
  readonly one: (id: string) => DetailQuery<Named>
  /** query options of the first objects by name whose name contains the text */
  readonly find: (text: string, most: number) => { readonly queryKey: readonly unknown[]; readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<readonly Named[]> }
}

const toPlace = <T extends Named, W extends object>(segment: string, search: 'vm' | 'host' | 'cluster' | 'datacenter' | undefined, label: MessageKey, resource: Resource<T, W>): Place => ({
  segment,
  type: resource.type,
  label,
  one: resource.detail,
  find: (text, most) => ({
    queryKey: [...listKey(resource.type), 'byName', text, most],
    queryFn: async ({ signal }) => {
      // What the engine cannot search is few, so it is read whole and sifted here.
      if (search === undefined) return (await resource.readList({}, signal)).filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())).slice(0, most)
      return resource.readList({ search: toSearchText({ search: text === '' ? '' : condition(search, 'name', '=', `*${text}*`), sort: byName }), max: most }, signal)
    },
  }),
})

const byName = { field: 'name', descending: false } as const

/** Kinds of objects with a page of their own: first part of the path, and how to name and find them. */
export const places: readonly Place[] = [
  toPlace('vms', 'vm', 'entities.vm', vms),
  toPlace('hosts', 'host', 'entities.host', hosts),
  toPlace('clusters', 'cluster', 'entities.cluster', clusters),
  toPlace('datacenters', 'datacenter', 'entities.data_center', dataCenters),
  toPlace('macpools', undefined, 'entities.mac_pool', macPools),
]

export const placeOf = (segment: string): Place | undefined => places.find((place) => place.segment === segment)
