import type { Action, ConfirmInput } from '../../blocks/action.ts'
import { judgeHost } from '../../domain/hostActions.ts'
import type { HostAction } from '../../domain/hostActions.ts'
import type { Host } from '../../domain/host.ts'
import { no, yes } from '../../domain/verdict.ts'
import { setHostedEngineMaintenance } from '../../engine/resources/hostedEngine.ts'
import {
  activateHost, checkHostUpgrade, deactivateHost, enrollHostCertificate, fenceHost, forceSelectSpm, refreshHost, removeHost, upgradeHost,
} from '../../engine/resources/hosts.ts'
import { cockpitUrl } from './cockpit.ts'
import { clusterNow, servesGluster } from './hostCluster.ts'
import { MaintenanceGuests } from './MaintenanceGuests.tsx'
import { RunningVms } from './RunningVms.tsx'

const judge = (action: HostAction) => (host: Host) => judgeHost(action, { ...host, clusterRunsVms: clusterNow(host)?.virtService })
const isTicked = ({ checks }: ConfirmInput, id: string): boolean => checks[id] === true
const hasGluster = (rows: readonly Host[]): boolean => rows.some(servesGluster)
const isDown = ({ activeVms }: Host): boolean => activeVms === 0

/** oVirt Node comes as one image, which takes effect with a reboot only. Source: HostUpgradeManager, UpgradeConfirmationModel. */
const isImageBased = ({ type }: Host): boolean => type === 'ovirt_node' || type === 'rhev_h'

/** The likeliest storage manager comes first, so that it is there to take the role. Source: HostListModel.activate. */
const bySpmPriority = (one: Host, other: Host): number => (other.spmPriority ?? 0) - (one.spmPriority ?? 0)

/**
 * What administrators do with hosts, in the order of every surface. Permits are the engine's ActionGroups (ActionType.java).
 * Restarting and stopping over SSH have no REST call; approving asks for credentials of the host, which needs a form.
 */
export const hostActions: readonly Action<Host>[] = [
  {
    id: 'host.action.maintenance', also: ['host.action.localha'], group: 'lifecycle', takes: 'many', permit: 'manipulate_host', doing: 'host.action.maintenance.doing',
    check: judge('maintenance'),
    confirm: {
      id: 'host.dialog.maintenance', reason: true, Details: MaintenanceGuests,
      checks: [{ id: 'host.maintenance.stopGluster', initially: false, offered: hasGluster }],
    },
    run: (host, input) => deactivateHost(host, {
      ...(input.reason !== undefined && { reason: input.reason }),
      ...(isTicked(input, 'host.maintenance.stopGluster') && servesGluster(host) && { stopGluster: true }),
    }),
  },
  {
    id: 'host.action.activate', group: 'lifecycle', takes: 'many', permit: 'manipulate_host', doing: 'host.action.activate.doing',
    check: judge('activate'), order: bySpmPriority,
    run: (host) => activateHost(host),
  },
  {
    id: 'host.action.refresh', group: 'lifecycle', takes: 'many', permit: 'manipulate_host', doing: 'host.action.refresh.doing',
    check: judge('refresh'),
    run: (host) => refreshHost(host),
  },
  {
    id: 'host.action.spm', group: 'lifecycle', takes: 'one', permit: 'manipulate_host', doing: 'host.action.spm.doing',
    check: judge('selectAsSpm'),
    run: (host) => forceSelectSpm(host),
  },
  {
    id: 'host.action.pmrestart', group: 'lifecycle', takes: 'many', permit: 'manipulate_host', doing: 'host.action.pmrestart.doing', danger: true,
    check: judge('pmRestart'),
    confirm: { id: 'host.dialog.restart', Details: RunningVms, checks: [{ id: 'host.restart.toMaintenance', initially: false }] },
    run: (host, input) => fenceHost(host, { type: 'restart', maintenanceAfterRestart: isTicked(input, 'host.restart.toMaintenance') }),
  },
  {
    id: 'host.action.pmstart', group: 'lifecycle', takes: 'many', permit: 'manipulate_host', doing: 'host.action.pmstart.doing',
    check: judge('pmStart'),
    run: (host) => fenceHost(host, { type: 'start' }),
  },
  {
    id: 'host.action.pmstop', group: 'lifecycle', takes: 'many', permit: 'manipulate_host', doing: 'host.action.pmstop.doing', danger: true,
    check: judge('pmStop'), confirm: { Details: RunningVms },
    run: (host) => fenceHost(host, { type: 'stop' }),
  },
  {
    id: 'host.action.console', group: 'console', takes: 'one',
    check: ({ address }) => (address === '' ? no('host.refused.noAddress') : yes),
    external: ({ address }) => cockpitUrl(address),
  },
  {
    id: 'host.action.upgradecheck', group: 'rest', takes: 'one', permit: 'edit_host_configuration', doing: 'host.action.upgradecheck.doing',
    check: judge('upgradeCheck'), confirm: {},
    run: (host) => checkHostUpgrade(host),
  },
  {
    id: 'host.action.upgrade', group: 'rest', takes: 'one', permit: 'edit_host_configuration', doing: 'host.action.upgrade.doing',
    check: judge('upgrade'),
    confirm: {
      id: 'host.dialog.upgrade',
      warnings: (rows) => (rows.every(isDown) ? [] : [{ key: 'host.upgrade.movesVms', params: { count: rows.reduce((sum, { totalVms }) => sum + totalVms, 0) } }]),
      checks: [{
        id: 'host.upgrade.reboot', initially: true,
        fixed: (rows) => (rows.some(isImageBased) ? { value: true, why: 'host.upgrade.reboot.image' } : undefined),
      }],
    },
    run: (host, input) => upgradeHost(host, { reboot: isTicked(input, 'host.upgrade.reboot') }),
  },
  {
    id: 'host.action.enroll', group: 'rest', takes: 'one', permit: 'edit_host_configuration', doing: 'host.action.enroll.doing',
    check: judge('enrollCertificate'), confirm: {},
    run: (host) => enrollHostCertificate(host),
  },
  {
    id: 'host.action.haon', group: 'rest', takes: 'one', permit: 'manipulate_host', doing: 'host.action.haon.doing',
    offered: ({ hostedEngine }) => hostedEngine?.configured === true,
    check: judge('haMaintenanceOn'), confirm: {},
    run: (host) => setHostedEngineMaintenance(host, true),
  },
  {
    id: 'host.action.haoff', group: 'rest', takes: 'one', permit: 'manipulate_host', doing: 'host.action.haoff.doing',
    offered: ({ hostedEngine }) => hostedEngine?.configured === true,
    check: judge('haMaintenanceOff'), confirm: {},
    run: (host) => setHostedEngineMaintenance(host, false),
  },
  {
    id: 'host.action.confirmreboot', group: 'rest', takes: 'one', permit: 'manipulate_host', doing: 'host.action.confirmreboot.doing', danger: true,
    check: judge('confirmRebooted'),
    confirm: { id: 'host.dialog.manualfence', Details: RunningVms, checks: [{ id: 'host.confirmreboot.latch', initially: false, latch: true }] },
    run: (host) => fenceHost(host, { type: 'manual' }),
  },
  {
    id: 'host.action.tags', group: 'rest', takes: 'many', permit: 'tag_management',
    check: judge('assignTags'),
    dialog: async () => ({ Dialog: (await import('./HostTagsDialog.tsx')).HostTagsDialog }),
  },
  {
    id: 'host.action.remove', group: 'destroy', takes: 'many', permit: 'delete_host', doing: 'host.action.remove.doing',
    check: judge('remove'),
    confirm: {
      id: 'host.dialog.remove',
      warnings: (rows) => rows.flatMap(({ hostedEngine, name }) => (hostedEngine?.configured ? [{ key: 'host.remove.hostedEngine' as const, params: { name } }] : [])),
      checks: [{ id: 'host.remove.force', initially: false, offered: hasGluster }],
    },
    run: (host, input) => removeHost(host, { force: isTicked(input, 'host.remove.force') }),
  },
]
