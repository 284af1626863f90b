import type { Profile, SchedulingPolicy } from '../../domain/profile.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, identity, named, ref } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { defineResource } from '../resource.ts'

const decodeProfile = (wire: Wire.CpuProfile & Wire.DiskProfile): Profile => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: identity(wire).description,
  parent: ref(wire.cluster ?? wire.storage_domain),
  qos: ref(wire.qos),
})

export const cpuProfiles = defineResource<Profile, Wire.CpuProfile>({ type: 'cpu_profile', path: 'cpuprofiles', element: 'cpu_profile', decode: decodeProfile, whole: true })
/** CPU profiles of one cluster. */
export const clusterCpuProfiles = defineChildren<Profile, Wire.CpuProfile>({
  parent: { type: 'cluster', path: collectionPaths.cluster },
  path: 'cpuprofiles',
  element: 'cpu_profile',
  decode: decodeProfile,
})
export const diskProfiles = defineResource<Profile, Wire.DiskProfile>({ type: 'disk_profile', path: 'diskprofiles', element: 'disk_profile', decode: decodeProfile, whole: true })

export const schedulingPolicies = defineResource<SchedulingPolicy, Wire.SchedulingPolicy>({
  type: 'scheduling_policy',
  path: 'schedulingpolicies',
  element: 'scheduling_policy',
  decode: (wire) => ({
    id: wire.id ?? '',
    name: wire.name ?? '',
    description: identity(wire).description,
    locked: flag(wire.locked, false),
    defaultPolicy: flag(wire.default_policy, false),
    properties: named(wire.properties?.property),
  }),
  whole: true,
})
