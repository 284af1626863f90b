/** What a host reports of itself once its agent runs. Hosts of the inventory have it already; new ones get a plain machine, cabled for its cluster. */
import type { HostRow, NetworkRow } from '../rows.ts'
import type { World } from '../world.ts'

const gib = 1024 ** 3
const portSpeed = 25_000_000_000

/** Fills in hardware, software and, for a host without interfaces, ports with every network that its cluster requires. */
export function equipHost(world: World, hostId: string): void {
  const host = world.tables.hosts.change(hostId, fillIn)
  if (world.tables.hostNics.by('hostId', hostId).length === 0) addNetworks(world, host)
}

function fillIn(host: HostRow): void {
  host.memory ??= 256 * gib
  host.cpu ??= { name: 'Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz', speed: 2100, topology: { cores: 16, sockets: 2, threads: 2 }, type: 'Secure Intel Cascadelake Server Family' }
  host.os ??= { type: 'RHEL', custom_kernel_cmdline: '', reported_kernel_cmdline: 'ro crashkernel=auto rhgb quiet', version: { major: 9, minor: 4, full_version: '9.4 - 1.el9' } }
  host.version ??= { major: 4, minor: 50, revision: 5, build: 1, full_version: 'vdsm-4.50.5.1-1.el9' }
  host.libvirt_version ??= { major: 10, minor: 0, revision: 0, build: 0, full_version: 'libvirt-10.0.0-6.el9' }
  host.hardware_information ??= { family: 'Rack', manufacturer: 'Example Systems', product_name: 'Rack 2200', serial_number: `SN${host.id.slice(0, 6)}`, uuid: host.id, version: '1', supported_rng_sources: ['hwrng', 'random'] }
  host.se_linux ??= { mode: 'enforcing' }
  host.kdump_status ??= 'enabled'
  host.numa_supported ??= true
  host.transparent_hugepages ??= { enabled: true }
  host.auto_numa_status ??= 'enable'
  host.device_passthrough ??= { enabled: false }
  host.vgpu_placement ??= 'consolidated'
  host.iscsi ??= { initiator: `iqn.1994-05.com.example:${host.id.slice(0, 8)}` }
  host.reinstallation_required = false
  if (host.hidden.swapTotalBytes === 0) host.hidden.swapTotalBytes = 4 * gib
  if (host.hidden.numaNodeCount === 0) host.hidden.numaNodeCount = 2
}

function addNetworks(world: World, host: HostRow): void {
  const { hostNics, networkAttachments, networks, clusterNetworks } = world.tables
  const digits = host.id.replaceAll('-', '')
  let position = 0
  const nic = (name: string, network: NetworkRow | undefined) => {
    position += 1
    return hostNics.insert({
      id: world.newId(), hostId: host.id, name, mac: { address: `0c:42:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}:${position.toString(16).padStart(2, '0')}` },
      mtu: network?.mtu || 1500, bridged: network?.usages?.includes('vm') === true, custom_configuration: false, status: 'up', speed: portSpeed,
      boot_protocol: network?.vlan ? 'none' : 'dhcp', ipv6_boot_protocol: 'none',
      ...(network && { network: { id: network.id } }), ...(network?.vlan && { vlan: network.vlan, base_interface: 'ens1f1' }),
      hidden: { seed: Number.parseInt(digits.slice(0, 7), 16) + position, labels: [] },
    })
  }
  const required = clusterNetworks.by('clusterId', host.cluster.id).filter((one) => one.required).map(({ networkId }) => networks.get(networkId)).filter((one) => one !== undefined)
  const tagged = required.filter(({ vlan }) => vlan !== undefined)
  const plain = required.filter(({ vlan }) => vlan === undefined)
  const devices = [
    ...plain.map((network, number) => ({ network, device: nic(`ens${number + 1}f0`, network) })),
    ...(tagged.length > 0 ? [{ network: undefined, device: nic('ens1f1', undefined) }] : []),
    ...tagged.map((network) => ({ network, device: nic(`ens1f1.${network.vlan?.id ?? 0}`, network) })),
  ]
  for (const { network, device } of devices) {
    if (!network) continue
    networkAttachments.insert({
      id: world.newId(), hostId: host.id, nicId: device.id, network: { id: network.id }, in_sync: true, reported_configurations: [], properties: [],
      ip_address_assignments: [{ assignment_method: network.vlan ? 'none' : 'dhcp', ip: { version: 'v4' } }],
    })
  }
}

/** The first network that the cluster requires and the host lacks. Source: NetworkMonitoringHelper. */
export function missingNetwork(world: World, host: HostRow): NetworkRow | undefined {
  const present = new Set(world.tables.networkAttachments.by('hostId', host.id).map(({ network }) => network.id))
  const missing = world.tables.clusterNetworks.by('clusterId', host.cluster.id).find(({ required, networkId }) => required && !present.has(networkId))
  return missing && world.tables.networks.get(missing.networkId)
}
