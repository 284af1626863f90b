/** Data centers and clusters of the inventory with their networks and vNIC profiles. */
import { networkFilterId } from '../engine/networkFilters.ts'
import type { NetworkRow, VnicProfileRow } from '../engine/rows.ts'
import defaults from '../golden/defaults.json' with { type: 'json' }
import { addManagementNetwork, clusterRow, dataCenterRow, defaultCpuProfileId, defaultMacPoolId, everyoneId, noSpoofingFilter, roleId } from './basics.ts'
import type { ClusterPlan, DataCenterPlan, Plan } from './plan.ts'
import { dayMs } from './plan.ts'
import { shared } from './random.ts'

const siteNames = ['Default', 'Dublin', 'Frankfurt', 'Singapore', 'Austin', 'Tokyo', 'Sydney', 'Madrid', 'Oslo', 'Montreal', 'Seoul', 'Warsaw']
const clusterKinds = ['production', 'desktops', 'test', 'dmz', 'infra', 'databases', 'analytics', 'staging']
export const cpuFamily = 'Secure Intel Cascadelake Server Family'
const emulatedMachine = 'pc-q35-rhel8.6.0'

/** Data centers as the scale asks; the last of four or more is a local one with a single cluster. */
export function addSites(plan: Plan): void {
  const { scale, world: { tables } } = plan
  for (let number = 0; number < scale.dataCenters; number += 1) {
    const name = siteNames[number] ?? `Site ${number + 1}`
    const local = scale.dataCenters >= 4 && number === scale.dataCenters - 1
    const row = dataCenterRow(plan.id('data center', number), name, number === 0 ? 'The default Data Center' : local ? 'One host with storage of its own' : '')
    row.local = local
    if (scale.vms > 0) row.status = 'up'
    const quotaId = plan.id('default quota', number)
    row.hidden.defaultQuotaId = quotaId
    tables.dataCenters.insert(row)
    plan.dataCenters.push({ row, quota: shared({ id: quotaId }), clusters: [], domains: [], templates: [] })
  }
  const common = plan.dataCenters.filter(({ row }) => !row.local)
  for (let number = 0; number < scale.clusters; number += 1) {
    const local = number > 0 && number === scale.clusters - 1 ? plan.dataCenters.find(({ row }) => row.local) : undefined
    const home = local ?? common[number % common.length]
    if (home) addCluster(plan, home, number)
  }
  for (const [number, dataCenter] of plan.dataCenters.entries()) addNetworks(plan, dataCenter, number)
}

function addCluster(plan: Plan, dataCenter: DataCenterPlan, number: number): void {
  const { tables } = plan.world
  const within = dataCenter.clusters.length
  const kind = clusterKinds[within % clusterKinds.length] ?? 'more'
  const turn = Math.floor(within / clusterKinds.length)
  const site = dataCenter === plan.dataCenters[0] ? '' : `${dataCenter.row.name.toLowerCase()}-`
  const name = number === 0 ? 'Default' : `${site}${kind}${turn === 0 ? '' : `-${turn + 1}`}`
  const pools = [...tables.macPools.all()]
  const macPool = number % pools.length
  const row = clusterRow(plan.id('cluster', number), name, number === 0 ? 'The default server cluster' : '', dataCenter.row.id, pools[macPool]?.id ?? defaultMacPoolId)
  if (plan.scale.vms > 0) {
    row.cpu = { architecture: 'x86_64', type: cpuFamily }
    row.hidden = { emulatedMachine }
    row.memory_policy = { over_commit: { percent: kind === 'desktops' && number > 0 ? 200 : number % 3 === 0 ? 100 : 150 }, transparent_hugepages: { enabled: true } }
  }
  tables.clusters.insert(row)
  dataCenter.clusters.push({ row, dataCenter, hosts: [], places: [], profiles: [], macPool })
  const profileId = number === 0 ? defaultCpuProfileId : plan.id('cpu profile', number)
  tables.cpuProfiles.insert({ id: profileId, name, description: '', cluster: { id: row.id } })
  if (number > 0) tables.permissions.insert({ id: plan.id('cpu profile permission', number), role: { id: roleId('CpuProfileOperator') }, group: { id: everyoneId }, object: { type: 'cpu_profile', id: profileId }, creation_date: plan.now - 900 * dayMs })
}

const vmNetworkNames = ['prod', 'desktop', 'test', 'dmz', 'backup', 'db', 'voice', 'lab', 'guest', 'iot', 'build', 'partner']

/** Networks of one data center: management, storage, migration, then VLANs for VMs; each cluster takes the first three and some of the rest. */
function addNetworks(plan: Plan, dataCenter: DataCenterPlan, number: number): void {
  const { tables } = plan.world
  const { scale } = plan
  const management = addManagementNetwork(plan, dataCenter.row.id, number)
  const count = scale.vms === 0 ? 1 : Math.max(4, Math.round(scale.networks / scale.dataCenters))
  const add = (position: number, name: string, description: string, vlan: number | undefined, forVms: boolean): NetworkRow => tables.networks.insert({
    id: plan.id('network', number * 1000 + position), name, description, comment: '', data_center: { id: dataCenter.row.id }, mtu: forVms ? 0 : 9000, port_isolation: false, stp: false,
    usages: forVms ? ['vm'] : [], vdsm_name: name, ...(vlan !== undefined && { vlan: { id: vlan } }), hidden: { labels: forVms && position % 4 === 0 ? ['trunk'] : [] },
  })
  const special = count > 1 ? [add(1, 'storage', 'iSCSI and NFS', 20, false), add(2, 'migration', 'Live migration', 30, false)] : []
  const vmNetworks: NetworkRow[] = []
  for (let position = 3; position < count; position += 1) {
    const vlan = 100 + (position - 3) * 10
    vmNetworks.push(add(position, `${vmNetworkNames[(position - 3) % vmNetworkNames.length] ?? 'vm'}-${vlan}`, '', vlan, true))
  }
  const profiles = addProfiles(plan, number, vmNetworks)
  const managementProfile = tables.vnicProfiles.get(management.profileId)
  dataCenter.clusters.forEach((cluster, within) => {
    const attach = (networkId: string, required: boolean, usages: ('vm' | 'display' | 'migration' | 'management' | 'default_route')[]) => tables.clusterNetworks.insert({
      id: plan.id(`network of ${cluster.row.id}`, tables.clusterNetworks.size), clusterId: cluster.row.id, networkId, required, usages, display: usages.includes('display'), status: 'operational',
    })
    attach(management.networkId, true, special.length > 0 ? ['vm', 'display', 'management', 'default_route'] : ['vm', 'display', 'migration', 'management', 'default_route'])
    special.forEach(({ id, name }) => attach(id, name === 'storage', name === 'migration' ? ['migration'] : []))
    const chosen = vmNetworks.length <= 6 ? vmNetworks : vmNetworks.filter((_, position) => (position + within) % vmNetworks.length < 6)
    chosen.forEach(({ id }, position) => attach(id, position < 2, ['vm']))
    const attached = new Set(chosen.map(({ id }) => id))
    cluster.profiles = [...managementProfile ? [managementProfile] : [], ...profiles.filter(({ network, pass_through: through }) => attached.has(network.id) && through?.mode !== 'enabled')]
  })
}

function addProfiles(plan: Plan, number: number, networks: readonly NetworkRow[]): VnicProfileRow[] {
  const { tables } = plan.world
  const add = (id: string, name: string, network: NetworkRow, change: Partial<VnicProfileRow>): VnicProfileRow => {
    tables.permissions.insert({ id: plan.id(`use of ${id}`, 0), role: { id: roleId('VnicProfileUser') }, group: { id: everyoneId }, object: { type: 'vnic_profile', id }, creation_date: plan.now - 700 * dayMs })
    return tables.vnicProfiles.insert({ id, name, description: '', network: { id: network.id }, network_filter: { id: networkFilterId(noSpoofingFilter) }, pass_through: { mode: 'disabled' }, port_mirroring: false, hidden: {}, ...change })
  }
  const own = networks.map((network, position) => add(plan.id('profile', number * 1000 + position), network.name, network, {}))
  const further = Math.max(0, Math.round((plan.scale.vnicProfiles - plan.scale.networks) / plan.scale.dataCenters))
  const extra = networks.slice(0, further).map((network, position) => position % 2 === 0
    ? add(plan.id('profile', number * 1000 + 500 + position), `${network.name}-mirror`, network, { port_mirroring: true })
    : add(plan.id('profile', number * 1000 + 500 + position), `${network.name}-sriov`, network, { pass_through: { mode: 'enabled' }, migratable: true }))
  return [...own, ...extra]
}

/** Cluster CPU flags that a host of this family reports: those of every lower Intel family too. */
export function cpuFlagsUpTo(level: number): string[] {
  const flags = new Set<string>(['nx'])
  for (const [name, itsLevel, , , , required] of defaults.cluster_cpus) {
    if (typeof name === 'string' && name.includes('Intel') && typeof itsLevel === 'number' && itsLevel <= level && Array.isArray(required)) for (const flag of required) flags.add(flag)
  }
  return [...flags]
}

/** All clusters in the order they were made. */
export const clustersOf = (plan: Plan): ClusterPlan[] => plan.dataCenters.flatMap(({ clusters }) => clusters)
