/**
 * What the engine's set-up creates: an uninitialized data center, a cluster, the Blank template, the management network,
 * roles, instance types, scheduling policies, and the four users. Facts from mocks/golden/defaults.json and roles.json.
 */
import { blankId, systemId } from '../../src/domain/entity.ts'
import { networkFilterId } from '../engine/networkFilters.ts'
import type { ClusterRow, DataCenterRow, InstanceTypeRow, TemplateRow, UserRow } from '../engine/rows.ts'
import defaults from '../golden/defaults.json' with { type: 'json' }
import roleFacts from '../golden/roles.json' with { type: 'json' }
import { iconRows, iconsOf } from './icons.ts'
import type { Plan } from './plan.ts'
import { shared } from './random.ts'

const mib = 1024 ** 2
export const everyoneId = defaults.everyone_group.id
export const internalDomain = { id: '696e7465726e616c2d617574687a', name: 'internal-authz' }
export const defaultNetworkId = defaults.management_network.id
export const defaultProfileId = defaults.management_network.vnic_profile.id
export const defaultMacPoolId = defaults.mac_pool.id
export const defaultCpuProfileId = defaults.cpu_profile.id
export const noSpoofingFilter = 'vdsm-no-mac-spoofing'

/** Role id by name; the names are those of roles.json. */
export function roleId(name: string): string {
  const role = roleFacts.roles.find((candidate) => candidate.name === name)
  if (!role) throw new Error(`no role ${name}`)
  return role.id
}

/** The range of the n-th MAC pool of a world: 65,536 addresses of which the seed chooses two bytes. */
export function macPrefix(plan: Plan, number: number): string {
  const bytes = plan.curveSeed('mac pool', 0) & 0xfffe
  const hex = ((bytes + number) & 0xffff).toString(16).padStart(4, '0')
  return `56:6f:${hex.slice(0, 2)}:${hex.slice(2)}`
}
export const macRange = (prefix: string) => ({ from: `${prefix}:00:00`, to: `${prefix}:ff:ff` })

export function addAccess(plan: Plan): void {
  const { tables } = plan.world
  const permitIds = new Map(roleFacts.permits.map(({ id, name }) => [name, String(id)]))
  for (const role of roleFacts.roles) {
    tables.roles.insert({
      id: role.id, name: role.name, administrative: role.administrative, mutable: role.mutable, inherit: role.allows_viewing_children,
      permitIds: role.permits.flatMap((permit) => permitIds.get(permit) ?? []),
    })
  }
  tables.domains.insert({ ...internalDomain })
  tables.groups.insert({ id: everyoneId, name: defaults.everyone_group.name, namespace: '*', domain_entry_id: everyoneId })
  const objectTypes = { 1: 'system', 4: 'template', 27: 'vnic_profile', 28: 'mac_pool', 30: 'cpu_profile' } as const
  const instanceTypeIds = new Set(defaults.instance_types.map(({ id }) => id))
  defaults.everyone_group.permissions.forEach(([role, code, object], number) => {
    const type = objectTypes[code as keyof typeof objectTypes] // the five codes of this very list
    tables.permissions.insert({
      id: plan.id('everyone permission', number), role: { id: roleId(String(role)) }, group: { id: everyoneId }, creation_date: plan.now - 900 * 86_400_000,
      object: { id: String(object), type: instanceTypeIds.has(String(object)) ? 'instance_type' : type },
    })
  })
}

/** The four people who can log in, password `demo`. What they may do is given by `addRights`. */
export const accounts = ['admin', 'auditor', 'power', 'vmuser'] as const
export function addAccounts(plan: Plan): Readonly<Record<(typeof accounts)[number], UserRow>> {
  const add = (principal: string, number: number): UserRow => plan.world.tables.users.insert({
    id: plan.id('user', number), name: principal, user_name: `${principal}@${internalDomain.name}`, principal, namespace: '*',
    domain: { id: internalDomain.id }, domain_entry_id: plan.id('directory', number), last_name: '', email: `${principal}@example.com`, department: '',
    groupIds: [everyoneId], password: 'demo', failedLogins: 0,
  })
  return { admin: add('admin', 0), auditor: add('auditor', 1), power: add('power', 2), vmuser: add('vmuser', 3) }
}

const templateDefaults = shared({
  bios: { boot_menu: { enabled: false }, type: 'q35_sea_bios' as const },
  display: { allow_override: false, copy_paste_enabled: true, disconnect_action: 'LOCK_SCREEN', disconnect_action_delay: 0, file_transfer_enabled: true, monitors: 1, smartcard_enabled: false, type: 'vnc' as const, video_type: 'vga' as const },
  migration: { auto_converge: 'inherit' as const, compressed: 'inherit' as const, encrypted: 'inherit' as const, parallel_migrations_policy: 'inherit' as const },
  high_availability: { enabled: false, priority: 0 },
  placement_policy: { affinity: 'migratable' as const },
  usb: { enabled: false },
  time_zone: { name: 'Etc/GMT' },
  sso: { methods: [{ id: 'guest_agent' as const }] },
})

export function addTemplates(plan: Plan): void {
  const { tables } = plan.world
  const blank = defaults.blank_template
  const row: TemplateRow = {
    ...templateDefaults, id: blankId, name: blank.name, description: blank.description, comment: '', status: 'ok', type: 'server', origin: 'ovirt',
    cpu: { architecture: 'undefined', topology: { cores: blank.cores, sockets: blank.sockets, threads: blank.threads } }, cpu_shares: 0, io: { threads: blank.io_threads },
    memory: blank.memory_mb * mib, memory_policy: { ballooning: true, guaranteed: blank.guaranteed_memory_mb * mib, max: blank.max_memory_mb * mib },
    os: { boot: { devices: ['hd'] }, type: 'other' }, stateless: false, delete_protected: false, start_paused: false, multi_queues_enabled: true, migration_downtime: -1,
    creation_time: Date.parse(blank.creation_time), version: { version_name: '', version_number: 1, base_template: { id: blankId } }, ...iconsOf('other'),
    hidden: { graphics: ['vnc'], createdById: plan.id('user', 0) },
  }
  tables.templates.insert(row)
  for (const type of defaults.instance_types) {
    const instanceType: InstanceTypeRow = {
      ...templateDefaults, id: type.id, name: type.name, description: '', comment: '', memory: type.memory_mb * mib, io: { threads: type.io_threads },
      memory_policy: { ballooning: false, guaranteed: type.guaranteed_memory_mb * mib, max: type.max_memory_mb * mib },
      cpu: { architecture: 'undefined', topology: { cores: type.cores, sockets: type.sockets, threads: type.threads } }, cpu_shares: 0,
      creation_time: Date.parse(blank.creation_time), origin: 'ovirt', type: 'server', migration_downtime: -1, multi_queues_enabled: true,
      virtio_scsi: { enabled: true }, rng_device: { source: 'urandom' }, hidden: { graphics: ['spice', 'vnc'] },
    }
    tables.instanceTypes.insert(instanceType)
  }
  for (const icon of iconRows) tables.icons.insert({ ...icon })
}

export function addSchedulingPolicies(plan: Plan): void {
  const { common_filters: common, policies } = defaults.scheduling
  for (const policy of policies) {
    plan.world.tables.schedulingPolicies.insert({
      id: policy.id, name: policy.name, description: '', default_policy: policy.default, locked: policy.locked, balance: policy.balancer,
      filterNames: [...common, ...(typeof policy.filters === 'string' ? [] : policy.filters.common_plus)],
      weights: Object.entries(policy.weights).flatMap(([name, factor]) => typeof factor === 'number' ? [{ name, factor }] : []),
      properties: Object.entries(policy.properties).flatMap(([name, value]) => typeof value === 'string' ? [{ name, value }] : []),
    })
  }
}

export function addMacPools(plan: Plan, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const isDefault = number === 0
    plan.world.tables.macPools.insert({
      id: isDefault ? defaultMacPoolId : plan.id('mac pool', number), name: isDefault ? 'Default' : `Range ${number + 1}`, description: isDefault ? defaults.mac_pool.description : '',
      default_pool: isDefault, allow_duplicates: false, ranges: [macRange(macPrefix(plan, number))],
    })
  }
}

const version48 = shared({ major: 4, minor: 8 })

/** A data center as "New data center" makes it. */
export const dataCenterRow = (id: string, name: string, description: string): DataCenterRow => ({
  id, name, description, comment: '', local: false, quota_mode: 'disabled', status: 'uninitialized', storage_format: 'v5', version: version48,
  supported_versions: [version48], hidden: {},
})

/** Properties of the policy that new clusters get. */
const policyProperties = shared(Object.entries(defaults.scheduling.policies[0]?.properties ?? {}).flatMap(([name, value]) => typeof value === 'string' ? [{ name, value }] : []))

/** A cluster as "New cluster" makes it, without CPU type until its first host is up. */
export const clusterRow = (id: string, name: string, description: string, dataCenterId: string | undefined, macPoolId: string): ClusterRow => ({
  id, name, description, comment: '', ...(dataCenterId !== undefined && { data_center: { id: dataCenterId } }), mac_pool: { id: macPoolId }, scheduling_policy: { id: defaults.cluster.scheduling_policy },
  custom_scheduling_policy_properties: policyProperties,
  ballooning_enabled: true, bios_type: 'q35_sea_bios', cpu: { architecture: 'undefined', type: '' }, error_handling: { on_error: 'migrate' },
  fencing_policy: { enabled: true, skip_if_connectivity_broken: { enabled: false, threshold: 50 }, skip_if_gluster_bricks_up: false, skip_if_gluster_quorum_not_met: false, skip_if_sd_active: { enabled: false } },
  fips_mode: 'undefined', firewall_type: 'firewalld', gluster_service: false, ha_reservation: false, ksm: { enabled: true, merge_across_nodes: true },
  log_max_memory_used_threshold: 95, log_max_memory_used_threshold_type: 'percentage', memory_policy: { over_commit: { percent: 100 }, transparent_hugepages: { enabled: true } },
  migration: { auto_converge: 'inherit', bandwidth: { assignment_method: 'auto' }, compressed: 'inherit', encrypted: 'inherit', parallel_migrations_policy: 'disabled', policy: { id: defaults.cluster.migration_policy } },
  required_rng_sources: ['urandom'], switch_type: 'legacy', threads_as_cores: false, trusted_service: false, tunnel_migration: false, upgrade_in_progress: false, upgrade_percent_complete: 0,
  version: version48, virt_service: true, vnc_encryption: false, hidden: {},
})

/** Management network of a data center with its profile; the Default one keeps its well-known ids. */
export function addManagementNetwork(plan: Plan, dataCenterId: string, number: number): { networkId: string; profileId: string } {
  const networkId = number === 0 ? defaultNetworkId : plan.id('management network', number)
  const profileId = number === 0 ? defaultProfileId : plan.id('management profile', number)
  plan.world.tables.networks.insert({ id: networkId, name: 'ovirtmgmt', description: defaults.management_network.description, comment: '', data_center: { id: dataCenterId }, mtu: 0, port_isolation: false, stp: false, usages: ['vm'], vdsm_name: 'ovirtmgmt', hidden: { labels: [] } })
  plan.world.tables.vnicProfiles.insert({ id: profileId, name: 'ovirtmgmt', network: { id: networkId }, network_filter: { id: networkFilterId(noSpoofingFilter) }, pass_through: { mode: 'disabled' }, port_mirroring: false, hidden: {} })
  return { networkId, profileId }
}

export const systemObject = { type: 'system' as const, id: systemId }
