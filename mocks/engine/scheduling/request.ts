import type { ClusterRow, HostRow, SchedulingPolicyRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'

/** What is to be placed, and under which conditions. */
export interface SchedulingRequest {
  readonly world: World
  /** the VMs that must fit on one host together; mostly one */
  readonly vms: readonly [VmRow, ...VmRow[]]
  /** a running VM moves: the host it runs on is no candidate */
  readonly isMigration?: boolean
  /** hosts that failed this start already */
  readonly blackListIds?: readonly string[]
  /** when given, the only candidates: "migrate to host" */
  readonly whiteListIds?: readonly string[]
  /** taken when it survives, such as the last host of a paused VM or the host a user named for a start */
  readonly preferredIds?: readonly string[]
  /** host maintenance may break rules between VMs (IgnoreVmToVmAffinityForHostMaintenance) */
  readonly ignoresVmAffinity?: boolean
}

/** What the units read: the request with cluster and policy looked up once. */
export interface SchedulingContext extends SchedulingRequest {
  readonly cluster: ClusterRow
  readonly policy: SchedulingPolicyRow | undefined
}

export function contextOf(request: SchedulingRequest): SchedulingContext | undefined {
  const cluster = request.world.tables.clusters.get(request.vms[0].cluster.id)
  if (!cluster) return undefined
  return { ...request, cluster, policy: request.world.tables.schedulingPolicies.get(cluster.scheduling_policy.id) }
}

/** A property of the policy: the cluster's own value, then the policy's, then the default of the unit. */
export function policyNumber({ cluster, policy }: SchedulingContext, name: string, fallback: number): number {
  const property = cluster.custom_scheduling_policy_properties?.find((one) => one.name === name) ?? policy?.properties?.find((one) => one.name === name)
  const value = Number(property?.value ?? Number.NaN)
  return Number.isFinite(value) ? value : fallback
}

/** CPUs that VMs share: threads when the cluster counts them, else cores. */
export function sharedCpus(cluster: Pick<ClusterRow, 'threads_as_cores'>, host: Pick<HostRow, 'cpu'>): number {
  const { cores = 1, sockets = 1, threads = 1 } = host.cpu?.topology ?? {}
  return cores * sockets * (cluster.threads_as_cores === true ? threads : 1)
}
