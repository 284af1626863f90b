import type { EntityType } from '../domain/entity.ts'

/** First part of the URL of a kind that has pages. Ids in URLs, never names. */
const folders: Readonly<Partial<Record<EntityType, string>>> = {
  data_center: 'datacenters', cluster: 'clusters', host: 'hosts', vm: 'vms', template: 'templates', vm_pool: 'pools',
  storage_domain: 'storage', disk: 'disks', network: 'networks', vnic_profile: 'vnicprofiles', mac_pool: 'macpools', user: 'users',
}

/** URL of a kind's list; undefined where the portal has no page of it. */
export const listPath = (type: EntityType): string | undefined => folders[type] && `/${folders[type]}`
/** URL of an object, on one of its tabs. */
export const objectPath = (type: EntityType, id: string, tab?: string): string | undefined =>
  folders[type] && ['', folders[type], id, tab].filter((part) => part !== undefined).join('/')
