/** Interfaces of hosts, what networks lie on them, NUMA nodes. Sources: HostNicMapper, NetworkAttachmentMapper, NumaMapper. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { Encoded } from '../encode.ts'
import type { Call } from '../call.ts'
import { collection } from '../registry.ts'
import type { HostNicRow, NetworkAttachmentRow } from '../rows.ts'
import { wordNumber } from '../statistics/noise.ts'
import { seededId } from '../ids.ts'

const bondModes = ['(Mode 0) Round-robin', '(Mode 1) Active-Backup', '(Mode 2) Load balance (balance-xor)', '(Mode 3) Broadcast', '(Mode 4) Dynamic link aggregation (802.3ad)', '(Mode 5) Adaptive transmit load balancing (balance-tlb)', '(Mode 6) Adaptive load balancing (balance-alb)']

const nicReference = ({ base, ids }: Call, nicId: string) => new Encoded({ href: `${base}/hosts/${ids[0] ?? ''}/nics/${nicId}`, id: nicId })
const byName = (one: HostNicRow, other: HostNicRow) => (one.name < other.name ? -1 : 1)
const nicsOf = ({ world, ids }: Call): HostNicRow[] => [...world.tables.hostNics.by('hostId', ids[0] ?? '')].sort(byName)

collection('hosts/nics', {
  type: 'HostNic', list: nicsOf, find: (call, id) => nicsOf(call).find((row) => row.id === id),
  show: (row: HostNicRow, call): object => ({
    ...row, host: { id: row.hostId },
    ...row.slaveIds && {
      bonding: {
        options: [{ name: 'mode', value: String(row.bondMode ?? 4), type: bondModes[row.bondMode ?? 4] ?? '' }, { name: 'miimon', value: '100' }],
        slaves: row.slaveIds.map((id) => nicReference(call, id)),
      },
    },
  }),
})
const labelsOf = ({ world, ids }: Call) => (world.tables.hostNics.get(ids[1] ?? '')?.hidden.labels ?? []).map((id) => ({ id }))
collection('hosts/nics/networklabels', { type: 'NetworkLabel', list: labelsOf, find: (call, id) => labelsOf(call).find((row) => row.id === id), show: (row: { id: string }): object => row })

const showAttachment = (row: NetworkAttachmentRow, call: Call): object => ({ ...row, host: { id: row.hostId }, host_nic: nicReference(call, row.nicId) })
const ofHost = ({ world, ids }: Call): readonly NetworkAttachmentRow[] => world.tables.networkAttachments.by('hostId', ids[0] ?? '')
const ofNic = ({ world, ids }: Call): readonly NetworkAttachmentRow[] => world.tables.networkAttachments.by('nicId', ids[1] ?? '')
for (const [place, list] of [['hosts/networkattachments', ofHost], ['hosts/nics/networkattachments', ofNic]] as const) {
  collection(place, { type: 'NetworkAttachment', list, find: (call, id) => list(call).find((row) => row.id === id), show: showAttachment })
}
// networks that VDSM reports and the engine does not know: no host has any
collection('hosts/unmanagednetworks', { type: 'UnmanagedNetwork', list: () => [], find: () => undefined, show: (row: { id: string }): object => row })

type Node = Model.NumaNode & { id: string }
/** Equal nodes: memory, cores and threads divide by their number. */
function nodesOf({ world, ids }: Call): Node[] {
  const host = world.tables.hosts.get(ids[0] ?? '')
  if (!host) return []
  const count = host.hidden.numaNodeCount
  const topology = host.cpu?.topology
  const threads = ((topology?.cores ?? 1) * (topology?.sockets ?? 1) * (topology?.threads ?? 1)) / Math.max(1, count)
  return Array.from({ length: count }, (_, index): Node => ({
    id: seededId(wordNumber(host.id), index), index, memory: Math.floor((host.memory ?? 0) / count / 1024 ** 2), node_distance: Array.from({ length: count }, (_none, other) => (other === index ? 10 : 20)).join(' '), host: { id: host.id },
    cpu: { cores: Array.from({ length: threads }, (_none, core) => ({ index: index * threads + core })) },
  }))
}
collection('hosts/numanodes', { type: 'NumaNode', list: nodesOf, find: (call, id) => nodesOf(call).find((row) => row.id === id), show: (row: Node): object => row })
