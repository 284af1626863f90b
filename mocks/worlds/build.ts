/** Makes worlds: the inventory right after set-up, sample inventories of any size, and the starting states of tests. */
import { createWorld } from '../engine/createWorld.ts'
import type { OwnedWorld } from '../engine/createWorld.ts'
import { continueOperations } from '../engine/lifecycle/continue.ts'
import { maxSchedulingBytes } from '../engine/scheduling/memory.ts'
import { addAccess, addAccounts, addMacPools, addSchedulingPolicies, addTemplates as addBlankTemplate } from './basics.ts'
import { breakStorage } from './brokenStorage.ts'
import { addHistory } from './history.ts'
import { addHosts } from './hosts.ts'
import { addOddities } from './oddities.ts'
import { addAffinity, addPeople, addRights, addTags } from './people.ts'
import { createPlan } from './plan.ts'
import { addRunningJobs } from './runningJobs.ts'
import { scaleOf } from './scale.ts'
import { addSites } from './sites.ts'
import { addStorage, sizeDomains } from './storage.ts'
import { addTemplates } from './templates.ts'
import { addKeptSnapshots } from './vmDevices.ts'
import { addVms } from './vms.ts'

export const worldStates = ['empty', 'small', 'datacenter', 'brokenStorage', 'large', 'inventory'] as const
export type WorldState = (typeof worldStates)[number]

export interface BuildOptions {
  readonly state: WorldState
  /** number of sample VMs for `inventory`; 0 = right after set-up; 200 when absent */
  readonly inventory?: number
  /** the same seed gives the same ids, names and statistics; 1 when absent */
  readonly seed?: number
  /** divides the durations of started operations; 1 when absent */
  readonly speed?: number
  /** wall clock, epoch ms */
  readonly now?: () => number
  /** started operations wait for `advance`: test worlds */
  readonly held?: boolean
}

/** Sample VMs of the named states. */
const sizes: Readonly<Record<Exclude<WorldState, 'inventory'>, number>> = { empty: 0, small: 24, datacenter: 200, brokenStorage: 40, large: 10_000 }

/** A world in the wanted state. It keeps the consistency rules (consistency.ts), `brokenStorage` too. */
export function buildWorld({ state, inventory = 200, seed = 1, speed = 1, now, held }: BuildOptions): OwnedWorld {
  const world = createWorld({ seed, speed, ...now && { now }, ...held !== undefined && { held } })
  const plan = createPlan(world, scaleOf(state === 'inventory' ? inventory : sizes[state]))
  addAccess(plan)
  const accounts = addAccounts(plan)
  addMacPools(plan, plan.scale.vms > 40_000 ? 2 : 1)
  addSchedulingPolicies(plan)
  addBlankTemplate(plan)
  addSites(plan)
  addHosts(plan)
  addStorage(plan)
  addTemplates(plan)
  addVms(plan)
  addOddities(plan)
  addKeptSnapshots(plan)
  sizeDomains(plan)
  addRights(plan, accounts)
  addPeople(plan)
  addTags(plan)
  addAffinity(plan)
  if (state === 'brokenStorage') breakStorage(plan)
  for (const host of world.tables.hosts.all()) if (host.memory !== undefined) host.max_scheduling_memory = maxSchedulingBytes(world, host)
  addHistory(plan)
  continueOperations(world, addRunningJobs(plan))
  return world
}
