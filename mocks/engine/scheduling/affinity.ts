/** Affinity rules as the scheduler reads them. Sources: AffinityRulesUtils, VmAffinityPolicyUnit, VmToHostAffinityPolicyUnit. */
import type { AffinityGroupRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'

/** One rule between VMs, or between VMs and hosts, in plain ids; labels are resolved. */
export interface AffinityRuleFacts {
  readonly name: string
  readonly positive: boolean
  readonly enforcing: boolean
  readonly priority: number
  readonly vmIds: readonly string[]
}
export interface HostRuleFacts extends AffinityRuleFacts { readonly hostIds: readonly string[] }

const labelled = (world: World, labelIds: readonly string[], members: 'vmIds' | 'hostIds'): string[] =>
  labelIds.flatMap((id) => world.tables.affinityLabels.get(id)?.[members] ?? [])

const groupsOf = (world: World, vm: VmRow): readonly AffinityGroupRow[] =>
  world.tables.affinityGroups.by('cluster', vm.cluster.id).filter((group) => membersOf(world, group).includes(vm.id))

/** VMs of a group, those of its labels included. */
export const membersOf = (world: World, group: AffinityGroupRow): readonly string[] =>
  [...new Set([...group.vmIds, ...labelled(world, group.vmLabelIds, 'vmIds')])]

/** Rules between the VM and others; a rule without `enabled` counts when the group names a polarity the old way. */
export function vmRules(world: World, vm: VmRow): readonly AffinityRuleFacts[] {
  return groupsOf(world, vm).flatMap((group) => {
    const rule = group.vms_rule ?? (group.positive === undefined ? undefined : { enabled: true, positive: group.positive, enforcing: group.enforcing })
    if (rule?.enabled === false || rule === undefined) return []
    return [{
      name: group.name, positive: rule.positive === true, enforcing: rule.enforcing === true, priority: group.priority ?? 1,
      vmIds: membersOf(world, group).filter((id) => id !== vm.id),
    }]
  })
}

/** Rules between the VM and hosts; labels with an implicit group are hard and positive. */
export function hostRules(world: World, vm: VmRow): readonly HostRuleFacts[] {
  const ofGroups = groupsOf(world, vm).flatMap((group) => {
    const hostIds = [...new Set([...group.hostIds, ...labelled(world, group.hostLabelIds, 'hostIds')])]
    const rule = group.hosts_rule
    if (rule === undefined || rule.enabled === false || hostIds.length === 0) return []
    return [{
      name: group.name, positive: rule.positive === true, enforcing: rule.enforcing === true, priority: group.priority ?? 1,
      vmIds: membersOf(world, group), hostIds,
    }]
  })
  const ofLabels = world.tables.affinityLabels.by('vm', vm.id)
    .filter(({ has_implicit_affinity_group: isGroup }) => isGroup)
    .map((label) => ({ name: label.name, positive: true, enforcing: true, priority: 1, vmIds: label.vmIds, hostIds: label.hostIds }))
  return [...ofGroups, ...ofLabels]
}

/** Where a VM runs, or will: the destination of a migration counts. */
const placeOf = (vm: VmRow | undefined): string | undefined => vm?.hidden.migration?.toHostId ?? vm?.host?.id

/** Hosts on which these VMs run; VMs that move along (`except`) do not bind. */
export function hostsOf(world: World, vmIds: readonly string[], except: readonly string[]): ReadonlySet<string> {
  const ids = vmIds.filter((id) => !except.includes(id)).map((id) => placeOf(world.tables.vms.get(id)))
  return new Set(ids.filter((id) => id !== undefined))
}

/** The VM and all that hard positive rules tie to it, through several groups. Source: AffinityGroup closure in MigrateMultipleVms. */
export function affinityClosure(world: World, start: readonly VmRow[]): readonly VmRow[] {
  const found = new Map(start.map((vm) => [vm.id, vm]))
  for (const vm of found.values()) {
    for (const rule of vmRules(world, vm)) {
      if (!rule.positive || !rule.enforcing) continue
      for (const id of rule.vmIds) {
        const other = world.tables.vms.get(id)
        if (other?.host) found.set(id, other)
      }
    }
  }
  return [...found.values()]
}

/** Does the present placement break a rule of the group? REST shows it as `broken`. */
export function isBroken(world: World, group: AffinityGroupRow): boolean {
  const vmIds = membersOf(world, group)
  const running = vmIds.map((id) => placeOf(world.tables.vms.get(id))).filter((id) => id !== undefined)
  const vmRule = group.vms_rule
  if (vmRule?.enabled === true) {
    const distinct = new Set(running).size
    if (vmRule.positive === true ? distinct > 1 : distinct < running.length) return true
  }
  const hostRule = group.hosts_rule
  if (hostRule === undefined || hostRule.enabled === false) return false
  const hostIds = [...group.hostIds, ...labelled(world, group.hostLabelIds, 'hostIds')]
  if (hostIds.length === 0) return false
  return running.some((id) => hostIds.includes(id) !== (hostRule.positive === true))
}
