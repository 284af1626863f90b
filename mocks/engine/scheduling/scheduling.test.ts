import { beforeEach, describe, expect, test } from 'vitest'
import { buildWorld } from '../../worlds/build.ts'
import { Refusal } from '../call.ts'
import type { OwnedWorld } from '../createWorld.ts'
import type { AffinityGroupRow, HostRow, VmRow } from '../rows.ts'
import { affinityClosure, isBroken } from './affinity.ts'
import { addPending, committedBytes, dropPending, maxSchedulingBytes, neededBytes, overheadBytes } from './memory.ts'
import type { SchedulingRequest } from './request.ts'
import { chooseHost, findHost, migrationTargets, possibleHosts } from './selectHost.ts'
import { selectByRank } from './weights.ts'
import { contextOf } from './request.ts'

const gib = 1024 ** 3
let world: OwnedWorld
let hosts: readonly [HostRow, HostRow, HostRow]
let vm: VmRow

/** One cluster with three equal hosts that run nothing, and one VM that is down; the first host's world is otherwise as usual. */
beforeEach(() => {
  world = buildWorld({ state: 'small', held: true, now: () => Date.parse('2026-03-02T03:00:00Z') })
  const { tables } = world
  for (const table of [tables.affinityGroups, tables.affinityLabels]) for (const row of [...table.all()]) table.remove(row.id)
  const up = tables.hosts.byName().filter(({ status }) => status === 'up')
  const [first, second, third, ...others] = up.filter(({ cluster }) => cluster.id === up[0]?.cluster.id)
  if (!first || !second || !third) throw new Error('the world has too few hosts')
  hosts = [first, second, third]
  for (const host of others) tables.hosts.change(host.id, (row) => { row.status = 'maintenance' })
  for (const host of hosts) {
    for (const guest of tables.vms.by('host', host.id)) tables.vms.change(guest.id, (row) => {
      row.status = 'down'
      delete row.host
      delete row.hidden.migration
    })
    tables.hosts.change(host.id, (row) => {
      row.memory = 64 * gib
      row.hidden.swapTotalBytes = 0
      row.hidden.pending = []
    })
  }
  const found = tables.vms.by('cluster', first.cluster.id).find(({ status, placement_policy: policy }) => status === 'down' && policy?.affinity === 'migratable')
  if (!found) throw new Error('the world has no VM that is down')
  vm = tables.vms.change(found.id, (row) => {
    row.memory = 4 * gib
    row.cpu = { topology: { cores: 2, sockets: 1, threads: 1 } }
    row.placement_policy = { affinity: 'migratable' }
    row.high_availability = { enabled: false, priority: 1 }
  })
})

const place = (id: string, hostId: string) => world.tables.vms.change(id, (row) => {
  row.status = 'up'
  row.host = { id: hostId }
})
/** Another small VM of the cluster. */
function companion(hostId?: string): VmRow {
  const other = world.tables.vms.by('cluster', vm.cluster.id).find(({ id, status }) => id !== vm.id && status === 'down')
  if (!other) throw new Error('the cluster has one VM only')
  world.tables.vms.change(other.id, (row) => {
    row.memory = gib
    row.placement_policy = { affinity: 'migratable' }
  })
  return hostId === undefined ? other : place(other.id, hostId)
}
const group = (rules: Partial<AffinityGroupRow>): AffinityGroupRow => world.tables.affinityGroups.insert({
  id: world.newId(), name: 'rule', cluster: { id: vm.cluster.id }, priority: 1, vmIds: [vm.id], hostIds: [], vmLabelIds: [], hostLabelIds: [], ...rules,
})
const reasonsPerHost = (request: Partial<SchedulingRequest> = {}): Record<string, string> =>
  Object.fromEntries(possibleHosts({ world, vms: [vm], ...request }).dropped.map(({ host, reason }) => [host.name, reason.code.replace('VAR__DETAIL__', '')]))

describe('filters', () => {
  test('keep every host for an ordinary VM', () => { expect(reasonsPerHost()).toEqual({}) })

  const [one, two, three] = [0, 1, 2] as const
  const cases: readonly (readonly [name: string, prepare: () => Partial<SchedulingRequest> | undefined, dropped: readonly (readonly [0 | 1 | 2, string])[]])[] = [
    ['memory that is promised already', () => {
      world.tables.hosts.change(hosts[0].id, (row) => { row.hidden.pending = [{ vmId: 'other', memoryBytes: 62 * gib, vcpus: 1 }] })
      return undefined
    }, [[one, 'NOT_ENOUGH_MEMORY']]],
    ['a VM larger than the hosts', () => {
      vm = world.tables.vms.change(vm.id, (row) => { row.memory = 65 * gib })
      return undefined
    }, [[one, 'NOT_ENOUGH_MEMORY'], [two, 'NOT_ENOUGH_MEMORY'], [three, 'NOT_ENOUGH_MEMORY']]],
    ['more vCPUs than cores', () => {
      vm = world.tables.vms.change(vm.id, (row) => { row.cpu = { topology: { cores: 8, sockets: 2, threads: 1 } } })
      world.tables.hosts.change(hosts[1].id, (row) => { row.cpu = { ...row.cpu, topology: { cores: 4, sockets: 2, threads: 2 } } })
      return undefined
    }, [[two, 'NOT_ENOUGH_CORES']]],
    ['pinning to one host', () => {
      vm = world.tables.vms.change(vm.id, (row) => { row.placement_policy = { affinity: 'pinned', hosts: [{ id: hosts[2].id }] } })
      return undefined
    }, [[one, 'NOT_PINNED_TO_HOST'], [two, 'NOT_PINNED_TO_HOST']]],
    ['load above the limit of the policy', () => {
      world.tables.clusters.change(vm.cluster.id, (row) => { row.custom_scheduling_policy_properties = [{ name: 'HighUtilization', value: '0' }] })
      return undefined
    }, [[one, 'CPU_OVERLOADED'], [two, 'CPU_OVERLOADED'], [three, 'CPU_OVERLOADED']]],
    ['a machine type that one host lacks', () => {
      world.tables.hosts.change(hosts[0].id, (row) => { row.hidden.emulatedMachines = ['pc-old'] })
      return undefined
    }, [[one, 'UNSUPPORTED_EMULATED_MACHINE']]],
    ['a CPU model of its own', () => {
      vm = world.tables.vms.change(vm.id, (row) => { row.custom_cpu_model = 'Rare' })
      world.tables.hosts.change(hosts[1].id, (row) => { row.hidden.cpuFlags = ['model_Rare'] })
      return undefined
    }, [[one, 'CPU_UNSUPPORTED'], [three, 'CPU_UNSUPPORTED']]],
    ['a network whose link is down', () => {
      for (const nic of world.tables.hostNics.by('hostId', hosts[0].id)) world.tables.hostNics.change(nic.id, (row) => { row.status = 'down' })
      return undefined
    }, [[one, 'NETWORK_MISSING']]],
    ['a host device elsewhere', () => {
      const device = world.tables.hostDevices.by('hostId', hosts[1].id)[0]
      if (device) world.tables.hostDevices.change(device.id, (row) => { row.vmId = vm.id })
      return undefined
    }, [[one, 'HOSTDEV_DISABLED'], [three, 'HOSTDEV_DISABLED']]],
    ['swap that is in use', () => {
      world.tables.hosts.change(hosts[0].id, (row) => {
        row.memory = 4 * gib
        row.hidden.swapTotalBytes = 64 * gib
      })
      place(companion().id, hosts[0].id)
      return undefined
    }, [[one, 'SWAP_VALUE_ILLEGAL']]],
    ['a hard positive rule between VMs', () => {
      const other = companion(hosts[1].id)
      group({ vmIds: [vm.id, other.id], vms_rule: { enabled: true, positive: true, enforcing: true } })
      return undefined
    }, [[one, 'AFFINITY_FAILED_POSITIVE'], [three, 'AFFINITY_FAILED_POSITIVE']]],
    ['a hard negative rule between VMs', () => {
      const other = companion(hosts[1].id)
      group({ vmIds: [vm.id, other.id], vms_rule: { enabled: true, positive: false, enforcing: true } })
      return undefined
    }, [[two, 'AFFINITY_FAILED_NEGATIVE']]],
    ['no rule between VMs when a maintenance ignores them', () => {
      const other = companion(hosts[1].id)
      group({ vmIds: [vm.id, other.id], vms_rule: { enabled: true, positive: false, enforcing: true } })
      return { ignoresVmAffinity: true }
    }, []],
    ['a soft rule drops nothing', () => {
      const other = companion(hosts[1].id)
      group({ vmIds: [vm.id, other.id], vms_rule: { enabled: true, positive: false, enforcing: false } })
      return undefined
    }, []],
    ['a hard positive rule with hosts', () => {
      group({ hostIds: [hosts[0].id], hosts_rule: { enabled: true, positive: true, enforcing: true } })
      return undefined
    }, [[two, 'AFFINITY_FAILED_POSITIVE'], [three, 'AFFINITY_FAILED_POSITIVE']]],
    ['a hard negative rule with hosts', () => {
      group({ hostIds: [hosts[0].id], hosts_rule: { enabled: true, positive: false, enforcing: true } })
      return undefined
    }, [[one, 'AFFINITY_FAILED_NEGATIVE']]],
    ['a label with a group of its own', () => {
      world.tables.affinityLabels.insert({ id: world.newId(), name: 'licence', vmIds: [vm.id], hostIds: [hosts[2].id], has_implicit_affinity_group: true })
      return undefined
    }, [[one, 'AFFINITY_FAILED_POSITIVE'], [two, 'AFFINITY_FAILED_POSITIVE']]],
    ['a cluster in maintenance that starts only highly available VMs', () => {
      const policy = [...world.tables.schedulingPolicies.all()].find(({ name }) => name === 'cluster_maintenance')
      world.tables.clusters.change(vm.cluster.id, (row) => { row.scheduling_policy = { id: policy?.id ?? '' } })
      return undefined
    }, [[one, 'CLUSTER_IN_MAINTENANCE'], [two, 'CLUSTER_IN_MAINTENANCE'], [three, 'CLUSTER_IN_MAINTENANCE']]],
    ['the engine of hosted-engine hosts only', () => {
      vm = world.tables.vms.change(vm.id, (row) => { row.origin = 'managed_hosted_engine' })
      for (const [number, host] of hosts.entries()) world.tables.hosts.change(host.id, (row) => { row.hosted_engine = { configured: true, score: number === 0 ? 3400 : 0 } })
      return undefined
    }, [[two, 'NOT_HE_HOST'], [three, 'NOT_HE_HOST']]],
  ]
  test.each(cases)('answer for %s', (_, prepare, dropped) => {
    const request = prepare()
    expect(reasonsPerHost(request)).toEqual(Object.fromEntries(dropped.map(([number, code]) => [hosts[number].name, code])))
  })

  test('let a paused VM stay where it is, whatever its memory', () => {
    const paused = world.tables.vms.change(vm.id, (row) => {
      row.status = 'paused'
      row.memory = 65 * gib
    })
    expect(possibleHosts({ world, vms: [paused] }).dropped).toEqual([])
  })
})

describe('candidates', () => {
  test('are up hosts of the cluster, without the black list, within the white list', () => {
    const names = (request: Partial<SchedulingRequest>) => possibleHosts({ world, vms: [vm], ...request }).hosts.map(({ name }) => name)
    const [first, second, third] = hosts.map(({ name }) => name)
    expect(names({})).toEqual([first, second, third])
    expect(names({ blackListIds: [hosts[0].id] })).toEqual([second, third])
    expect(names({ whiteListIds: [hosts[1].id] })).toEqual([second])
    world.tables.hosts.change(hosts[1].id, (row) => { row.status = 'connecting' })
    expect(names({})).toEqual([first, third])
  })
  test('of a migration leave out the source', () => {
    vm = place(vm.id, hosts[0].id)
    expect(possibleHosts({ world, vms: [vm], isMigration: true }).hosts.map(({ id }) => id)).toEqual([hosts[1].id, hosts[2].id])
  })
  test('none at all, and all filtered out, are told apart, with a reason per host', () => {
    const codes = () => {
      try {
        chooseHost({ world, vms: [vm] })
      } catch (error) {
        return error instanceof Refusal ? error.reasons : []
      }
      return []
    }
    vm = world.tables.vms.change(vm.id, (row) => { row.memory = 65 * gib })
    expect(codes().map(({ code }) => code)).toEqual(['SCHEDULING_ALL_HOSTS_FILTERED_OUT', 'VAR__DETAIL__NOT_ENOUGH_MEMORY', 'VAR__DETAIL__NOT_ENOUGH_MEMORY', 'VAR__DETAIL__NOT_ENOUGH_MEMORY'])
    expect(codes().slice(1).map(({ params }) => params?.['hostName'])).toEqual(hosts.map(({ name }) => name))
    for (const host of hosts) world.tables.hosts.change(host.id, (row) => { row.status = 'maintenance' })
    expect(codes()).toEqual([{ code: 'SCHEDULING_NO_HOSTS' }])
    expect(findHost({ world, vms: [vm] })).toBeUndefined()
  })
  test('a wish is taken when it survives, and is no way round the filters', () => {
    expect(chooseHost({ world, vms: [vm], preferredIds: [hosts[2].id] }).id).toBe(hosts[2].id)
    world.tables.hosts.change(hosts[2].id, (row) => { row.memory = gib })
    expect(chooseHost({ world, vms: [vm], preferredIds: [hosts[2].id] }).id).not.toBe(hosts[2].id)
  })
})

describe('weights', () => {
  const load = (host: HostRow, memoryGib: number) => world.tables.hosts.change(host.id, (row) => { row.hidden.pending = [{ vmId: 'load', memoryBytes: memoryGib * gib, vcpus: memoryGib }] })
  test('spread by default: the emptiest host wins', () => {
    load(hosts[0], 20)
    load(hosts[1], 4)
    load(hosts[2], 30)
    expect(chooseHost({ world, vms: [vm] }).id).toBe(hosts[1].id)
  })
  test('pack when the policy saves power', () => {
    load(hosts[0], 20)
    load(hosts[1], 4)
    load(hosts[2], 30)
    const policy = [...world.tables.schedulingPolicies.all()].find(({ name }) => name === 'power_saving')
    world.tables.clusters.change(vm.cluster.id, (row) => { row.scheduling_policy = { id: policy?.id ?? '' } })
    expect(chooseHost({ world, vms: [vm] }).id).toBe(hosts[2].id)
  })
  test('put the preferred hosts of a VM before load', () => {
    load(hosts[0], 30)
    vm = world.tables.vms.change(vm.id, (row) => { row.placement_policy = { affinity: 'migratable', hosts: [{ id: hosts[0].id }] } })
    expect(chooseHost({ world, vms: [vm] }).id).toBe(hosts[0].id)
  })
  test('follow soft rules', () => {
    load(hosts[1], 10)
    group({ hostIds: [hosts[1].id], hosts_rule: { enabled: true, positive: true, enforcing: false } })
    expect(chooseHost({ world, vms: [vm] }).id).toBe(hosts[1].id)
  })
  test('are summed as ranks times factors; a tie goes to the first by name', () => {
    const context = contextOf({ world, vms: [vm] })
    if (!context) throw new Error('the VM has no cluster')
    load(hosts[0], 10)
    expect(selectByRank(context, hosts, [{ name: 'OptimalForMemoryEvenDistribution', factor: 1 }])?.id).toBe(hosts[1].id)
    expect(selectByRank(context, hosts, [{ name: 'OptimalForMemoryEvenDistribution', factor: 1 }, { name: 'OptimalForMemoryPowerSaving', factor: 5 }])?.id).toBe(hosts[0].id)
    expect(selectByRank(context, hosts, [])?.id).toBe(hosts[0].id)
  })
})

describe('memory', () => {
  test('of a VM is its own and QEMU\'s: memory/512 + 64 MiB, video, 8 per vCPU and per I/O thread', () => {
    const shape = { memory: 4 * gib, cpu: { topology: { cores: 2, sockets: 2, threads: 1 } }, io: { threads: 1 }, display: { monitors: 1 }, hidden: { ...vm.hidden, graphics: ['vnc' as const] } }
    expect(overheadBytes(shape) / 1024 ** 2).toBe(8 + 64 + 16 + 4 * 8 + 8)
    expect(overheadBytes({ ...shape, hidden: { ...vm.hidden, graphics: [] } }) / 1024 ** 2).toBe(8 + 64 + 4 * 8 + 8)
  })
  test('that is pending counts once, and is free again when dropped', () => {
    const before = maxSchedulingBytes(world, hosts[0])
    addPending(world, hosts[0].id, vm)
    addPending(world, hosts[0].id, vm)
    expect(maxSchedulingBytes(world, hosts[0])).toBe(before - neededBytes(vm))
    vm = place(vm.id, hosts[0].id)
    expect(maxSchedulingBytes(world, hosts[0])).toBe(before - neededBytes(vm))
    dropPending(world, hosts[0].id, vm.id)
    expect(committedBytes(world, hosts[0])).toBe(neededBytes(vm))
    expect(maxSchedulingBytes(world, hosts[0])).toBe(before - neededBytes(vm))
  })
  test('of a cluster with over-commit is more than physical', () => {
    const before = maxSchedulingBytes(world, hosts[0])
    world.tables.clusters.change(vm.cluster.id, (row) => { row.memory_policy = { over_commit: { percent: 200 } } })
    expect(maxSchedulingBytes(world, hosts[0])).toBeGreaterThan(before)
  })
})

describe('affinity', () => {
  test('closure follows hard positive rules through several groups, over running VMs', () => {
    vm = place(vm.id, hosts[0].id)
    const near = companion(hosts[0].id)
    const far = companion(hosts[0].id)
    group({ vmIds: [vm.id, near.id], vms_rule: { enabled: true, positive: true, enforcing: true } })
    group({ vmIds: [near.id, far.id], vms_rule: { enabled: true, positive: true, enforcing: true } })
    expect(new Set(affinityClosure(world, [vm]).map(({ id }) => id))).toEqual(new Set([vm.id, near.id, far.id]))
    expect(migrationTargets(world, [vm.id], false)).toEqual([])
    expect(migrationTargets(world, [vm.id], true).map(({ id }) => id)).toEqual([hosts[1].id, hosts[2].id])
    expect(migrationTargets(world, ['no such VM'], false)).toEqual([])
  })
  test('is broken by the present placement, not by intent', () => {
    vm = place(vm.id, hosts[0].id)
    const other = companion(hosts[1].id)
    expect(isBroken(world, group({ vmIds: [vm.id, other.id], vms_rule: { enabled: true, positive: true, enforcing: true } }))).toBe(true)
    expect(isBroken(world, group({ vmIds: [vm.id, other.id], vms_rule: { enabled: true, positive: false, enforcing: true } }))).toBe(false)
    expect(isBroken(world, group({ hostIds: [hosts[0].id], hosts_rule: { enabled: true, positive: false, enforcing: true } }))).toBe(true)
  })
})
