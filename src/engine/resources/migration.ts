import { queryOptions } from '@tanstack/react-query'
import { hosts } from './hosts.ts'

/**
 * Hosts that all these VMs could move to. With `affinityClosure` the VMs that must stay together are counted in.
 * Source: BackendHostsResource.list with migration_target_of.
 */
export const migrationTargets = (vmIds: readonly string[], affinityClosure: boolean) =>
  queryOptions({
    queryKey: ['host', 'targets', vmIds.toSorted().join(), affinityClosure] as const,
    staleTime: 0,
    queryFn: ({ signal }) =>
      hosts.readList({ migration_target_of: vmIds.join(','), check_vms_in_affinity_closure: affinityClosure ? true : undefined }, signal),
  })
