/** What the parts of the inventory generator hand to each other while a world is being filled. */
import type { ClusterRow, DataCenterRow, HostRow, StorageDomainRow, TemplateRow, VmRow, VnicProfileRow } from '../engine/rows.ts'
import { mix, wordNumber } from '../engine/statistics/noise.ts'
import type { World } from '../engine/world.ts'
import type { Random } from './random.ts'
import { createRandom, uuidOf } from './random.ts'
import type { Scale } from './scale.ts'

export interface DataCenterPlan {
  readonly row: DataCenterRow
  /** its default quota, an id without a place of its own in the API */
  readonly quota: { id: string }
  readonly clusters: ClusterPlan[]
  /** data domains that are active: where disks go */
  readonly domains: StorageDomainRow[]
  readonly templates: TemplatePlan[]
}
export interface ClusterPlan {
  readonly row: ClusterRow
  readonly dataCenter: DataCenterPlan
  readonly hosts: HostRow[]
  /** hosts on which VMs run, with the memory that is still free for them */
  readonly places: { readonly host: HostRow; freeBytes: number }[]
  /** profiles of VM networks attached here */
  profiles: VnicProfileRow[]
  /** number of its MAC pool among the pools */
  readonly macPool: number
}
export interface TemplatePlan { readonly row: TemplateRow; readonly diskBytes: number; readonly domains: readonly StorageDomainRow[] }

export interface Plan {
  readonly world: World
  readonly now: number
  readonly scale: Scale
  readonly dataCenters: DataCenterPlan[]
  readonly vms: VmRow[]
  /** a UUID that belongs to a purpose and a number, the same for every world of this seed */
  id(purpose: string, number: number): string
  /** seed of a statistics curve */
  curveSeed(purpose: string, number: number): number
  random(purpose: string): Random
}

export function createPlan(world: World, scale: Scale): Plan {
  const streams = new Map<string, number>()
  const streamOf = (purpose: string) => {
    const known = streams.get(purpose) ?? mix(world.seed, wordNumber(purpose))
    streams.set(purpose, known)
    return known
  }
  return {
    world, now: world.now(), scale, dataCenters: [], vms: [],
    id: (purpose, number) => uuidOf(streamOf(purpose), number),
    curveSeed: (purpose, number) => mix(streamOf(purpose), number),
    random: (purpose) => createRandom(world.seed, purpose),
  }
}

export const gib = 1024 ** 3
export const dayMs = 86_400_000
