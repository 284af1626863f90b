/** Weight units: lower is better. Sources: bll/scheduling/policyunits, bll/scheduling/selector/RankSelector. */
import { numberOption } from '../options.ts'
import type { HostRow } from '../rows.ts'
import { pointAt } from '../statistics/curves.ts'
import { hostCpuPercent, isHostReporting, vcpusOf } from '../statistics/usage.ts'
import { hostedEngineOrigins } from '../../../src/domain/hostActions.ts'
import { hostRules, hostsOf, vmRules } from './affinity.ts'
import { maxSchedulingBytes } from './memory.ts'
import { policyNumber, sharedCpus, type SchedulingContext } from './request.ts'

type Weigh = (context: SchedulingContext, host: HostRow) => number

const mib = 1024 ** 2
/** Preferred hosts outweigh everything else: hosts beside them get this. */
const notPreferred = 10_000

/** Load of the shared CPUs after placement; pending vCPUs count like full ones. */
const cpuLoadAfter: Weigh = (context, host) => {
  if (!isHostReporting(host)) return numberOption(context.world, 'MaxSchedulerWeight', 1000)
  const cpus = sharedCpus(context.cluster, host)
  const running = (hostCpuPercent(context.world, host, pointAt(context.world.now())) * cpus) / 100
  const pending = host.hidden.pending.reduce((total, { vcpus }) => total + vcpus, 0)
  const arriving = context.vms.reduce((total, vm) => total + vcpusOf(vm), 0)
  return (100 * (running + pending + arriving)) / cpus
}
const memoryLeft: Weigh = ({ world }, host) => maxSchedulingBytes(world, host) / mib

const preferred: Weigh = ({ vms }, host) => {
  const [vm] = vms
  const wished = vm.status === 'down' || vm.status === undefined ? vm.placement_policy?.hosts ?? [] : []
  return wished.length > 0 && !wished.some(({ id }) => id === host.id) ? notPreferred : 0
}

/** Soft rules between VMs that this host would break; a group's priority counts first. */
const softVmViolations: Weigh = ({ world, vms }, host) => {
  const ids = vms.map(({ id }) => id)
  let violations = 0
  for (const vm of vms) {
    for (const rule of vmRules(world, vm)) {
      if (rule.enforcing) continue
      const places = hostsOf(world, rule.vmIds, ids)
      if (places.size > 0 && places.has(host.id) !== rule.positive) violations += rule.priority
    }
  }
  return violations
}
const softHostViolations: Weigh = ({ world, vms }, host) => vms
  .flatMap((vm) => hostRules(world, vm))
  .filter((rule) => !rule.enforcing && rule.hostIds.includes(host.id) !== rule.positive)
  .reduce((total, rule) => total + rule.priority, 0)

const haVmsThere: Weigh = ({ world, cluster, vms }, host) => cluster.ha_reservation === true && vms[0].high_availability?.enabled === true
  ? world.tables.vms.by('host', host.id).filter((vm) => vm.high_availability?.enabled === true).length : 0

const vmsThere: Weigh = (context, host) =>
  context.world.tables.vms.by('host', host.id).length + host.hidden.pending.length + (host.spm?.status === 'spm' ? policyNumber(context, 'SpmVmGrace', 5) : 0)

/** By name of the policy unit. Units without an entry (NUMA pinning) have no subject here and weigh nothing. */
const weightUnits: Readonly<Record<string, Weigh>> = {
  OptimalForCpuEvenDistribution: cpuLoadAfter,
  OptimalForMemoryEvenDistribution: (context, host) => -memoryLeft(context, host),
  OptimalForCpuPowerSaving: (context, host) => -cpuLoadAfter(context, host),
  OptimalForMemoryPowerSaving: memoryLeft,
  OptimalForEvenGuestDistribution: vmsThere,
  PreferredHosts: preferred,
  VmAffinityGroups: softVmViolations,
  VmToHostsAffinityGroups: softHostViolations,
  OptimalForHaReservation: haVmsThere,
  'CPU for high performance VMs': ({ vms, cluster }, host) => vms[0].type === 'high_performance' ? -sharedCpus(cluster, host) : 0,
  HA: ({ vms }, host) => hostedEngineOrigins.includes(vms[0].origin ?? '') ? -(host.hosted_engine?.score ?? 0) : 0,
}

/**
 * RankSelector: in each unit a host's rank is the number of hosts that are no better; ranks times factors are summed, the highest sum wins,
 * a tie goes to the first by name (the engine leaves it to chance).
 */
export function selectByRank(context: SchedulingContext, hosts: readonly HostRow[], factors: readonly { readonly name: string; readonly factor: number }[]): HostRow | undefined {
  const sums = new Map(hosts.map((host) => [host.id, 0]))
  for (const { name, factor } of factors) {
    const weigh = weightUnits[name]
    if (!weigh) continue
    const weights = hosts.map((host) => ({ id: host.id, weight: weigh(context, host) }))
    for (const { id, weight } of weights) {
      const rank = weights.filter((other) => other.weight >= weight).length
      sums.set(id, (sums.get(id) ?? 0) + rank * factor)
    }
  }
  const score = (host: HostRow): number => sums.get(host.id) ?? 0
  return hosts.toSorted((one, other) => score(other) - score(one) || one.name.localeCompare(other.name))[0]
}
