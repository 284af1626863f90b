/**
 * What a status icon says, independent of the kind of object: hosts, VMs and data centers share one set of icons.
 * The word of the status stands beside the icon, so kinds may be coarser than statuses.
 */
export const statusKinds = [
  'up', 'upRunOnce', 'down', 'starting', 'stopping', 'rebooting', 'waiting', 'locked', 'paused', 'suspended', 'migrating', 'unknown',
  'maintenance', 'preparing', 'error', 'installing', 'warning', 'unconfigured',
] as const
export type StatusKind = (typeof statusKinds)[number]
