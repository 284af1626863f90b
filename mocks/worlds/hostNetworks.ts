/**
 * Interfaces of a host: two ports in bond0 for management and VM networks, two in bond1 for storage and migration,
 * a VLAN device for every tagged network, and the attachments that say which network lies on which of them.
 */
import type { HostNicRow, HostRow, NetworkRow } from '../engine/rows.ts'
import type { ClusterPlan, Plan } from './plan.ts'
import { shared } from './random.ts'

const portSpeed = 25_000_000_000
const bonded = shared({ boot_protocol: 'none' as const, ipv6_boot_protocol: 'none' as const })

/** Address of a host on a network; every network has its own 10.x. */
const addressOf = (subnet: number, host: number) => `10.${subnet}.${host >> 8}.${(host & 255) + 1}`

export function addHostNetworks(plan: Plan, cluster: ClusterPlan, host: HostRow, number: number): void {
  const { tables } = plan.world
  const attached = tables.clusterNetworks.by('clusterId', cluster.row.id)
  const networks = attached.flatMap(({ networkId, required }) => { const row = tables.networks.get(networkId); return row ? [{ row, required }] : [] })
  // the non-operational host lost a required VLAN
  const missing = host.status === 'non_operational' ? networks.filter(({ row, required }) => required && row.vlan).at(-1)?.row : undefined
  let position = 0
  const nic = (name: string, change: Partial<HostNicRow>): HostNicRow => {
    position += 1
    return tables.hostNics.insert({
      id: plan.id('host nic', number * 100 + position), hostId: host.id, name, mac: { address: `0c:42:a1:${hex(number >> 8)}:${hex(number & 255)}:${hex(position)}` }, mtu: 1500, bridged: false,
      custom_configuration: false, status: host.status === 'down' ? 'down' : 'up', ...bonded, hidden: { seed: plan.curveSeed('host nic', number * 100 + position), labels: [] }, ...change,
    })
  }
  const ports = ['ens1f0', 'ens1f1', 'ens2f0', 'ens2f1'].map((name) => nic(name, { speed: portSpeed }))
  nic('eno1', { speed: 0, status: 'down' })
  const slaves = (from: number) => ports.slice(from, from + 2).map(({ id }) => id)
  const management = networks.find(({ row }) => row.name === 'ovirtmgmt')?.row
  const attach = (device: HostNicRow, network: NetworkRow, subnet: number | undefined) => tables.networkAttachments.insert({
    id: plan.id('attachment', number * 100 + position), hostId: host.id, nicId: device.id, network: { id: network.id }, in_sync: true, reported_configurations: [], properties: [],
    ip_address_assignments: [subnet === undefined
      ? { assignment_method: 'none', ip: { version: 'v4' } }
      : { assignment_method: 'static', ip: { address: addressOf(subnet, number), netmask: '255.255.0.0', version: 'v4', ...(subnet === 0 && { gateway: '10.0.255.254' }) } }],
  })
  const ip = (subnet: number) => ({ ip: { address: addressOf(subnet, number), netmask: '255.255.0.0', version: 'v4' as const, ...(subnet === 0 && { gateway: '10.0.255.254' }) }, boot_protocol: 'static' as const })
  const bond0 = nic('bond0', { speed: 2 * portSpeed, bondMode: 4, slaveIds: slaves(0), bridged: true, ...(management && { network: { id: management.id } }), ...ip(0) })
  if (management) attach(bond0, management, 0)
  const bond1 = nic('bond1', { speed: 2 * portSpeed, bondMode: 4, slaveIds: slaves(2), mtu: 9000 })
  for (const { row } of networks) {
    if (row === management || row === missing) continue
    const base = row.usages?.includes('vm') ? bond0 : bond1
    const subnet = row.name === 'storage' ? 1 : row.name === 'migration' ? 2 : undefined
    const device = nic(`${base.name}.${row.vlan?.id ?? 0}`, {
      base_interface: base.name, vlan: { id: row.vlan?.id ?? 0 }, network: { id: row.id }, bridged: base === bond0, mtu: row.mtu || 1500, speed: 2 * portSpeed, ...(subnet !== undefined && ip(subnet)),
    })
    attach(device, row, subnet)
  }
  if (missing) for (const entry of attached) if (entry.networkId === missing.id) tables.clusterNetworks.change(entry.id, (row) => { row.status = 'non_operational' })
}

const hex = (value: number) => (value & 255).toString(16).padStart(2, '0')

const intel = shared({ id: '0x8086', name: 'Intel Corporation' })
const mellanox = shared({ id: '0x15b3', name: 'Mellanox Technologies' })
const nvidia = shared({ id: '0x10de', name: 'NVIDIA Corporation' })

/** Devices a host offers: its root, the ports of its network cards, an HBA, on some hosts a GPU. */
export function addHostDevices(plan: Plan, host: HostRow, number: number): void {
  const { tables } = plan.world
  const root = plan.id('host device', number * 20)
  tables.hostDevices.insert({ id: root, hostId: host.id, name: 'computer', capability: 'system' })
  const pci = (position: number, name: string, product: { id: string; name: string }, vendor: { id: string; name: string }, driver: string) => tables.hostDevices.insert({
    id: plan.id('host device', number * 20 + position), hostId: host.id, name, capability: 'pci', driver, iommu_group: 10 + position, parentId: root, product, vendor, virtual_functions: driver === 'mlx5_core' ? 8 : 0,
  })
  for (let port = 0; port < 4; port += 1) pci(1 + port, `pci_0000_${port < 2 ? '3b' : 'af'}_00_${port % 2}`, connectX, mellanox, 'mlx5_core')
  pci(5, 'pci_0000_18_00_0', sas, intel, 'mpt3sas')
  if (number % 6 === 3) pci(6, 'pci_0000_d8_00_0', gpu, nvidia, 'nvidia')
}
const connectX = shared({ id: '0x1015', name: 'MT27710 Family [ConnectX-4 Lx]' })
const sas = shared({ id: '0x00d1', name: 'HBA 9405W' })
const gpu = shared({ id: '0x1eb8', name: 'TU104GL [Tesla T4]' })
