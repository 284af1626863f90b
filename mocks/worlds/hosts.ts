/** Hosts of the inventory: how many, in which status, with which hardware. Their networks are in hostNetworks.ts. */
import type { HostRow } from '../engine/rows.ts'
import { addHostDevices, addHostNetworks } from './hostNetworks.ts'
import type { ClusterPlan, Plan } from './plan.ts'
import { dayMs, gib } from './plan.ts'
import type { Random, Shares } from './random.ts'
import { shared } from './random.ts'
import { clustersOf, cpuFamily, cpuFlagsUpTo } from './sites.ts'

type Placed = { cluster: ClusterPlan; status: HostRow['status'] }

/** Hosts out of service: one of each kind from six hosts on, then by share. A host that runs VMs is never among them. */
function troubles(hosts: number): HostRow['status'][] {
  if (hosts < 4) return []
  if (hosts < 6) return ['maintenance']
  const some = (status: HostRow['status'], share: number) => Array.from({ length: Math.max(1, Math.round(hosts * share)) }, () => status)
  return [...some('maintenance', 0.03), ...some('non_operational', 0.01), ...some('non_responsive', 0.005), ...some('install_failed', 0.003), ...(hosts >= 40 ? some('down', 0.007) : [])]
}

const memorySizes: Shares<number> = [[384, 20], [512, 45], [768, 25], [1024, 10]]
const coreCounts: Shares<number> = [[16, 30], [20, 30], [24, 20], [32, 20]]
const hardware = shared([
  { manufacturer: 'Example Systems', product_name: 'Rack 2200', family: 'Rack' }, { manufacturer: 'Example Systems', product_name: 'Rack 2400', family: 'Rack' }, { manufacturer: 'Sample Computers', product_name: 'Blade 48', family: 'Blade' },
])
const constant = shared({
  auto_numa_status: 'enable', device_passthrough: { enabled: false }, external_status: 'ok', kdump_status: 'enabled', numa_supported: true, ovn_configured: true, port: 54321, protocol: 'stomp',
  libvirt_version: { major: 10, minor: 0, revision: 0, build: 0, full_version: 'libvirt-10.0.0-6.el9' },
  version: { major: 4, minor: 50, revision: 5, build: 1, full_version: 'vdsm-4.50.5.1-1.el9' },
  os: { type: 'RHEL', custom_kernel_cmdline: '', reported_kernel_cmdline: 'ro crashkernel=auto rhgb quiet', version: { major: 9, minor: 4, full_version: '9.4 - 1.el9' } },
  se_linux: { mode: 'enforcing' }, transparent_hugepages: { enabled: true }, type: 'rhel', vgpu_placement: 'consolidated',
} as const satisfies Partial<HostRow>)

const levels = { [cpuFamily]: 18, 'Secure Intel Icelake Server Family': 20 } as const
const flagsByLevel = new Map<number, string[]>()
const flagsOf = (level: number) => {
  const known = flagsByLevel.get(level) ?? shared(cpuFlagsUpTo(level))
  flagsByLevel.set(level, known)
  return known
}

export function addHosts(plan: Plan): void {
  const count = plan.scale.hosts
  if (plan.scale.vms === 0) return
  const clusters = clustersOf(plan)
  const local = clusters.filter(({ dataCenter }) => dataCenter.row.local)
  const shareable = clusters.filter(({ dataCenter }) => !dataCenter.row.local)
  const bad = troubles(count)
  const up = count - bad.length - local.length
  const placed: Placed[] = [
    ...Array.from({ length: Math.max(up, 1) }, (_, number): Placed[] => { const cluster = shareable[number % shareable.length]; return cluster ? [{ cluster, status: 'up' }] : [] }).flat(),
    ...bad.flatMap((status, number): Placed[] => { const cluster = shareable[number % shareable.length]; return cluster ? [{ cluster, status }] : [] }),
    ...local.map((cluster): Placed => ({ cluster, status: 'up' })),
  ]
  // hosts of a cluster are numbered together, those in trouble among the others
  const order = placed.map((entry, number) => ({ ...entry, rank: clusters.indexOf(entry.cluster) * 1e6 + ((number * 7919) % 100_003) })).sort((one, other) => one.rank - other.rank)
  const width = Math.max(2, String(order.length).length)
  const random = plan.random('hosts')
  const sizes = new Map<ClusterPlan, { memory: number; cores: number }>()
  order.forEach(({ cluster, status }, number) => {
    const size = sizes.get(cluster) ?? { memory: random.weighted(memorySizes), cores: random.weighted(coreCounts) }
    sizes.set(cluster, size)
    addHost(plan, random, cluster, status, number, `host${String(number + 1).padStart(width, '0')}`, size)
  })
  electStorageManagers(plan)
}

function addHost(plan: Plan, random: Random, cluster: ClusterPlan, status: HostRow['status'], number: number, name: string, size: { memory: number; cores: number }): void {
  const { tables } = plan.world
  const installed = status !== 'install_failed'
  const type = random.chance(0.3) ? 'Secure Intel Icelake Server Family' : cpuFamily
  const fenced = number !== 1 && random.chance(0.95)
  const address = `${name}.example.com`
  const totalBytes = size.memory * gib
  const row: HostRow = {
    id: plan.id('host', number), name, description: '', comment: '', address, cluster: { id: cluster.row.id }, status,
    certificate: { organization: 'example.com', subject: `O=example.com,CN=${address}` },
    ...(installed && {
      ...constant,
      cpu: { name: type === cpuFamily ? 'Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz' : 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz', speed: type === cpuFamily ? 2100 : 2000, topology: { cores: size.cores, sockets: 2, threads: 2 }, type },
      hardware_information: { ...random.pick(hardware), serial_number: `SN${String(100_000 + number)}`, uuid: plan.id('hardware', number), version: '1', supported_rng_sources: ['hwrng', 'random'] },
      iscsi: { initiator: `iqn.1994-05.com.example:${name}` }, memory: totalBytes, max_scheduling_memory: totalBytes,
    }),
    ksm: { enabled: false, merge_across_nodes: true }, protocol: 'stomp', port: 54321, external_status: 'ok', type: 'rhel',
    power_management: { automatic_pm_enabled: true, enabled: fenced, kdump_detection: true, pm_proxies: [] }, reinstallation_required: number % 37 === 5, update_available: number % 5 === 2,
    spm: { priority: 5, status: 'none' }, ssh: { fingerprint: `SHA256:${plan.id('fingerprint', number).replaceAll('-', '')}`, port: 22, user: { user_name: 'root' } },
    ...(status === 'non_operational' && { status_detail: 'network_unreachable' }), ...(status === 'maintenance' && { status_detail: 'Firmware update' }),
    ...(plan.scale.vms >= 200 && cluster === plan.dataCenters[0]?.clusters[0] && installed && { hosted_engine: { active: status === 'up', configured: true, global_maintenance: false, local_maintenance: status === 'maintenance', score: status === 'up' ? 3400 : 0 } }),
    hidden: {
      seed: plan.curveSeed('host', number), bootTimeMs: plan.now - Math.round(random.logUniform(2 * dayMs, 300 * dayMs)), failedRuns: 0, committedBytes: 0, pending: [],
      ...(status === 'maintenance' && { maintenanceReason: 'Firmware update' }),
      fenceAgents: fenced ? [{ id: plan.id('fence agent', number), type: 'ipmilan', address: `10.9.${number >> 8}.${number & 255}`, username: 'fence', order: 1, options: [{ name: 'lanplus', value: '1' }] }] : [],
      emulatedMachines: emulated, cpuFlags: installed ? flagsOf(levels[type]) : [], swapTotalBytes: installed ? random.pick([4, 16, 64]) * gib : 0, numaNodeCount: installed ? 2 : 0,
    },
  }
  tables.hosts.insert(row)
  cluster.hosts.push(row)
  if (status === 'up') cluster.places.push({ host: row, freeBytes: placeBytes(cluster, totalBytes) })
  if (!installed) return
  addHostNetworks(plan, cluster, row, number)
  addHostDevices(plan, row, number)
}
const emulated = shared(['pc-q35-rhel9.2.0', 'pc-q35-rhel9.0.0', 'pc-q35-rhel8.6.0', 'pc-q35-rhel8.4.0', 'pc-i440fx-rhel7.6.0'])

/** How much of a host is filled with VMs: nine tenths of what its memory or the cluster's over-commitment allows, room for migrations stays. */
const placeBytes = (cluster: ClusterPlan, totalBytes: number) =>
  Math.floor(Math.min(totalBytes, (totalBytes * (cluster.row.memory_policy?.over_commit?.percent ?? 100)) / 100) * 0.9)

/** One storage pool manager per data center that is up: the first up host. */
function electStorageManagers(plan: Plan): void {
  for (const { row, clusters } of plan.dataCenters) {
    const host = clusters.flatMap(({ places }) => places)[0]?.host
    if (!host) continue
    host.spm = { priority: 5, status: 'spm' }
    row.hidden.spmHostId = host.id
  }
}
