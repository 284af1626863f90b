/**
 * Events of the last thirty days, denser towards now, and the jobs that run. Every start has its request and its "up" event under one
 * correlation id. The newest 20,000 events are kept at most, whatever thirty days of so many VMs would have made.
 */
import { describe as describeEvent } from '../engine/events.ts'
import { eventTypes } from '../engine/facts.generated.ts'
import type { EventRow, HostRow, UserRow, VmRow } from '../engine/rows.ts'
import type { Plan } from './plan.ts'
import { dayMs } from './plan.ts'
import type { Random, Shares } from './random.ts'
import { clustersOf } from './sites.ts'

type Refs = EventRow['refs']
interface Draft { name: string; time: number; refs: Refs; correlation?: string; vars?: Readonly<Record<string, string | number>> }

type Story = 'start' | 'stop' | 'migration' | 'console' | 'login' | 'snapshot' | 'edit' | 'storage' | 'host' | 'failure' | 'paused'
const stories: Shares<Story> = [['start', 22], ['stop', 16], ['migration', 16], ['console', 16], ['login', 14], ['snapshot', 6], ['edit', 5], ['host', 2], ['storage', 1], ['failure', 1], ['paused', 1]]

export function addHistory(plan: Plan): void {
  const random = plan.random('history')
  const people = [...plan.world.tables.users.all()].filter(({ principal }) => principal !== 'auditor').slice(0, 30)
  const drafts: Draft[] = [{ name: 'VDC_START', time: plan.now - 30 * dayMs + 1_000, refs: {} }]
  const wanted = plan.scale.events
  if (plan.vms.length > 0) {
    const context = { plan, random, people, hosts: clustersOf(plan).flatMap(({ places }) => places.map(({ host }) => host)) }
    while (drafts.length < wanted - 1) drafts.push(...tell(context, drafts.length))
    drafts.push(...present(plan))
  }
  drafts.sort((one, other) => one.time - other.time)
  for (const draft of drafts) write(plan, draft)
}

function write(plan: Plan, { name, time, refs, correlation, vars }: Draft): void {
  const type = eventTypes[name]
  if (!type) throw new Error(`unknown event ${name}`)
  const [code, severity, flood] = type
  plan.world.events.add({
    code, severity, time: Math.min(time, plan.now), origin: 'oVirt', custom_id: -1, flood_rate: flood ?? 30, refs, description: describeEvent(name, refs, vars ?? {}), ...correlation !== undefined && { correlation_id: correlation },
  })
}

interface Context { plan: Plan; random: Random; people: readonly UserRow[]; hosts: readonly HostRow[] }

/** Two thirds of all events lie in the last day, the rest over the month. */
const moment = ({ plan, random }: Context) => plan.now - Math.round(random.logUniform(60_000, 29.9 * dayMs))

/** Refs of an event about a VM, with what is around it. */
function around(plan: Plan, vm: VmRow, host?: HostRow): Refs {
  const { clusters, dataCenters, templates } = plan.world.tables
  const cluster = clusters.get(vm.cluster.id)
  const dataCenter = dataCenters.get(cluster?.data_center?.id ?? '')
  const template = templates.get(vm.template.id)
  return {
    vm: named(vm), ...host && { host: named(host) }, ...cluster && { cluster: named(cluster) }, ...dataCenter && { data_center: named(dataCenter) }, ...template && { template: named(template) },
  }
}
const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
const byUser = (user: UserRow) => ({ user: { id: user.id, name: user.user_name } })

function tell(context: Context, number: number): Draft[] {
  const { plan, random, people, hosts } = context
  const vm = random.pick(plan.vms)
  const user = byUser(random.pick(people))
  const correlation = plan.id('history', number)
  const host = plan.world.tables.hosts.get(vm.host?.id ?? '') ?? hosts.find(({ cluster }) => cluster.id === vm.cluster.id)
  const time = moment(context)
  if (time < (vm.creation_time ?? 0)) return []
  const refs = around(plan, vm, host)
  switch (random.weighted(stories)) {
    case 'start': return [
      { name: 'USER_STARTED_VM', time, refs: { ...refs, ...user }, correlation }, { name: 'USER_RUN_VM', time: time + random.between(4_000, 25_000), refs: { ...refs, ...user }, correlation },
    ]
    case 'stop': return random.chance(0.9)
      ? [{ name: 'USER_INITIATED_SHUTDOWN_VM', time, refs: { ...refs, ...user }, correlation }, { name: 'VM_DOWN', time: time + random.between(5_000, 40_000), refs }]
      : [{ name: 'USER_STOP_VM', time, refs: { ...refs, ...user }, correlation }]
    case 'migration': {
      const target = hosts.find(({ id, cluster }) => cluster.id === vm.cluster.id && id !== host?.id)
      if (!target) return []
      const vars = { destination: target.name, seconds: random.between(4, 40) }
      return [{ name: 'VM_MIGRATION_START', time, refs: { ...refs, ...user }, correlation, vars }, { name: 'VM_MIGRATION_DONE', time: time + random.between(4_000, 40_000), refs, correlation, vars }]
    }
    case 'console': return [{ name: 'VM_SET_TICKET', time, refs: { ...refs, ...user }, correlation }, { name: 'VM_CONSOLE_CONNECTED', time: time + 2_000, refs: { ...refs, ...user } }, { name: 'VM_CONSOLE_DISCONNECTED', time: time + random.between(60_000, 3_000_000), refs: { ...refs, ...user } }]
    case 'login': return [{ name: 'USER_VDC_LOGIN', time, refs: user, vars: { address: '10.0.20.17' } }]
    case 'snapshot': return [
      { name: 'USER_CREATE_SNAPSHOT', time, refs: { ...refs, ...user }, correlation, vars: { snapshot: 'weekly' } }, { name: 'USER_CREATE_SNAPSHOT_FINISHED_SUCCESS', time: time + random.between(8_000, 90_000), refs, correlation, vars: { snapshot: 'weekly' } },
    ]
    case 'edit': return [{ name: 'USER_UPDATE_VM', time, refs: { ...refs, ...user }, correlation }]
    case 'host': return host ? [{ name: 'VDS_HIGH_MEM_USE', time, refs: { host: named(host), ...refs.cluster && { cluster: refs.cluster }, ...refs.data_center && { data_center: refs.data_center } }, vars: { used: 96 } }] : []
    case 'storage': {
      const domain = plan.dataCenters[0]?.domains.at(-1)
      return domain ? [{ name: 'IRS_DISK_SPACE_LOW', time, refs: { storage_domain: named(domain), ...refs.data_center && { data_center: refs.data_center } }, vars: { free: 90 } }] : []
    }
    case 'failure': return [{ name: 'VM_DOWN_ERROR', time, refs, vars: { message: 'Lost connection with qemu process' } }]
    case 'paused': return [{ name: 'VM_PAUSED_EIO', time, refs }, { name: 'VM_RECOVERED_FROM_PAUSE_ERROR', time: time + random.between(20_000, 200_000), refs }]
  }
}

/** What led to the states that the inventory shows now. */
function present(plan: Plan): Draft[] {
  const { hosts, clusters, dataCenters, users } = plan.world.tables
  const admin = [...users.all()].find(({ principal }) => principal === 'admin')
  const drafts: Draft[] = []
  for (const host of hosts.all()) {
    const cluster = clusters.get(host.cluster.id)
    const dataCenter = dataCenters.get(cluster?.data_center?.id ?? '')
    const refs: Refs = { host: named(host), ...cluster && { cluster: named(cluster) }, ...dataCenter && { data_center: named(dataCenter) } }
    if (host.status === 'non_responsive') drafts.push({ name: 'VDS_HOST_NOT_RESPONDING', time: plan.now - 1_300_000, refs }, { name: 'VDS_FAILURE', time: plan.now - 1_200_000, refs })
    if (host.status === 'non_operational') drafts.push({ name: 'VDS_SET_NONOPERATIONAL_NETWORK', time: plan.now - 5_000_000, refs, vars: { network: missingNetwork(plan, host) } })
    if (host.status === 'install_failed') drafts.push({ name: 'VDS_INSTALL_FAILED', time: plan.now - 9_000_000, refs, vars: { message: 'Could not reach the package repository' } })
    if (host.status === 'maintenance' && admin) drafts.push({ name: 'USER_VDS_MAINTENANCE', time: plan.now - 20_000_000, refs: { ...refs, ...byUser(admin) }, correlation: plan.id('maintenance', drafts.length), vars: { reason: 'Firmware update' } })
    if (host.status === 'up' && host.power_management?.enabled === false) drafts.push({ name: 'VDS_ALERT_FENCE_IS_NOT_CONFIGURED', time: plan.now - 40_000_000, refs })
  }
  for (const row of dataCenters.all()) {
    if (row.status === 'problematic') drafts.push({ name: 'SYSTEM_CHANGE_STORAGE_POOL_STATUS_PROBLEMATIC', time: plan.now - 700_000, refs: { data_center: named(row) } })
  }
  for (const vm of plan.vms) {
    if (vm.status_detail === 'eio') drafts.push({ name: 'VM_PAUSED_EIO', time: plan.now - 690_000, refs: around(plan, vm, hosts.get(vm.host?.id ?? '')) })
  }
  return drafts
}

/** The required network that a non-operational host lost. */
function missingNetwork({ world: { tables } }: Plan, host: HostRow): string {
  const present = new Set(tables.networkAttachments.by('hostId', host.id).map(({ network }) => network.id))
  const missing = tables.clusterNetworks.by('clusterId', host.cluster.id).find(({ required, networkId }) => required && !present.has(networkId))
  return tables.networks.get(missing?.networkId ?? '')?.name ?? ''
}
