import { firstRefusal, no, yes, type Verdict } from './verdict.ts'
import type { HostStatus } from './hostStatus.ts'

/**
 * Statuses that refuse an action. Source: ActionUtils.java, the host table, which the engine and its own portal share;
 * what is not listed passes.
 */
export const hostRefusedIn = {
  edit: ['pending_approval', 'installing_os'],
  remove: [
    'up', 'error', 'installing', 'non_responsive', 'preparing_for_maintenance', 'reboot', 'unassigned', 'initializing', 'non_operational',
    'connecting', 'kdumping',
  ],
  activate: [
    'up', 'installing', 'non_responsive', 'reboot', 'unassigned', 'initializing', 'pending_approval', 'installing_os', 'connecting', 'down',
    'kdumping',
  ],
  maintenance: [
    'maintenance', 'installing', 'preparing_for_maintenance', 'reboot', 'unassigned', 'initializing', 'pending_approval', 'installing_os',
    'connecting', 'kdumping',
  ],
  approve: [
    'maintenance', 'up', 'error', 'installing', 'non_responsive', 'preparing_for_maintenance', 'reboot', 'unassigned', 'initializing',
    'non_operational', 'installing_os', 'install_failed', 'connecting', 'down', 'kdumping',
  ],
  refresh: [
    'error', 'installing', 'non_responsive', 'preparing_for_maintenance', 'reboot', 'unassigned', 'initializing', 'pending_approval',
    'installing_os', 'install_failed', 'connecting', 'down', 'kdumping',
  ],
  upgradeCheck: [
    'error', 'installing', 'non_responsive', 'preparing_for_maintenance', 'reboot', 'unassigned', 'initializing', 'pending_approval',
    'installing_os', 'connecting', 'down', 'kdumping',
  ],
  upgrade: [
    'error', 'installing', 'non_responsive', 'preparing_for_maintenance', 'reboot', 'unassigned', 'initializing', 'pending_approval',
    'installing_os', 'connecting', 'down', 'kdumping',
  ],
  pmStart: ['up', 'installing'],
  pmStop: ['up', 'installing'],
  sshRestart: ['down'],
  sshStop: ['up', 'installing', 'down'],
  clearVms: [
    'maintenance', 'up', 'error', 'installing', 'preparing_for_maintenance', 'reboot', 'unassigned', 'initializing', 'pending_approval',
    'installing_os', 'kdumping',
  ],
  assignTags: ['pending_approval', 'installing_os'],
} as const satisfies Readonly<Record<string, readonly HostStatus[]>>

/** Actions that the engine's table judges. */
export type HostMatrixAction = keyof typeof hostRefusedIn
/** Actions of a host: those of the table, and those whose rule webadmin or the engine keeps elsewhere. */
export type HostAction = HostMatrixAction
  | 'pmRestart' | 'selectAsSpm' | 'reinstall' | 'enrollCertificate' | 'confirmRebooted' | 'haMaintenanceOn' | 'haMaintenanceOff' | 'cockpit'

/** What the rules look at, as the domain names it. Members that are absent are not judged. */
export interface HostActionFacts {
  readonly status: string
  readonly powerManagementEnabled?: boolean | undefined
  readonly spmStatus?: string | undefined
  /** -1 = never */
  readonly spmPriority?: number | undefined
  readonly updateAvailable?: boolean | undefined
  readonly clusterRunsVms?: boolean | undefined
  readonly hostedEngine?: { readonly configured?: boolean | undefined; readonly globalMaintenance?: boolean | undefined } | undefined
}

const refusedByStatus = (host: HostActionFacts): Verdict => no('host.refused.status', { status: host.status })
const onlyIn = (...statuses: readonly HostStatus[]) => (host: HostActionFacts): Verdict =>
  statuses.some((status) => status === host.status) ? yes : refusedByStatus(host)

const hasPowerManagement = (host: HostActionFacts): Verdict =>
  host.powerManagementEnabled === false ? no('host.refused.noPowerManagement') : yes

/** Source: HostListModel.updateActionAvailability and ForceSelectSPMCommand.validate. */
const canBecomeSpm = (host: HostActionFacts): Verdict => firstRefusal(
  onlyIn('up')(host),
  host.clusterRunsVms === false ? no('host.refused.noVirtService') : yes,
  host.spmStatus !== undefined && host.spmStatus !== 'none' ? no('host.refused.isSpm') : yes,
  host.spmPriority === -1 ? no('host.refused.neverSpm') : yes,
)

const isHostedEngineHost = (host: HostActionFacts): Verdict =>
  host.hostedEngine?.configured === true ? yes : no('host.refused.noHostedEngine')

/** Rules beyond the table, by action. */
const furtherRules: Readonly<Partial<Record<HostAction, (host: HostActionFacts) => Verdict>>> = {
  pmRestart: hasPowerManagement,
  pmStart: hasPowerManagement,
  pmStop: hasPowerManagement,
  selectAsSpm: canBecomeSpm,
  upgrade: (host) => host.updateAvailable === false ? no('host.refused.noUpdate') : yes,
  reinstall: onlyIn('maintenance', 'install_failed'),
  enrollCertificate: onlyIn('maintenance', 'install_failed', 'non_responsive'),
  // FenceVdsManualyCommand.validate; webadmin offers it in every status and lets the engine refuse.
  confirmRebooted: onlyIn('down', 'install_failed', 'maintenance', 'non_operational', 'non_responsive', 'reboot', 'installing', 'connecting', 'kdumping'),
  haMaintenanceOn: (host) => firstRefusal(
    isHostedEngineHost(host), host.hostedEngine?.globalMaintenance === true ? no('host.refused.inHaMaintenance') : yes),
  haMaintenanceOff: (host) => firstRefusal(
    isHostedEngineHost(host), host.hostedEngine?.globalMaintenance === true ? yes : no('host.refused.notInHaMaintenance')),
}

const isMatrixAction = (action: HostAction): action is HostMatrixAction => action in hostRefusedIn
const tableRefuses = (action: HostMatrixAction, host: HostActionFacts): boolean => {
  const refused: readonly string[] = hostRefusedIn[action]
  return refused.includes(host.status)
}

/**
 * May this be done with this host now? The table of statuses first, then the rules beyond it.
 * Refusals: `host.refused.status` (params.status), `.noPowerManagement`, `.noVirtService`, `.isSpm`, `.neverSpm`, `.noUpdate`,
 * `.noHostedEngine`, `.inHaMaintenance`, `.notInHaMaintenance`.
 */
export function judgeHost(action: HostAction, host: HostActionFacts): Verdict {
  if (isMatrixAction(action) && tableRefuses(action, host)) return refusedByStatus(host)
  return furtherRules[action]?.(host) ?? yes
}

/** A VM on a host that is to go into maintenance. */
export interface GuestFacts { readonly name: string; readonly affinity?: string | undefined; readonly type?: string | undefined; readonly origin?: string | undefined }
/** One sentence of the maintenance dialog with the names it speaks of. */
export interface MaintenanceWarning { readonly key: string; readonly names: readonly string[] }

/** Origins of the VM that runs the engine itself. Source: OriginType.java as REST writes it. */
export const hostedEngineOrigins: readonly string[] = ['hosted_engine', 'managed_hosted_engine']

/**
 * What the maintenance dialog warns of, in its order; sentences without names are left out.
 * Pinned VMs make the engine refuse; high-performance VMs may not find a host; the engine's own VM moves by its agents.
 * Source: HostListModel.maintenance and HostMaintenanceConfirmationModel.
 */
export function maintenanceWarnings(guests: readonly GuestFacts[]): readonly MaintenanceWarning[] {
  const named = (key: string, applies: (guest: GuestFacts) => boolean): MaintenanceWarning =>
    ({ key, names: guests.filter(applies).map(({ name }) => name) })
  return [
    named('host.maintenance.pinned', ({ affinity }) => affinity === 'pinned'),
    named('host.maintenance.highPerformance', ({ affinity, type }) => type === 'high_performance' && affinity !== 'pinned'),
    named('host.maintenance.hostedEngine', ({ origin }) => origin !== undefined && hostedEngineOrigins.includes(origin)),
  ].filter(({ names }) => names.length > 0)
}
