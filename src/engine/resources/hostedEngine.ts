import { hostedEngineOrigins } from '../../domain/hostActions.ts'
import type { Host } from '../../domain/host.ts'
import { anyOf } from '../../domain/search/write.ts'
import type { Vm } from '../../domain/vm.ts'
import { EngineFault } from '../fault.ts'
import { nameNow } from '../names.ts'
import type { Accepted } from '../rows.ts'
import { clusters } from './clusters.ts'
import { setGlobalMaintenance, vms } from './vms.ts'

/** Name that the installer gives the VM. Source: ConfigValues.HostedEngineVmName. */
const usualName = 'HostedEngine'
const mostRead = 1000

const runsEngine = ({ origin }: Vm): boolean => origin !== undefined && hostedEngineOrigins.includes(origin)

/** The VM that the engine itself runs in: by its usual name, else among those of the cluster of a host that may run it. The language knows no origin. */
async function findHostedEngineVm(host: Host): Promise<Vm> {
  const named = (await vms.readList({ search: anyOf('vm', 'name', [usualName]), max: mostRead })).find(runsEngine)
  if (named !== undefined) return named
  const cluster = nameNow('cluster', host.cluster) ?? (host.cluster && (await clusters.readOne(host.cluster.id)).name)
  const found = cluster === undefined ? undefined : (await vms.readList({ search: anyOf('vm', 'cluster', [cluster]), max: mostRead })).find(runsEngine)
  if (found === undefined) throw new EngineFault({ kind: 'missing', status: 404 })
  return found
}

/**
 * Global maintenance of the hosted engine on or off: its agents then leave the engine's VM alone. Asked of any host with an agent, carried out
 * on the VM. Throws EngineFault, `missing` where no VM runs the engine. Source: SetHaMaintenanceCommand.
 */
export const setHostedEngineMaintenance = async (host: Host, isOn: boolean): Promise<Accepted> =>
  setGlobalMaintenance(await findHostedEngineVm(host), { enabled: isOn })
