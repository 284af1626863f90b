import type { AffinityGroup, AffinityLabel, AffinityRule } from '../../domain/affinity.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, identity, int, ref, refs } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { defineResource } from '../resource.ts'

const decodeRule = (wire: Wire.AffinityRule | undefined): AffinityRule => ({
  enabled: flag(wire?.enabled, false),
  positive: flag(wire?.positive, false),
  enforcing: flag(wire?.enforcing, false),
})

export const decodeAffinityGroup = (wire: Wire.AffinityGroup): AffinityGroup => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: identity(wire).description,
  broken: flag(wire.broken, false),
  priority: int(wire.priority, 0),
  cluster: ref(wire.cluster),
  vmsRule: decodeRule(wire.vms_rule),
  hostsRule: decodeRule(wire.hosts_rule),
  vms: refs(wire.vms?.vm),
  hosts: refs(wire.hosts?.host),
  vmLabels: refs(wire.vm_labels?.affinity_label),
  hostLabels: refs(wire.host_labels?.affinity_label),
})

export const decodeAffinityLabel = (wire: Wire.AffinityLabel): AffinityLabel => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  readOnly: flag(wire.read_only, false),
  implicitAffinityGroup: flag(wire.has_implicit_affinity_group, false),
  vms: refs(wire.vms?.vm),
  hosts: refs(wire.hosts?.host),
})

export const clusterAffinityGroups = defineChildren<AffinityGroup, Wire.AffinityGroup>({
  parent: { type: 'cluster', path: collectionPaths.cluster },
  path: 'affinitygroups',
  element: 'affinity_group',
  decode: decodeAffinityGroup,
})

export const affinityLabels = defineResource<AffinityLabel, Wire.AffinityLabel>({
  type: 'affinity_label',
  path: 'affinitylabels',
  element: 'affinity_label',
  decode: decodeAffinityLabel,
  whole: true,
})

export const vmAffinityLabels = defineChildren<AffinityLabel, Wire.AffinityLabel>({
  parent: { type: 'vm', path: collectionPaths.vm },
  path: 'affinitylabels',
  element: 'affinity_label',
  decode: decodeAffinityLabel,
})
export const hostAffinityLabels = defineChildren<AffinityLabel, Wire.AffinityLabel>({
  parent: { type: 'host', path: collectionPaths.host },
  path: 'affinitylabels',
  element: 'affinity_label',
  decode: decodeAffinityLabel,
})
