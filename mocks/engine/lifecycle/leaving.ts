/** A host in preparation for maintenance waits until nothing runs on it; whoever takes a VM away says so here. */
import type { World } from '../world.ts'

/** Looks at the host again as soon as the present work is done. */
export function settleLeaving(world: World, hostId: string): void {
  if (world.tables.hosts.get(hostId)?.status === 'preparing_for_maintenance') world.schedule(0, 'host.leaving', { host: hostId })
}
