/**
 * Filter units: each keeps a host or says why not. Sources: bll/scheduling/policyunits; the codes are the engine's VAR__DETAIL__ words.
 * Units whose subject the embedded engine does not have (NUMA tuning, mediated devices, TSC, huge pages, hooks) are absent.
 */
import type { RefusalReason } from '../call.ts'
import { numberOption } from '../options.ts'
import type { HostRow, VmRow } from '../rows.ts'
import { hostCpuPercent, hostMemory, vcpusOf } from '../statistics/usage.ts'
import { pointAt } from '../statistics/curves.ts'
import { hostedEngineOrigins } from '../../../src/domain/hostActions.ts'
import { hostRules, hostsOf, vmRules } from './affinity.ts'
import { maxSchedulingBytes, neededBytes, pendingBytes } from './memory.ts'
import { policyNumber, sharedCpus, type SchedulingContext } from './request.ts'

export interface FilterUnit {
  /** name of the policy unit */
  readonly name: string
  /** asked first and always, whatever the policy */
  readonly mandatory?: boolean
  /** the reason to drop the host, none to keep it */
  readonly drop: (context: SchedulingContext, host: HostRow) => RefusalReason | undefined
}

const mib = 1024 ** 2
const because = (detail: string, params?: RefusalReason['params']): RefusalReason =>
  params ? { code: `VAR__DETAIL__${detail}`, params } : { code: `VAR__DETAIL__${detail}` }

/** Applies a rule to every VM of the request; the first that speaks drops the host. */
const perVm = (rule: (vm: VmRow, host: HostRow, context: SchedulingContext) => RefusalReason | undefined): FilterUnit['drop'] =>
  (context, host) => {
    for (const vm of context.vms) {
      const reason = rule(vm, host, context)
      if (reason) return reason
    }
    return undefined
  }

const isPaused = (vm: VmRow): boolean => vm.status === 'paused'
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Networks that are up on a host: attached to a NIC that has a link. */
function networksUp({ world }: SchedulingContext, host: HostRow): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const attachment of world.tables.networkAttachments.by('hostId', host.id)) {
    if (world.tables.hostNics.get(attachment.nicId)?.status !== 'down') ids.add(attachment.network.id)
  }
  for (const nic of world.tables.hostNics.by('hostId', host.id)) if (nic.network && nic.status !== 'down') ids.add(nic.network.id)
  return ids
}

function missingNetwork(context: SchedulingContext, host: HostRow): RefusalReason | undefined {
  const { world, vms, cluster } = context
  const up = networksUp(context, host)
  for (const vm of vms) {
    for (const nic of world.tables.nics.by('ownerId', vm.id)) {
      const profile = nic.vnic_profile && nic.plugged !== false ? world.tables.vnicProfiles.get(nic.vnic_profile.id) : undefined
      if (profile && !up.has(profile.network.id)) {
        return because('NETWORK_MISSING', { networkNames: world.tables.networks.get(profile.network.id)?.name ?? profile.network.id })
      }
    }
  }
  const display = world.tables.clusterNetworks.by('clusterId', cluster.id).find((network) => network.display)
  const needsDisplay = vms.some((vm) => vm.hidden.graphics.length > 0)
  return needsDisplay && display && !up.has(display.networkId)
    ? because('DISPLAY_NETWORK_MISSING', { DisplayNetwork: world.tables.networks.get(display.networkId)?.name ?? display.networkId })
    : undefined
}

function tooLittleMemory(context: SchedulingContext, host: HostRow): RefusalReason | undefined {
  const arriving = context.vms.filter((vm) => !isPaused(vm) && vm.host?.id !== host.id)
  if (arriving.length === 0) return undefined
  const needed = sum(arriving.map(neededBytes))
  const memory = hostMemory(context.world, host, pointAt(context.world.now()))
  const freeBytes = memory.totalBytes - memory.usedBytes + host.hidden.swapTotalBytes - memory.swapUsedBytes - pendingBytes(host)
  const schedulable = maxSchedulingBytes(context.world, host)
  return freeBytes < needed || schedulable < needed
    ? because('NOT_ENOUGH_MEMORY', { availableMem: Math.floor(Math.min(freeBytes, schedulable) / mib) })
    : undefined
}

/** Used swap that free memory could not take back, in percent of the physical memory. */
function swapsTooMuch(context: SchedulingContext, host: HostRow): RefusalReason | undefined {
  if (context.vms.every(isPaused)) return undefined
  const allowed = policyNumber(context, 'MaximumAllowedSwapUsage', numberOption(context.world, 'BlockMigrationOnSwapUsagePercentage', 0))
  const { totalBytes, usedBytes, swapUsedBytes } = hostMemory(context.world, host, pointAt(context.world.now()))
  const beyond = swapUsedBytes - (totalBytes - usedBytes)
  return totalBytes > 0 && (100 * beyond) / totalBytes > allowed ? because('SWAP_VALUE_ILLEGAL') : undefined
}

/** Overloaded now and during the whole CpuOverCommitDurationMinutes; history points are 30 s apart. */
function overloaded(context: SchedulingContext, host: HostRow): RefusalReason | undefined {
  const limit = policyNumber(context, 'HighUtilization', 80)
  const points = policyNumber(context, 'CpuOverCommitDurationMinutes', 2) * 2
  const now = pointAt(context.world.now())
  for (let back = 0; back <= points; back += 1) if (hostCpuPercent(context.world, host, now - back) <= limit) return undefined
  return because('CPU_OVERLOADED')
}

const together = (context: SchedulingContext): readonly string[] => context.vms.map(({ id }) => id)

const breaksVmAffinity = perVm((vm, host, context) => {
  if (context.ignoresVmAffinity === true) return undefined
  for (const rule of vmRules(context.world, vm)) {
    if (!rule.enforcing) continue
    const places = hostsOf(context.world, rule.vmIds, together(context))
    if (rule.positive && places.size > 0 && !places.has(host.id)) return because('AFFINITY_FAILED_POSITIVE', { affinityRules: rule.name })
    if (!rule.positive && places.has(host.id)) return because('AFFINITY_FAILED_NEGATIVE', { affinityRules: rule.name })
  }
  return undefined
})

const breaksHostAffinity = perVm((vm, host, { world }) => {
  for (const rule of hostRules(world, vm)) {
    if (!rule.enforcing || rule.hostIds.includes(host.id) === rule.positive) continue
    return because(rule.positive ? 'AFFINITY_FAILED_POSITIVE' : 'AFFINITY_FAILED_NEGATIVE', { affinityRules: rule.name })
  }
  return undefined
})

/** Highest CPU number that a pinning names plus one; 0 without pinning. */
const pinnedCpuCount = (vm: VmRow): number => Math.max(0, ...(vm.cpu?.cpu_tune?.vcpu_pins ?? [])
  .flatMap(({ cpu_set: set }) => [...(set ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits) + 1)))

/** In the engine's order: mandatory units first, then those that policies choose. */
export const filterUnits: readonly FilterUnit[] = [
  {
    name: 'CPU-Level', mandatory: true,
    drop: perVm((vm, host) => vm.custom_cpu_model !== undefined && vm.custom_cpu_model !== '' && !host.hidden.cpuFlags.includes(`model_${vm.custom_cpu_model}`)
      ? because('CPU_UNSUPPORTED', { cpuName: vm.custom_cpu_model }) : undefined),
  },
  {
    name: 'CpuPinning', mandatory: true,
    drop: perVm((vm, host) => pinnedCpuCount(vm) > sharedCpus({ threads_as_cores: true }, host) ? because('VM_PINNING_CPU_MISSING') : undefined),
  },
  {
    name: 'HostDevice', mandatory: true,
    drop: perVm((vm, host, { world }) => world.tables.hostDevices.by('vmId', vm.id).some(({ hostId }) => hostId !== host.id) ? because('HOSTDEV_DISABLED') : undefined),
  },
  {
    name: 'PinToHost', mandatory: true,
    drop: perVm((vm, host) => {
      const pinned = vm.placement_policy?.affinity === 'pinned' ? vm.placement_policy.hosts ?? [] : []
      return pinned.length > 0 && !pinned.some(({ id }) => id === host.id) ? because('NOT_PINNED_TO_HOST') : undefined
    }),
  },
  {
    name: 'CPU',
    drop: (context, host) => context.vms.some((vm) => vcpusOf(vm) > sharedCpus(context.cluster, host)) ? because('NOT_ENOUGH_CORES') : undefined,
  },
  { name: 'CPUOverloaded', drop: overloaded },
  {
    name: 'Emulated-Machine',
    drop: perVm((vm, host, { cluster }) => {
      const machine = vm.custom_emulated_machine ?? cluster.hidden.emulatedMachine
      return machine !== undefined && machine !== '' && !host.hidden.emulatedMachines.includes(machine) ? because('UNSUPPORTED_EMULATED_MACHINE', { vmEmulatedMachine: machine }) : undefined
    }),
  },
  {
    name: 'HA',
    drop: perVm((vm, host) => hostedEngineOrigins.includes(vm.origin ?? '') && (host.hosted_engine?.score ?? 0) <= 0 ? because('NOT_HE_HOST') : undefined),
  },
  { name: 'Swap', drop: swapsTooMuch },
  { name: 'Memory', drop: tooLittleMemory },
  {
    name: 'Migration',
    drop: (context, host) => context.isMigration === true && context.vms.every((vm) => vm.host?.id === host.id) ? because('SAME_HOST') : undefined,
  },
  { name: 'VmAffinityGroups', drop: breaksVmAffinity },
  { name: 'VmToHostsAffinityGroups', drop: breaksHostAffinity },
  { name: 'Network', drop: missingNetwork },
  {
    name: 'ClusterInMaintenance',
    drop: perVm((vm, _host, { isMigration }) => isMigration === true || vm.high_availability?.enabled === true ? undefined : because('CLUSTER_IN_MAINTENANCE')),
  },
]
