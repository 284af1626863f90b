/** How many of everything an inventory of so many VMs has: the columns S to XL of the sample topology, interpolated. */

export interface Scale {
  vms: number
  dataCenters: number
  clusters: number
  /** hosts in service and out of it */
  hosts: number
  dataDomains: number
  otherDomains: number
  snapshots: number
  templates: number
  pools: number
  poolVms: number
  networks: number
  vnicProfiles: number
  users: number
  groups: number
  permissions: number
  tags: number
  affinityGroups: number
  affinityLabels: number
  events: number
  jobs: number
}

const sizes = [0, 200, 2_000, 10_000, 50_000]
const table: Readonly<Record<Exclude<keyof Scale, 'vms'>, readonly [number, number, number, number, number]>> = {
  dataCenters: [1, 1, 2, 4, 10],
  clusters: [1, 2, 8, 30, 120],
  hosts: [2, 12, 60, 260, 1_200],
  dataDomains: [2, 4, 20, 70, 280],
  otherDomains: [1, 2, 3, 4, 5],
  snapshots: [0, 60, 800, 4_000, 20_000],
  templates: [3, 12, 60, 220, 800],
  pools: [1, 2, 10, 40, 120],
  poolVms: [0, 30, 300, 1_800, 9_000],
  networks: [5, 8, 45, 150, 500],
  vnicProfiles: [5, 10, 60, 220, 800],
  users: [6, 25, 200, 900, 4_000],
  groups: [2, 5, 20, 60, 200],
  permissions: [10, 120, 1_500, 8_000, 40_000],
  tags: [6, 10, 40, 120, 400],
  affinityGroups: [1, 4, 40, 200, 900],
  affinityLabels: [1, 3, 10, 40, 120],
  events: [60, 6_000, 12_000, 20_000, 20_000],
  jobs: [1, 3, 10, 40, 150],
}

/** The most events an inventory starts with: the newest ones, however many thirty days of so many VMs would have made. */
export const mostEvents = 20_000

/** Sizes for an inventory of `vms` virtual machines; beyond the largest column the last slope goes on. */
export function scaleOf(vms: number): Scale {
  const upper = Math.max(1, sizes.findIndex((size) => vms <= size) === -1 ? sizes.length - 1 : sizes.findIndex((size) => vms <= size))
  const low = sizes[upper - 1] ?? 0
  const high = sizes[upper] ?? 1
  const part = (vms - low) / (high - low)
  const at = (row: readonly number[]) => Math.round((row[upper - 1] ?? 0) + ((row[upper] ?? 0) - (row[upper - 1] ?? 0)) * part)
  const scale = { vms } as Record<keyof Scale, number> // filled for every key of the table below
  for (const key of Object.keys(table) as (keyof typeof table)[]) scale[key] = at(table[key]) // keys of a constant object
  scale.events = Math.min(scale.events, mostEvents)
  return scale
}
