/** Hosts: list, single, add, edit, remove. Their actions are in hostActions.ts. Source: BackendHostsResource, BackendHostResource, HostMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { vmStatusOf } from '../../../src/domain/vmStatus.ts'
import { bodyOf, refuse, type Call } from '../call.ts'
import { runLifecycle } from '../lifecycle/command.ts'
import { checkHostIdentity, checkRemoveHost } from '../lifecycle/hostChecks.ts'
import { tell } from '../lifecycle/operation.ts'
import { beginInstallation } from '../lifecycle/upgrade.ts'
import { booleanParameter } from '../parameters.ts'
import { collection, wholeTable } from '../registry.ts'
import type { ClusterRow, HostRow } from '../rows.ts'
import { maxSchedulingBytes } from '../scheduling/memory.ts'
import { migrationTargets } from '../scheduling/selectHost.ts'
import { checkName } from '../validate.ts'
import type { World } from '../world.ts'

/** Letters, digits, dot, dash, underscore. Source: VdsStatic.name. */
const hostName = /^[0-9a-zA-Z-_.]+$/

/** VMs of a host by what they do. Source: VdsDynamic.vmCount, vmActive, vmMigrating. */
function summaryOf(world: World, host: HostRow): Model.VmSummary {
  const vms = world.tables.vms.by('host', host.id)
  const arriving = world.tables.vms.by('migratingTo', host.id).length
  return {
    active: vms.filter((vm) => ['up', 'powering_up', 'migrating'].includes(vmStatusOf(vm))).length,
    migrating: vms.filter(({ status }) => status === 'migrating').length + arriving,
    total: vms.length,
  }
}

/** The body of a host; the hosted-engine agent is read only on demand. */
export function showHost(row: HostRow, { world, allContent }: Pick<Call, 'world' | 'allContent'>): object {
  // A host has no description of its own.
  const { hosted_engine: agent, description: _description, ...shown } = row
  return {
    ...shown, ...(allContent && agent && { hosted_engine: agent }), summary: summaryOf(world, row),
    ...(row.memory !== undefined && { max_scheduling_memory: maxSchedulingBytes(world, row) }),
  }
}

const all = wholeTable('hosts')

/** All hosts, or those to which the VMs named in `migration_target_of` could move. Source: BackendHostsResource.list. */
function listHosts(call: Call): Iterable<HostRow> {
  const vmIds = call.query.get('migration_target_of')
  if (vmIds === null) return all.list(call)
  const withClosure = booleanParameter(call.query, 'check_vms_in_affinity_closure') === true
  return migrationTargets(call.world, vmIds.split(',').map((id) => id.trim()).filter((id) => id !== ''), withClosure)
}

function findCluster({ world }: Call, wanted: Model.Cluster | undefined): ClusterRow {
  if (wanted?.id !== undefined) return world.tables.clusters.get(wanted.id) ?? refuse('VDS_CLUSTER_IS_NOT_VALID')
  const name = wanted?.name ?? 'Default'
  return world.tables.clusters.by('name', name)[0] ?? refuse('VDS_CLUSTER_IS_NOT_VALID')
}

/** A host that is known by address only: everything else it tells after its installation. */
function newHost(call: Call, body: Partial<Model.Host>, cluster: ClusterRow): HostRow {
  const { world } = call
  const id = world.newId()
  const address = body.address ?? ''
  return {
    id, name: body.name ?? '', description: '', comment: body.comment ?? '', address, cluster: { id: cluster.id }, status: 'installing',
    certificate: { organization: 'example.com', subject: `O=example.com,CN=${address}` },
    external_status: 'ok', ksm: { enabled: false, merge_across_nodes: true }, port: body.port ?? 54321, protocol: 'stomp', type: 'rhel',
    power_management: { automatic_pm_enabled: true, enabled: body.power_management?.enabled === true, kdump_detection: body.power_management?.kdump_detection ?? true, pm_proxies: [] },
    reinstallation_required: false, update_available: false, override_iptables: body.override_iptables ?? true,
    spm: { priority: body.spm?.priority ?? 5, status: 'none' },
    ssh: { fingerprint: `SHA256:${id.replaceAll('-', '')}`, port: body.ssh?.port ?? 22, user: { user_name: body.ssh?.user?.user_name ?? 'root' } },
    hidden: {
      seed: Number.parseInt(id.slice(0, 7), 16), bootTimeMs: world.now(), failedRuns: 0, committedBytes: 0, pending: [],
      fenceAgents: (body.power_management?.agents ?? []).map((agent, order) => ({
        id: world.newId(), type: agent.type ?? 'ipmilan', address: agent.address ?? '', username: agent.username ?? '', order: agent.order ?? order + 1,
      })),
      emulatedMachines: cluster.hidden.emulatedMachine === undefined ? [] : [cluster.hidden.emulatedMachine], cpuFlags: ['nx'], swapTotalBytes: 0, numaNodeCount: 0,
    },
  }
}

function addHost(call: Call): HostRow {
  const { world } = call
  const body = bodyOf<Model.Host>(call)
  const cluster = findCluster(call, body.cluster)
  const row = newHost(call, body, cluster)
  runLifecycle(call, {
    name: 'AddVds', permit: 'create_host', on: { type: 'cluster', id: cluster.id }, job: `Adding host ${row.name}`,
    validate: () => {
      checkName(row.name, { pattern: hostName, invalid: 'VALIDATION_VDS_NAME_INVALID' })
      checkHostIdentity(world, { name: row.name, address: row.address })
      const dataCenter = world.tables.dataCenters.get(cluster.data_center?.id ?? '')
      if (dataCenter?.local === true && world.tables.hosts.by('cluster', cluster.id).length > 0) refuse('VDS_CANNOT_ADD_MORE_THEN_ONE_HOST_TO_LOCAL_STORAGE')
      if (row.power_management?.enabled === true && row.hidden.fenceAgents.length === 0) refuse('ACTION_TYPE_FAILED_PM_ENABLED_WITHOUT_AGENT')
    },
    execute: (cause) => {
      world.tables.hosts.insert(row)
      tell(world, 'USER_ADD_VDS', cause, { host: row })
      if (row.power_management?.enabled !== true) tell(world, 'VDS_ALERT_FENCE_IS_NOT_CONFIGURED', cause, { host: row })
      beginInstallation(world, row.id, cause, { activate: booleanParameter(call.query, 'activate') ?? true, reboot: booleanParameter(call.query, 'reboot') ?? true })
    },
  })
  return row
}

/** Statuses in which address and cluster may change. Source: VdsHandler, UpdateVdsCommand. */
const addressEditable: readonly string[] = ['non_responsive', 'maintenance', 'down', 'unassigned', 'install_failed', 'pending_approval', 'installing_os']

function updateHost(call: Call, row: HostRow): HostRow {
  const { world } = call
  const { name, comment, address, spm, power_management: power, cluster, port, ssh } = bodyOf<Model.Host>(call)
  const movesTo = cluster?.id !== undefined && cluster.id !== row.cluster.id ? findCluster(call, cluster) : undefined
  runLifecycle(call, {
    name: movesTo ? 'ChangeVDSCluster' : 'UpdateVds', permit: 'edit_host_configuration', on: { type: 'host', id: row.id }, atOnce: true,
    validate: () => {
      const isMoved = (address !== undefined && address !== row.address) || movesTo !== undefined
      if (isMoved && !addressEditable.includes(row.status)) refuse('VDS_STATUS_NOT_VALID_FOR_UPDATE')
      if (movesTo && world.tables.vms.by('host', row.id).length > 0) refuse('VDS_STATUS_NOT_VALID_FOR_UPDATE')
      if (name !== undefined) checkName(name, { pattern: hostName, invalid: 'VALIDATION_VDS_NAME_INVALID' })
      checkHostIdentity(world, { id: row.id, name, address })
      if (power?.enabled === true && row.hidden.fenceAgents.length === 0 && (power.agents ?? []).length === 0) refuse('ACTION_TYPE_FAILED_PM_ENABLED_WITHOUT_AGENT')
    },
    execute: (cause) => {
      const changed = world.tables.hosts.change(row.id, (host) => {
        if (name !== undefined) host.name = name
        if (comment !== undefined) host.comment = comment
        if (address !== undefined) host.address = address
        if (port !== undefined) host.port = port
        if (spm?.priority !== undefined) host.spm = { status: 'none', ...host.spm, priority: spm.priority }
        if (ssh) host.ssh = { ...host.ssh, ...ssh }
        if (power) host.power_management = { ...host.power_management, ...(power.enabled !== undefined && { enabled: power.enabled }), ...(power.kdump_detection !== undefined && { kdump_detection: power.kdump_detection }), ...(power.automatic_pm_enabled !== undefined && { automatic_pm_enabled: power.automatic_pm_enabled }) }
        if (movesTo) host.cluster = { id: movesTo.id }
      })
      tell(world, 'USER_UPDATE_VDS', cause, { host: changed })
    },
  })
  return world.tables.hosts.get(row.id) ?? row
}

function removeHost(call: Call, row: HostRow): void {
  const { tables } = call.world
  runLifecycle(call, {
    name: 'RemoveVds', permit: 'delete_host', on: { type: 'host', id: row.id }, atOnce: true,
    validate: () => checkRemoveHost(call.world, row),
    execute: (cause) => {
      tell(call.world, 'USER_REMOVE_VDS', cause, { host: row })
      for (const nic of tables.hostNics.by('hostId', row.id)) tables.hostNics.remove(nic.id)
      for (const attachment of tables.networkAttachments.by('hostId', row.id)) tables.networkAttachments.remove(attachment.id)
      for (const device of tables.hostDevices.by('hostId', row.id)) tables.hostDevices.remove(device.id)
      for (const permission of tables.permissions.by('object', row.id)) tables.permissions.remove(permission.id)
      for (const use of tables.tagUses.by('target', row.id)) tables.tagUses.remove(use.id)
      for (const group of tables.affinityGroups.by('host', row.id)) tables.affinityGroups.change(group.id, (one) => { one.hostIds = one.hostIds.filter((id) => id !== row.id) })
      for (const label of tables.affinityLabels.by('host', row.id)) tables.affinityLabels.change(label.id, (one) => { one.hostIds = one.hostIds.filter((id) => id !== row.id) })
      for (const vm of tables.vms.by('pinnedHost', row.id)) {
        tables.vms.change(vm.id, (one) => { one.placement_policy = { ...one.placement_policy, hosts: (one.placement_policy?.hosts ?? []).filter(({ id }) => id !== row.id) } })
      }
      tables.hosts.remove(row.id)
    },
  })
}

collection('hosts', {
  type: 'Host', object: 'host', search: 'hosts', filtered: 'list only',
  list: listHosts, find: all.find, show: showHost, add: addHost, update: updateHost, remove: removeHost,
})

/** Fence agents of a host, to read; passwords are never shown. Source: FenceAgentMapper. */
collection('hosts/fenceagents', {
  type: 'Agent', filtered: 'refused',
  list: ({ world, ids }) => world.tables.hosts.get(ids.at(-1) ?? '')?.hidden.fenceAgents ?? [],
  find: ({ world, ids }, id) => world.tables.hosts.get(ids.at(-1) ?? '')?.hidden.fenceAgents.find((agent) => agent.id === id),
  show: (agent, { ids }): Model.Agent => ({ ...agent, concurrent: false, encrypt_options: false, host: { id: ids.at(-1) ?? '' } }),
})
