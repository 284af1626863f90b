import type { StatusKind } from './statusKind.ts'

/** Status words of a host as REST sends them. Source: VDSStatus.java with HostMapper.java. */
export const hostStatuses = [
  'unassigned', 'down', 'maintenance', 'up', 'non_responsive', 'error', 'installing', 'install_failed', 'reboot',
  'preparing_for_maintenance', 'non_operational', 'pending_approval', 'initializing', 'connecting', 'installing_os', 'kdumping',
] as const
export type HostStatus = (typeof hostStatuses)[number]

/** Statuses that end by themselves: rows in them are read singly every 2 to 3 s. */
export const transitionalHostStatuses: readonly HostStatus[] = [
  'unassigned', 'installing', 'reboot', 'preparing_for_maintenance', 'initializing', 'connecting', 'installing_os', 'kdumping',
]

/** Statuses in which the host answers, so that there is load to measure. Source: VdsManager, which polls all others for their status only. */
const reportingStatuses: readonly string[] = ['up', 'maintenance', 'preparing_for_maintenance', 'non_operational', 'error']

/** Is the load of this host measured? */
export const isHostMeasured = ({ status }: { readonly status: string }): boolean => reportingStatuses.includes(status)

const kinds: Readonly<Record<HostStatus, StatusKind>> = {
  up: 'up',
  down: 'down',
  unassigned: 'down',
  non_responsive: 'down',
  install_failed: 'down',
  connecting: 'down',
  preparing_for_maintenance: 'preparing',
  maintenance: 'maintenance',
  error: 'error',
  installing: 'installing',
  reboot: 'waiting',
  initializing: 'waiting',
  kdumping: 'waiting',
  non_operational: 'warning',
  pending_approval: 'unconfigured',
  installing_os: 'unconfigured',
}

/** Is this one of the words of the table? A newer engine may send others. */
export const isHostStatus = (word: string): word is HostStatus => hostStatuses.some((status) => status === word)

/** Which icon stands for the host; a word we do not know is shown as unknown. Source: HostStatusColumn of webadmin. */
export function hostStatusKind(host: { readonly status: string }): StatusKind {
  return isHostStatus(host.status) ? kinds[host.status] : 'unknown'
}

/** What the overlay of a host's icon needs to know; absent members are not judged. */
export interface HostOverlayFacts {
  readonly powerManagementEnabled?: boolean | undefined
  /** fencing policy of its cluster */
  readonly clusterFencingEnabled?: boolean | undefined
  readonly reinstallationRequired?: boolean | undefined
}

/**
 * Why the icon of a host carries an exclamation mark: message keys, one line each, empty when all is well.
 * Source: HostStatusColumn of webadmin. Reasons without a REST field (unsaved networks, missing CPU flags, SMT) are not judged.
 */
export function hostOverlay(host: HostOverlayFacts): readonly string[] {
  const reasons: readonly (readonly [string, boolean])[] = [
    ['host.overlay.powerManagement', host.clusterFencingEnabled === true && host.powerManagementEnabled === false],
    ['host.overlay.reinstall', host.reinstallationRequired === true],
  ]
  return reasons.filter(([, applies]) => applies).map(([key]) => key)
}

/** Extra icons beside a host's name. Source: HostAdditionalStatusColumn of webadmin; message keys in the order drawn. */
export function hostBadges(host: {
  readonly updateAvailable?: boolean | undefined
  readonly externalStatus?: string | undefined
  readonly hostedEngine?: { readonly configured?: boolean | undefined; readonly active?: boolean | undefined; readonly score?: number | undefined } | undefined
}): readonly string[] {
  const agent = host.hostedEngine
  const isAgentHost = agent?.configured === true
  const reasons: readonly (readonly [string, boolean])[] = [
    ['host.badge.update', host.updateAvailable === true],
    ['host.badge.external', host.externalStatus !== undefined && host.externalStatus !== 'ok'],
    ['host.badge.hostedEngineInactive', isAgentHost && agent.active !== true],
    ['host.badge.hostedEngineScoreZero', isAgentHost && agent.active === true && agent.score === 0],
    ['host.badge.hostedEngine', isAgentHost && agent.active === true && agent.score !== 0],
  ]
  return reasons.filter(([, applies]) => applies).map(([key]) => key)
}
