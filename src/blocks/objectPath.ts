import type { EntityType } from '../domain/entity.ts'

/** First part of the URL of each kind that has pages; a feature that brings a page adds its kind. Ids in URLs, never names. */
const folders: Readonly<Partial<Record<EntityType, string>>> = { data_center: 'datacenters', cluster: 'clusters', host: 'hosts', vm: 'vms', mac_pool: 'macpools' }

/** URL of a kind's list; undefined where the portal has no page of it. */
export const listPath = (type: EntityType): string | undefined => folders[type] && `/${folders[type]}`
/** URL of an object, on one of its tabs. */
export const objectPath = (type: EntityType, id: string, tab?: string): string | undefined =>
  folders[type] && ['', folders[type], id, tab].filter((part) => part !== undefined).join('/')
