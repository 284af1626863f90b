import type { Host } from './host.ts'

/** Something about a host that an administrator should act on. */
export interface HostAlert {
  /** kinds in the order shown */
  readonly kind: 'manualFence' | 'powerManagement' | 'nonOperational' | 'nonResponsive' | 'installFailed' | 'maintenance' | 'reinstall' | 'update'
  readonly severity: 'danger' | 'warning' | 'info'
}

type Facts = Pick<Host, 'status' | 'powerManagementEnabled' | 'totalVms' | 'spmStatus' | 'reinstallationRequired' | 'updateAvailable'>

/** Without power management nobody but a person can tell that a silent host holds nothing any more. */
const needsManualFence = (host: Facts): boolean =>
  host.status === 'non_responsive' && !host.powerManagementEnabled && (host.totalVms > 0 || (host.spmStatus !== undefined && host.spmStatus !== 'none'))

const rules: readonly (HostAlert & { readonly applies: (host: Facts) => boolean })[] = [
  { kind: 'manualFence', severity: 'danger', applies: needsManualFence },
  { kind: 'nonResponsive', severity: 'danger', applies: (host) => host.status === 'non_responsive' && !needsManualFence(host) },
  { kind: 'nonOperational', severity: 'warning', applies: ({ status }) => status === 'non_operational' },
  { kind: 'installFailed', severity: 'danger', applies: ({ status }) => status === 'install_failed' },
  { kind: 'maintenance', severity: 'info', applies: ({ status }) => status === 'maintenance' },
  { kind: 'reinstall', severity: 'warning', applies: ({ reinstallationRequired }) => reinstallationRequired },
  { kind: 'powerManagement', severity: 'warning', applies: (host) => !host.powerManagementEnabled && !needsManualFence(host) },
  { kind: 'update', severity: 'info', applies: ({ status, updateAvailable }) => updateAvailable && status !== 'installing' },
]

/**
 * What calls for attention on a host, worst first. Source: HostGeneralModel.updateAlerts of webadmin; alerts whose facts REST does not send
 * (unsaved networks, default route, Gluster peers, SMT, CPU flags) are not judged.
 */
export const hostAlerts = (host: Facts): readonly HostAlert[] =>
  rules.filter(({ applies }) => applies(host)).map(({ kind, severity }) => ({ kind, severity }))
