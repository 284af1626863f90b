import { cluster, datacenter, host, instancetype, pool, template, vm } from './computeObjects.ts'
import { adgroup, aduser, event, group, imagetype, job, session, user } from './otherObjects.ts'
import { clusterNetwork, disk, hostNetwork, network, nic, provider, quota, storage, vnic, vnicprofile, volume } from './storageNetworkObjects.ts'
import type { SearchField, SearchObject } from './field.ts'

/** Every object of the search language by its singular name. */
export const searchObjects = {
  vm, host, template, instancetype, pool, cluster, datacenter, event, user, group, storage, disk, volume, quota, network, vnicprofile, provider, session, job, imagetype,
  nic, vnic, cluster_network: clusterNetwork, host_network: hostNetwork, aduser, adgroup,
} as const satisfies Record<string, SearchObject>

export type SearchObjectName = keyof typeof searchObjects
export type FieldOf<Name extends SearchObjectName> = keyof (typeof searchObjects)[Name]['fields'] & string
export type RelationOf<Name extends SearchObjectName> = (typeof searchObjects)[Name]['relations'][number]

export const isSearchObject = (name: string): name is SearchObjectName => Object.hasOwn(searchObjects, name)

/** One field by its name in any case, or nothing. */
export function fieldOf(object: SearchObjectName, name: string): SearchField | undefined {
  const fields: SearchObject['fields'] = searchObjects[object].fields
  const key = name.toLowerCase()
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}
