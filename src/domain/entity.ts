/** The kinds of objects the engine knows, by the word their events, permissions and our query keys use. */
export const entityTypes = [
  'system', 'data_center', 'cluster', 'host', 'vm', 'template', 'vm_pool', 'storage_domain', 'disk', 'network', 'vnic_profile',
  'mac_pool', 'user', 'group', 'role', 'tag', 'bookmark', 'event', 'job', 'permission', 'snapshot', 'nic', 'disk_attachment',
  'affinity_group', 'affinity_label', 'cpu_profile', 'disk_profile', 'scheduling_policy', 'instance_type', 'quota', 'domain',
] as const
export type EntityType = (typeof entityTypes)[number]

/** A pointer to another object. The engine sends only the id; events and permissions add the name. */
export interface Ref { readonly id: string; readonly name?: string }

/** One object with its kind: what events touch, what an action refreshes, what a permission is given on. */
export interface Target { readonly type: EntityType; readonly id: string }

/** Zero UUID: Blank template, root tag, the CD-ROM of every VM. */
export const blankId = '00000000-0000-0000-0000-000000000000'
/** Object that system-wide permissions are granted on. Source: BusinessEntitiesDefinitions / SYSTEM_OBJECT_ID. */
export const systemId = 'aaa00000-0000-0000-0000-123456789aaa'
