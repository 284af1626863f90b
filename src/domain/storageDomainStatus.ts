import type { StatusKind } from './statusKind.ts'

/** Source: StorageDomainStatus.java with StorageDomainStatusMapper. */
const kinds: Readonly<Partial<Record<string, StatusKind>>> = {
  active: 'up', inactive: 'error', maintenance: 'maintenance', preparing_for_maintenance: 'preparing', locked: 'locked', detaching: 'waiting', activating: 'starting',
  unattached: 'unconfigured', mixed: 'warning',
}

/** Which icon stands for the storage domain in its data center; a word we do not know is shown as unknown. */
export const storageDomainStatusKind = (status: string): StatusKind => kinds[status] ?? 'unknown'
