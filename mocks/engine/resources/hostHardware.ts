/** What a host reports of itself beside its interfaces: CPUs as the kernel numbers them, LUNs that it sees. Sources: HostCpuUnitMapper, BackendHostStorageResource. */
import type * as Model from '../../../src/wire/model.generated.ts'
import type { Call } from '../call.ts'
import { hexOf } from '../hex.ts'
import { collection } from '../registry.ts'

const hostOf = ({ world, ids }: Call) => world.tables.hosts.get(ids[0] ?? '')

type Unit = Model.HostCpuUnit & { id: string }
/** One unit a thread; VDSM runs on the second CPU. Threads of a core lie as far apart as there are cores, as Linux counts them. */
function unitsOf(call: Call): Unit[] {
  const topology = hostOf(call)?.cpu?.topology
  if (!topology) return []
  const { cores = 1, sockets = 1, threads = 1 } = topology
  return Array.from({ length: cores * sockets * threads }, (_, cpu): Unit => {
    const core = cpu % (cores * sockets)
    return { id: hexOf(String(cpu)), cpu_id: cpu, core_id: core % cores, socket_id: Math.floor(core / cores), runs_vdsm: cpu === 1 }
  })
}
collection('hosts/cpuunits', { type: 'HostCpuUnit', list: unitsOf, find: (call, id) => unitsOf(call).find((row) => row.id === id), show: (row: Unit): object => row })

type Device = Model.HostStorage & { id: string }
/** LUNs of the block domains of its data center, each told to be in use. */
function lunsOf(call: Call): Device[] {
  const { tables } = call.world
  const dataCenterId = tables.clusters.get(hostOf(call)?.cluster.id ?? '')?.data_center?.id ?? ''
  return tables.storageDomains.by('data_center', dataCenterId).flatMap(({ id: domainId, storage }) => (storage?.volume_group?.logical_units ?? []).map((unit): Device => ({
    id: unit.id ?? '', ...storage?.type && { type: storage.type }, logical_units: [{ ...unit, status: 'used', storage_domain_id: domainId }],
  })))
}
collection('hosts/storage', { type: 'HostStorage', filtered: 'refused', list: lunsOf, find: (call, id) => lunsOf(call).find((row) => row.id === id), show: (row: Device): object => row })
