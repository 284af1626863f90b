/** Templates of the inventory with their versions, each with one disk on one to three domains of its data center. */
import { blankId } from '../../src/domain/entity.ts'
import type { StorageDomainRow, TemplateRow } from '../engine/rows.ts'
import { iconsOf } from './icons.ts'
import type { DataCenterPlan, Plan, TemplatePlan } from './plan.ts'
import { dayMs, gib } from './plan.ts'
import type { Random } from './random.ts'
import { shared } from './random.ts'

const kinds = [
  { stem: 'rhel9-server', os: 'rhel_9x64', type: 'server', disk: 20, memory: 4 }, { stem: 'win11-desktop', os: 'windows_11', type: 'desktop', disk: 60, memory: 8 },
  { stem: 'rhel8-server', os: 'rhel_8x64', type: 'server', disk: 20, memory: 4 }, { stem: 'rhel9-desktop', os: 'rhel_9x64', type: 'desktop', disk: 40, memory: 4 },
  { stem: 'win2022-server', os: 'windows_2022', type: 'server', disk: 60, memory: 8 }, { stem: 'debian12-server', os: 'debian_9', type: 'server', disk: 20, memory: 2 },
  { stem: 'ubuntu22-server', os: 'ubuntu_18_04', type: 'server', disk: 20, memory: 2 }, { stem: 'win2019-server', os: 'windows_2019x64', type: 'server', disk: 60, memory: 8 },
  { stem: 'rhcos', os: 'rhcos_x64', type: 'server', disk: 100, memory: 16 },
] as const

export const vmConstants = shared({
  description: '', comment: '', origin: 'ovirt', auto_pinning_policy: 'disabled', cpu_pinning_policy: 'none', cpu_shares: 0, delete_protected: false, io: { threads: 1 }, migration_downtime: -1,
  migration: { auto_converge: 'inherit', compressed: 'inherit', encrypted: 'inherit', parallel_migrations_policy: 'inherit' }, multi_queues_enabled: true, start_paused: false, time_zone: { name: 'Etc/GMT' },
  bios: { boot_menu: { enabled: false }, type: 'q35_sea_bios' }, usb: { enabled: false }, rng_device: { source: 'urandom' }, virtio_scsi: { enabled: true }, virtio_scsi_multi_queues_enabled: false,
  storage_error_resume_behaviour: 'auto_resume', sso: { methods: [{ id: 'guest_agent' }] },
} as const satisfies Partial<TemplateRow>)

/** The few kinds of display a machine is configured with, shared by all rows. */
const display = (type: 'vnc' | 'spice', monitors: number) => shared({
  allow_override: false, copy_paste_enabled: true, disconnect_action: 'LOCK_SCREEN', disconnect_action_delay: 0, file_transfer_enabled: true, monitors, smartcard_enabled: false, type, video_type: type === 'spice' ? 'qxl' as const : 'vga' as const,
})
export const displays = { vnc: display('vnc', 1), both: display('spice', 1) }

const osOf = new Map<string, { boot: { devices: ['hd'] }; type: string }>()
/** Operating system member of a row, one object per system. */
export function operatingSystem(type: string) {
  const known = osOf.get(type) ?? shared({ boot: { devices: ['hd'] as ['hd'] }, type })
  osOf.set(type, known)
  return known
}

export function addTemplates(plan: Plan): void {
  if (plan.scale.vms === 0) return
  const random = plan.random('templates')
  const perSite = Math.max(2, Math.floor((plan.scale.templates - 1) / plan.dataCenters.length))
  let number = 0
  for (const dataCenter of plan.dataCenters) {
    const bases = new Map<string, { row: TemplateRow; versions: number }>()
    for (let within = 0; within < perSite; within += 1) {
      number += 1
      const kind = kinds[within % kinds.length] ?? kinds[0]
      const site = dataCenter === plan.dataCenters[0] ? '' : `-${dataCenter.row.name.toLowerCase()}`
      // the first round makes bases; later rounds add sub-versions, and new bases once a base has four of them
      const round = Math.floor(within / kinds.length)
      const name = `${kind.stem}${site}${round < 4 ? '' : `-${Math.floor(round / 4) + 1}`}`
      dataCenter.templates.push(addTemplate(plan, random, dataCenter, number, name, kind, bases))
    }
  }
}

function addTemplate(plan: Plan, random: Random, dataCenter: DataCenterPlan, number: number, name: string, kind: (typeof kinds)[number], bases: Map<string, { row: TemplateRow; versions: number }>): TemplatePlan {
  const { tables } = plan.world
  const id = plan.id('template', number)
  const base = bases.get(name)
  const version = (base?.versions ?? 0) + 1
  const cluster = dataCenter.clusters[number % dataCenter.clusters.length] ?? dataCenter.clusters[0]
  const row: TemplateRow = {
    ...vmConstants, id, name, status: 'ok', type: kind.type, cpu: { architecture: 'x86_64', topology: { cores: 1, sockets: 2, threads: 1 } },
    display: kind.type === 'desktop' ? displays.both : displays.vnc, memory: kind.memory * gib, memory_policy: { ballooning: true, guaranteed: kind.memory * gib, max: kind.memory * 4 * gib }, os: operatingSystem(kind.os),
    stateless: false, high_availability: { enabled: false, priority: 1 }, placement_policy: { affinity: 'migratable' }, creation_time: plan.now - random.between(30, 900) * dayMs,
    version: { version_name: version === 1 ? 'base version' : `update ${version}`, version_number: version, base_template: { id: base?.row.id ?? id } },
    ...cluster && { cluster: { id: cluster.row.id }, cpu_profile: { id: plan.world.tables.cpuProfiles.by('cluster', cluster.row.id)[0]?.id ?? '' } }, quota: dataCenter.quota, ...iconsOf(kind.os), hidden: { graphics: kind.type === 'desktop' ? ['spice', 'vnc'] : ['vnc'], createdById: plan.id('user', 0) },
  }
  if (base) base.versions = version
  else bases.set(name, { row, versions: 1 })
  tables.templates.insert(row)
  const domains = spread(random, dataCenter.domains)
  const diskId = plan.id('template disk', number)
  const actual = Math.round(kind.disk * gib * (0.1 + 0.15 * random.next()))
  tables.disks.insert({
    id: diskId, name: `${name}_Disk1`, alias: `${name}_Disk1`, description: '', actual_size: actual, total_size: actual, provisioned_size: kind.disk * gib, backup: 'none', content_type: 'data', format: 'cow', qcow_version: 'qcow2_v3',
    image_id: plan.id('image of template disk', number), propagate_errors: false, shareable: false, sparse: true, status: 'ok', storage_type: 'image', wipe_after_delete: false,
    storage_domains: domains.map((domain) => ({ id: domain.id })), quota: dataCenter.quota, ...profileOf(plan, domains[0]), hidden: { seed: plan.curveSeed('template disk', number) },
  })
  tables.diskAttachments.insert({ id: plan.id('attachment of template disk', number), ownerId: id, disk: { id: diskId }, active: true, bootable: true, interface: 'virtio_scsi', pass_discard: false, read_only: false, uses_scsi_reservation: false })
  const profile = cluster?.profiles[0]
  tables.nics.insert({ id: plan.id('template nic', number), ownerId: id, name: 'nic1', interface: 'virtio', linked: true, plugged: true, ...profile && { vnic_profile: { id: profile.id } }, hidden: { seed: 0 } })
  return { row, diskBytes: kind.disk * gib, domains }
}

/** One to three different domains; a template that pools use should lie on several. */
function spread(random: Random, domains: readonly StorageDomainRow[]): StorageDomainRow[] {
  const start = random.between(0, Math.max(0, domains.length - 1))
  const count = Math.min(domains.length, random.weighted([[1, 40], [2, 40], [3, 20]]))
  return Array.from({ length: count }, (_, step) => domains[(start + step) % domains.length]).filter((domain) => domain !== undefined)
}

const profiles = new WeakMap<StorageDomainRow, { id: string }>()
/** Disk profile of a domain as a reference, for spreading into a disk. */
export function profileOf(plan: Plan, domain: StorageDomainRow | undefined): { disk_profile?: { id: string } } {
  if (!domain) return {}
  const known = profiles.get(domain) ?? plan.world.tables.diskProfiles.by('storage_domain', domain.id).map(({ id }) => shared({ id }))[0]
  if (!known) return {}
  profiles.set(domain, known)
  return { disk_profile: known }
}

export const blankTemplate = shared({ id: blankId })
