import type { EntityType } from '../domain/entity.ts'

/** Collection path of each kind that has a place of its own at the top of the API. */
export const collectionPaths = {
  data_center: 'datacenters',
  cluster: 'clusters',
  host: 'hosts',
  vm: 'vms',
  template: 'templates',
  vm_pool: 'vmpools',
  storage_domain: 'storagedomains',
  disk: 'disks',
  network: 'networks',
  vnic_profile: 'vnicprofiles',
  mac_pool: 'macpools',
  user: 'users',
  group: 'groups',
  role: 'roles',
  cpu_profile: 'cpuprofiles',
  disk_profile: 'diskprofiles',
} as const satisfies Partial<Record<EntityType, string>>

export type PlacedType = keyof typeof collectionPaths
