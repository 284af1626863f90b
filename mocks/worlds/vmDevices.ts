/** Disks, NICs, addresses and snapshots of the inventory's virtual machines. */
import type * as Model from '../../src/wire/model.generated.ts'
import type { DiskRow, SnapshotRow, StorageDomainRow, VmRow } from '../engine/rows.ts'
import { macPrefix } from './basics.ts'
import type { ClusterPlan, Plan, TemplatePlan } from './plan.ts'
import { dayMs, gib } from './plan.ts'
import type { Random, Shares } from './random.ts'
import { shared } from './random.ts'
import { profileOf } from './templates.ts'
import type { VmWish } from './vmShapes.ts'

const diskCounts: Shares<number> = [[1, 55], [2, 28], [3, 9], [4, 4], [5, 2], [8, 2]]
const diskSizes: Shares<number> = [[20, 20], [40, 25], [60, 15], [100, 22], [250, 12], [500, 4], [1000, 1], [2000, 1]]
const diskInterfaces: Shares<Model.DiskInterface> = [['virtio_scsi', 60], ['virtio', 36], ['sata', 4]]
const nicCounts: Shares<number> = [[1, 82], [2, 14], [3, 3], [4, 1]]
const nicInterfaces: Shares<Model.NicInterface> = [['virtio', 97], ['e1000e', 3]]

/** Disks are counted over the whole inventory: sizes per VM would cost one pass more. */
interface Counters { disks: number; nics: number[]; snapshots: number }
const counters = new WeakMap<Plan, Counters>()
export function countersOf(plan: Plan): Counters {
  const known = counters.get(plan) ?? { disks: 0, nics: [], snapshots: 0 }
  counters.set(plan, known)
  return known
}

const domainRefs = new WeakMap<StorageDomainRow, [{ id: string }]>()
const refTo = (domain: StorageDomainRow): [{ id: string }] => {
  const known = domainRefs.get(domain) ?? shared<[{ id: string }]>([{ id: domain.id }])
  domainRefs.set(domain, known)
  return known
}
const diskConstants = shared({ description: '', backup: 'none', content_type: 'data', propagate_errors: false, shareable: false, storage_type: 'image', wipe_after_delete: false } as const satisfies Partial<DiskRow>)
const attachmentConstants = shared({ active: true, pass_discard: false, read_only: false, uses_scsi_reservation: false })

export function addDevices(plan: Plan, random: Random, vm: VmRow, wish: VmWish, template: TemplatePlan | undefined): void {
  const { tables } = plan.world
  const counts = countersOf(plan)
  addNics(plan, random, vm, wish)
  const diskIds: string[] = []
  const total = wish.pool ? 1 : random.weighted(diskCounts)
  for (let position = 0; position < total; position += 1) {
    const size = Math.max(random.weighted(diskSizes) * gib, position === 0 ? template?.diskBytes ?? 0 : 0)
    const id = addDisk(plan, random, { name: `${vm.name}_Disk${position + 1}`, sizeBytes: size, cluster: wish.cluster, ...position === 0 && template && { template }, locked: vm.status === 'image_locked' })
    diskIds.push(id)
    tables.diskAttachments.insert({ ...attachmentConstants, id: plan.id('attachment of disk', counts.disks), ownerId: vm.id, disk: { id }, bootable: position === 0, interface: random.weighted(diskInterfaces) })
  }
  const active = addSnapshot(plan, vm, diskIds, 'Active VM', 'active', vm.creation_time ?? plan.now)
  if (vm.status === 'image_locked') active.snapshot_status = 'locked'
  // a pool VM that runs and forgets its changes stands on a stateless snapshot
  if (wish.pool && wish.pool.stateful !== true && vm.host) addSnapshot(plan, vm, diskIds, 'stateless snapshot', 'stateless', vm.start_time ?? plan.now)
}

export function addSnapshot(plan: Plan, vm: VmRow, diskIds: string[], description: string, type: Model.SnapshotType, date: number): SnapshotRow {
  const counts = countersOf(plan)
  counts.snapshots += 1
  return plan.world.tables.snapshots.insert({
    id: plan.id('snapshot', counts.snapshots), vmId: vm.id, description, date, snapshot_type: type, snapshot_status: 'ok', persist_memorystate: false, diskIds,
    ...type !== 'active' && { config: { name: vm.name, ...vm.cpu && { cpu: vm.cpu }, ...vm.memory !== undefined && { memory: vm.memory } } },
  })
}

interface DiskWish { name: string; sizeBytes: number; cluster: ClusterPlan; template?: TemplatePlan; locked?: boolean; content?: Model.DiskContentType; shareable?: boolean }

/** Makes an image disk on a domain of the cluster's data center (a template's thin copy on one of the template's). Returns its id. */
export function addDisk(plan: Plan, random: Random, { name, sizeBytes, cluster, template, locked, content, shareable }: DiskWish): string {
  const counts = countersOf(plan)
  counts.disks += 1
  const domains = template?.domains ?? cluster.dataCenter.domains
  const domain = domains[Math.floor(random.next() * domains.length)]
  const id = plan.id('disk', counts.disks)
  const thin = template !== undefined || (content === undefined && !shareable && random.chance(0.72))
  const actual = thin ? Math.max(gib / 4, Math.round((sizeBytes * (0.05 + 0.5 * random.next())) / 65_536) * 65_536) : sizeBytes
  plan.world.tables.disks.insert({
    ...diskConstants, id, name, alias: name, actual_size: actual, total_size: actual, provisioned_size: sizeBytes, format: thin ? 'cow' : 'raw', ...thin && { qcow_version: 'qcow2_v3' as const }, sparse: thin || domain?.storage?.type === 'nfs',
    image_id: plan.id('image', counts.disks), status: locked ? 'locked' : 'ok', storage_domains: domain ? refTo(domain) : [], quota: cluster.dataCenter.quota, ...profileOf(plan, domain), ...content && { content_type: content }, ...shareable && { shareable },
    hidden: { seed: plan.curveSeed('disk', counts.disks), ...template && { templateId: template.row.id } },
  })
  return id
}

function addNics(plan: Plan, random: Random, vm: VmRow, { cluster }: VmWish): void {
  const { tables } = plan.world
  const counts = countersOf(plan)
  const total = cluster.profiles.length === 0 ? 0 : random.weighted(nicCounts)
  for (let position = 0; position < total; position += 1) {
    const within = counts.nics[cluster.macPool] ?? 0
    counts.nics[cluster.macPool] = within + 1
    const all = counts.nics.reduce((sum, some) => sum + (some ?? 0), 0)
    // the first few addresses of a range stay free for what users create
    const low = (within + 16) & 0xffff
    const profile = cluster.profiles.length > 1 ? cluster.profiles[1 + Math.floor(random.next() * (cluster.profiles.length - 1))] : cluster.profiles[0]
    tables.nics.insert({
      id: plan.id('nic', all), ownerId: vm.id, name: `nic${position + 1}`, interface: random.weighted(nicInterfaces), linked: true, plugged: true, synced: true,
      mac: { address: `${prefixOf(plan, cluster.macPool)}:${hex(low >> 8)}:${hex(low & 255)}` }, ...profile && { vnic_profile: { id: profile.id } }, hidden: { seed: plan.curveSeed('nic', all) },
    })
    if (position === 0 && vm.hidden.guestAgent) {
      vm.hidden.ips = [{ address: `10.${16 + (all >> 16)}.${(all >> 8) & 255}.${all & 255}`, version: 'v4' }, { address: `fe80::546f:${(all >> 16).toString(16)}ff:fe${hex((all >> 16) & 255)}:${(all & 0xffff).toString(16)}`, version: 'v6' }]
    }
  }
}

const prefixes = new WeakMap<Plan, string[]>()
function prefixOf(plan: Plan, pool: number): string {
  const known = prefixes.get(plan) ?? []
  prefixes.set(plan, known)
  return (known[pool] ??= macPrefix(plan, pool))
}
const hex = (value: number) => value.toString(16).padStart(2, '0')

/** Snapshots beyond the active one, spread over VMs with image disks; each adds a layer to their disks. */
export function addKeptSnapshots(plan: Plan): void {
  const { tables } = plan.world
  const random = plan.random('snapshots')
  const reasons = ['before upgrade', 'before patching', 'clean install', 'weekly', 'before migration of the database', 'test of a new release']
  const candidates = plan.vms.filter((vm) => !vm.vm_pool && vm.status !== 'image_locked' && vm.status !== 'unknown')
  if (candidates.length === 0) return
  for (let made = 0; made < plan.scale.snapshots; made += 1) {
    const vm = candidates[(made * 7919) % candidates.length]
    if (!vm) continue
    const active = tables.snapshots.by('vmId', vm.id).find(({ snapshot_type: type }) => type === 'active')
    const diskIds = active?.diskIds ?? []
    const earliest = vm.creation_time ?? plan.now - dayMs
    addSnapshot(plan, vm, diskIds, random.pick(reasons), 'regular', Math.max(earliest, plan.now - Math.round(random.logUniform(3_600_000, 300 * dayMs))))
    for (const id of diskIds) {
      const disk = tables.disks.get(id)
      if (disk?.storage_type === 'image') disk.total_size = (disk.total_size ?? 0) + Math.round((disk.provisioned_size ?? 0) * 0.06)
    }
  }
}
