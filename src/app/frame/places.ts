import type { EntityType } from '../../domain/entity.ts'
import { condition } from '../../domain/search/write.ts'
import { listKey } from '../../engine/keys.ts'
import { toSearchText } from '../../engine/resource.ts'
import type { DetailQuery, Resource } from '../../engine/resource.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { hosts } from '../../engine/resources/hosts.ts'
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

const toPlace = <T extends Named, W extends object>(segment: string, search: 'vm' | 'host' | 'cluster' | 'datacenter', label: MessageKey, resource: Resource<T, W>): Place => ({
  segment,
  type: resource.type,
  label,
  one: resource.detail,
  find: (text, most) => ({
    queryKey: [...listKey(resource.type), 'byName', text, most],
    queryFn: ({ signal }) => resource.readList({ search: toSearchText({ search: text === '' ? '' : condition(search, 'name', '=', `*${text}*`), sort: byName }), max: most }, signal),
  }),
})

const byName = { field: 'name', descending: false } as const

/** Kinds of objects with a page of their own: first part of the path, and how to name and find them. */
export const places: readonly Place[] = [
  toPlace('vms', 'vm', 'entities.vm', vms),
  toPlace('hosts', 'host', 'entities.host', hosts),
  toPlace('clusters', 'cluster', 'entities.cluster', clusters),
  toPlace('datacenters', 'datacenter', 'entities.data_center', dataCenters),
]

export const placeOf = (segment: string): Place | undefined => places.find((place) => place.segment === segment)
