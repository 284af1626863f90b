/** Virtual machines of the inventory: shape, status, host. Their disks, NICs and snapshots are in vmDevices.ts. */
import type * as Model from '../../src/wire/model.generated.ts'
import { neededBytes } from '../engine/scheduling/memory.ts'
import type { HostRow, VmRow } from '../engine/rows.ts'
import { reportGuest } from '../engine/statistics/guest.ts'
import { iconsOf } from './icons.ts'
import type { ClusterPlan, Plan, TemplatePlan } from './plan.ts'
import { dayMs, gib } from './plan.ts'
import { shared } from './random.ts'
import type { Random } from './random.ts'
import { clustersOf } from './sites.ts'
import { blankTemplate, displays, operatingSystem, vmConstants } from './templates.ts'
import { addDevices } from './vmDevices.ts'
import type { Shape, VmWish } from './vmShapes.ts'
import { createNamer, drawShape, drawStatuses } from './vmShapes.ts'

const topologies = new Map<number, Model.Cpu>()
/** CPU member for so many vCPUs, one object per number. */
function cpuOf(vcpus: number): Model.Cpu {
  const known = topologies.get(vcpus) ?? shared({ architecture: 'x86_64', topology: { cores: vcpus > 16 ? 4 : 1, sockets: vcpus > 16 ? vcpus / 4 : vcpus, threads: 1 } })
  topologies.set(vcpus, known)
  return known
}
const policies = new Map<string, Model.MemoryPolicy>()
function memoryPolicyOf(memoryGib: number, guaranteedShare: number, ballooning: boolean): Model.MemoryPolicy {
  const key = `${memoryGib} ${guaranteedShare} ${ballooning}`
  const known = policies.get(key) ?? shared({ ballooning, guaranteed: Math.round(memoryGib * guaranteedShare * 4) / 4 * gib, max: memoryGib * 4 * gib })
  policies.set(key, known)
  return known
}
const noHa = shared({ enabled: false, priority: 1 })
const haByPriority = new Map([1, 50, 100].map((priority) => [priority, shared({ enabled: true, priority })]))
const migratable = shared<Model.VmPlacementPolicy>({ affinity: 'migratable' })
const userMigratable = shared<Model.VmPlacementPolicy>({ affinity: 'user_migratable' })
const graphicsKinds = shared({ vnc: ['vnc' as const], both: ['spice' as const, 'vnc' as const], none: [] as never[] })
export const running: ReadonlySet<string | undefined> = new Set(['up', 'powering_up', 'powering_down', 'paused', 'migrating', 'not_responding', 'reboot_in_progress', 'saving_state', 'wait_for_launch', 'restoring_state', 'unknown'])

/** From so many VMs on the engine itself runs in one of them. */
export const engineVmFrom = 200

export function addVms(plan: Plan): void {
  const count = plan.scale.vms
  if (count === 0) return
  const random = plan.random('vms')
  const clusters = clustersOf(plan).filter(({ places }) => places.length > 0)
  const lostHosts = clustersOf(plan).flatMap((cluster) => cluster.hosts.filter(({ status }) => status === 'non_responsive').map((host) => ({ cluster, host })))
  const lost = count >= 40 ? lostHosts.length * 3 : 0
  const pooled = addPools(plan, random)
  // the engine's own VM is one of them (oddities.ts)
  const own = count - pooled.length - (count >= engineVmFrom ? 1 : 0)
  const statuses = drawStatuses(random, own, lost)
  const nameOf = createNamer(count)
  const weights = clusters.map((cluster) => [cluster, cluster.places.length] as const)
  let lostSeen = 0
  for (let number = 0; number < own; number += 1) {
    const status = statuses[number] ?? 'up'
    const shape = drawShape(random)
    const lostAt = status === 'unknown' ? lostHosts[lostSeen++ % lostHosts.length] : undefined
    const cluster = lostAt?.cluster ?? random.weighted(weights)
    addVm(plan, random, { number, name: nameOf(shape.stem), shape, status, cluster, thin: shape.type === 'desktop' || random.chance(0.4) }, lostAt?.host)
  }
  pooled.forEach((wish, position) => addVm(plan, random, { ...wish, number: own + position, cluster: wish.cluster }))
}

/** Makes one VM with everything that belongs to it. A running one that fits on no host stays down. */
export function addVm(plan: Plan, random: Random, wish: VmWish, lostHost?: HostRow): VmRow {
  const { number, shape, cluster, pool } = wish
  const { now } = plan
  const template = wish.template ?? pickTemplate(random, cluster, shape)
  const thin = (wish.thin ?? false) && template !== undefined
  const created = now - Math.round(5 * 365 * dayMs * random.next() ** 2) - dayMs
  const headless = shape.type === 'high_performance' || random.chance(0.015)
  const graphics = headless ? graphicsKinds.none : random.chance(shape.type === 'desktop' ? 0.6 : 0.07) ? graphicsKinds.both : graphicsKinds.vnc
  const available = !pool && random.chance(0.12) ? haByPriority.get(random.weighted([[1, 50], [50, 35], [100, 15]])) : undefined
  const leased = available !== undefined && random.chance(0.5) ? cluster.dataCenter.domains[number % Math.max(1, cluster.dataCenter.domains.length)] : undefined
  const row: VmRow = {
    ...vmConstants, id: plan.id('vm', number), name: wish.name, type: shape.type, cluster: { id: cluster.row.id },
    template: thin ? { id: template.row.id } : blankTemplate, original_template: template ? { id: template.row.id } : blankTemplate, cpu_profile: cpuProfileOf(plan, cluster), quota: cluster.dataCenter.quota,
    cpu: cpuOf(shape.vcpus), memory: shape.memoryGib * gib, memory_policy: memoryPolicyOf(shape.memoryGib, random.pick([0.5, 0.75, 1, 1]), shape.type !== 'high_performance'), os: operatingSystem(shape.os),
    display: graphics === graphicsKinds.both ? displays.both : displays.vnc, high_availability: available ?? noHa, ...leased && { lease: { storage_domain: { id: leased.id } } },
    placement_policy: random.chance(0.02) ? userMigratable : migratable, creation_time: created, next_run_configuration_exists: false, run_once: false,
    stateless: false, use_latest_template_version: false, ...iconsOf(shape.os), ...pool && { vm_pool: { id: pool.id } },
    hidden: { seed: plan.curveSeed('vm', number), curve: shape.curve, createdById: plan.id('user', number % 9 === 4 ? 2 : 0), graphics: [...graphics], guestAgent: shape.os !== 'other' && random.chance(0.85), ips: [], triedHostIds: [] },
  }
  enterStatus(plan, random, row, cluster, wish.status, lostHost)
  plan.world.tables.vms.insert(row)
  plan.vms.push(row)
  addDevices(plan, random, row, wish, thin ? template : undefined)
  if (row.status === 'up' || row.status === 'migrating') reportGuest(row)
  return row
}

const cpuProfiles = new WeakMap<ClusterPlan, { id: string }>()
function cpuProfileOf(plan: Plan, cluster: ClusterPlan): { id: string } {
  const known = cpuProfiles.get(cluster) ?? shared({ id: plan.world.tables.cpuProfiles.by('cluster', cluster.row.id)[0]?.id ?? '' })
  cpuProfiles.set(cluster, known)
  return known
}

function pickTemplate(random: Random, cluster: ClusterPlan, shape: Shape): TemplatePlan | undefined {
  const all = cluster.dataCenter.templates
  const fitting = all.filter(({ row }) => row.os?.type === shape.os)
  return fitting.length > 0 ? random.pick(fitting) : shape.type === 'desktop' || random.chance(0.5) ? all.find(({ row }) => row.type === shape.type) : undefined
}

/** Host, times and what else goes with a status. */
function enterStatus(plan: Plan, random: Random, row: VmRow, cluster: ClusterPlan, wished: Model.VmStatus, lostHost: HostRow | undefined): void {
  const { now } = plan
  const stopped = now - Math.round(random.logUniform(3_600_000, 200 * dayMs))
  const needs = neededBytes(row)
  const places = running.has(wished) && !lostHost ? cluster.places.filter(({ freeBytes }) => freeBytes >= needs).sort((one, other) => other.freeBytes - one.freeBytes) : []
  const place = places[places.length > 1 && random.chance(0.25) ? 1 : 0]
  const target = wished === 'migrating' ? places.find((candidate) => candidate !== place) : undefined
  const status = !running.has(wished) || lostHost || place ? (wished === 'migrating' && !target ? 'up' : wished) : 'down'
  row.status = status
  if (!running.has(status)) {
    row.stop_time = status === 'image_locked' ? now - 120_000 : stopped
    if (status === 'down') {
      row.stop_reason = ''
      row.hidden.exit = random.chance(0.02) ? 'error' : 'normal'
    }
    if (row.placement_policy === migratable && random.chance(0.03)) pin(random, row, cluster)
    return
  }
  const host = lostHost ?? place?.host
  if (host) row.host = { id: host.id }
  if (place) place.freeBytes -= needs
  row.start_time = ['powering_up', 'wait_for_launch'].includes(status) ? now - 8_000 : now - Math.min(Math.round(random.logUniform(3_600_000, 365 * dayMs)), now - (row.creation_time ?? 0))
  if (random.chance(0.6)) row.stop_time = Math.max(row.creation_time ?? 0, row.start_time - Math.round(random.logUniform(20_000, 3_600_000)))
  if (status === 'paused') row.status_detail = 'none'
  if (status === 'up' && random.chance(0.03)) {
    row.next_run_configuration_exists = true
    row.hidden.nextRun = { memory: (row.memory ?? gib) * 2, description: 'More memory at the next start' }
  }
  if (target && host) {
    target.freeBytes -= needs
    row.hidden.migration = { fromHostId: host.id, toHostId: target.host.id, startedMs: now - 4_000, durationMs: Math.round(10_000 * Math.max(1, (row.memory ?? 0) / (4 * gib))) }
  }
  if (status === 'up' && random.chance(0.02)) pin(random, row, cluster)
}

/** Pinned to the host it runs on, or to one of its cluster while it is down. */
function pin(random: Random, row: VmRow, cluster: ClusterPlan): void {
  const hostId = row.host?.id ?? (cluster.places.length > 0 ? random.pick(cluster.places).host.id : undefined)
  if (hostId !== undefined) row.placement_policy = { affinity: 'pinned', hosts: [{ id: hostId }] }
}

/** Pools over a desktop template, automatic and manual by turns; about two thirds of their VMs run. */
function addPools(plan: Plan, random: Random): Omit<VmWish, 'number'>[] {
  const { scale } = plan
  const clusters = clustersOf(plan).filter(({ places, dataCenter }) => places.length > 1 && dataCenter.templates.some(({ row }) => row.type === 'desktop'))
  if (clusters.length === 0 || scale.poolVms === 0) return []
  const each = Math.min(1000, Math.max(1, Math.floor(scale.poolVms / scale.pools)))
  return Array.from({ length: scale.pools }, (_, number) => {
    const cluster = clusters[number % clusters.length] ?? clusters[0]
    const template = cluster?.dataCenter.templates.filter(({ row }) => row.type === 'desktop')[number % 2] ?? cluster?.dataCenter.templates.find(({ row }) => row.type === 'desktop')
    if (!cluster || !template) return []
    const masked = number % 3 === 1
    const topic = ['training', 'callcenter', 'students', 'lab', 'temps'][number % 5] ?? 'pool'
    const name = `${topic}${number < 5 ? '' : `-${Math.floor(number / 5) + 1}`}${masked ? '-????' : ''}`
    const pool = plan.world.tables.vmPools.insert({
      id: plan.id('pool', number), name, description: '', comment: '', auto_storage_select: false, max_user_vms: 1, prestarted_vms: Math.min(5, each), size: each, stateful: number % 4 === 3,
      type: number % 2 === 0 ? 'automatic' : 'manual', use_latest_template_version: false, display: {}, cluster: { id: cluster.row.id }, template: { id: template.row.id }, hidden: {},
    })
    return Array.from({ length: each }, (_none, position): Omit<VmWish, 'number'> => ({
      name: poolVmName(name, position + 1), pool, thin: true, template, cluster, status: random.chance(0.67) ? 'up' : 'down',
      shape: { type: 'desktop', stem: topic, os: template.row.os?.type ?? 'rhel_9x64', vcpus: 2, memoryGib: 4, curve: 'desktop' },
    }))
  }).flat()
}

/** Name of the n-th VM of a pool: its question marks are the digits, without any the number follows a dash. Source: NameForVmInPoolGenerator. */
export function poolVmName(poolName: string, number: number): string {
  const mask = /\?+/.exec(poolName)?.[0]
  return mask === undefined ? `${poolName}-${number}` : poolName.replace(mask, String(number).padStart(mask.length, '0'))
}
