/** Affinity groups of clusters and affinity labels, to read. Sources: AffinityGroupMapper, AffinityLabelMapper. */
import type { Call } from '../call.ts'
import { collection, wholeTable } from '../registry.ts'
import type { AffinityGroupRow, AffinityLabelRow, Rows } from '../rows.ts'
import { isBroken } from '../scheduling/affinity.ts'

const refs = (ids: readonly string[]) => ids.map((id) => ({ id }))
const groupsOf = ({ world, ids }: Call): AffinityGroupRow[] => [...world.tables.affinityGroups.by('cluster', ids[0] ?? '')].sort((one, other) => (one.name < other.name ? -1 : 1))

collection('clusters/affinitygroups', {
  type: 'AffinityGroup', filtered: 'refused', list: groupsOf, find: (call, id) => groupsOf(call).find((row) => row.id === id),
  show: (row: AffinityGroupRow, { world }): object => ({ ...row, broken: isBroken(world, row), vms: refs(row.vmIds), hosts: refs(row.hostIds), vm_labels: refs(row.vmLabelIds), host_labels: refs(row.hostLabelIds) }),
})

/** The members of a group or label as a collection of names below it. */
function membersAt<Name extends 'vms' | 'hosts' | 'affinityLabels'>(place: string, type: 'Vm' | 'Host' | 'AffinityLabel', table: Name, idsOf: (call: Call) => readonly string[]): void {
  const list = (call: Call): Rows[Name][] => idsOf(call).flatMap((id) => { const row: Rows[Name] | undefined = call.world.tables[table].get(id); return row ?? [] })
  collection(place, { type, list, find: (call, id) => list(call).find((row) => row.id === id), show: ({ id, name }: Rows[Name]): object => ({ id, name }) })
}
const group = ({ world, ids }: Call) => world.tables.affinityGroups.get(ids[1] ?? '')
membersAt('clusters/affinitygroups/vms', 'Vm', 'vms', (call) => group(call)?.vmIds ?? [])
membersAt('clusters/affinitygroups/hosts', 'Host', 'hosts', (call) => group(call)?.hostIds ?? [])
membersAt('clusters/affinitygroups/vmlabels', 'AffinityLabel', 'affinityLabels', (call) => group(call)?.vmLabelIds ?? [])
membersAt('clusters/affinitygroups/hostlabels', 'AffinityLabel', 'affinityLabels', (call) => group(call)?.hostLabelIds ?? [])

const showLabel = ({ id, name, has_implicit_affinity_group, vmIds, hostIds }: AffinityLabelRow): object => ({ id, name, has_implicit_affinity_group, vms: refs(vmIds), hosts: refs(hostIds) })
collection('affinitylabels', { ...wholeTable('affinityLabels'), type: 'AffinityLabel', filtered: 'refused', show: showLabel })
for (const [place, index] of [['vms', 'vm'], ['hosts', 'host']] as const) {
  const labelsOf = ({ world, ids }: Call) => world.tables.affinityLabels.by(index, ids[0] ?? '')
  collection(`${place}/affinitylabels`, { type: 'AffinityLabel', list: labelsOf, find: (call, id) => labelsOf(call).find((row) => row.id === id), show: showLabel })
}
const label = ({ world, ids }: Call) => world.tables.affinityLabels.get(ids[0] ?? '')
membersAt('affinitylabels/vms', 'Vm', 'vms', (call) => label(call)?.vmIds ?? [])
membersAt('affinitylabels/hosts', 'Host', 'hosts', (call) => label(call)?.hostIds ?? [])
