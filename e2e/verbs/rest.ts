import type { Engine } from '../engine.ts'
import type { EventWire, Events, HostWire, Hosts, VmWire, Vms } from '../wire.ts'

async function only<T>(rows: readonly T[] | undefined, name: string): Promise<T> {
  const [row] = rows ?? []
  if (!row) throw new Error(`the engine knows no "${name}"`)
  return row
}

/** A machine as the engine tells it now. */
export const readVm = async (engine: Engine, name: string): Promise<VmWire> => only((await engine.get<Vms>(`vms?search=${encodeURIComponent(`name=${name}`)}`)).vm, name)

/** A host as the engine tells it now. */
export const readHost = async (engine: Engine, name: string): Promise<HostWire> => only((await engine.get<Hosts>(`hosts?search=${encodeURIComponent(`name=${name}`)}&all_content=true`)).host, name)

/** Machines that a search finds, in the engine's order. */
export const findVms = async (engine: Engine, search: string): Promise<readonly VmWire[]> => (await engine.get<Vms>(`vms?search=${encodeURIComponent(search)}`)).vm ?? []

/** The newest events of a machine or host that a search finds. */
export const findEvents = async (engine: Engine, search: string): Promise<readonly EventWire[]> => (await engine.get<Events>(`events?search=${encodeURIComponent(search)}&max=50`)).event ?? []
