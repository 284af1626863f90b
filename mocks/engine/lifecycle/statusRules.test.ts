import { describe, expect, test } from 'vitest'
import actionMatrix from '../../golden/actionMatrix.json' with { type: 'json' }
import transitions from '../../golden/transitions.json' with { type: 'json' }
import { hostRefusedIn, judgeHost, type HostAction, type HostMatrixAction } from '../../../src/domain/hostActions.ts'
import { hostStatuses } from '../../../src/domain/hostStatus.ts'
import { judgeVm, vmRefusedIn, type VmAction, type VmMatrixAction } from '../../../src/domain/vmActions.ts'
import { vmStatuses } from '../../../src/domain/vmStatus.ts'
import { hostRefusalIn, hostStatusRules, vmRefusalIn, vmStatusRules, type HostCommand, type VmCommand } from './statusRules.ts'

/** Our word of an action beside the engine's command: all rows of the golden table, none left out. */
const vmCommandOf: Readonly<Record<VmMatrixAction, string>> = {
  run: 'RunVm', runOnce: 'RunVmOnce', suspend: 'HibernateVm', shutdown: 'ShutdownVm', stop: 'StopVm', reboot: 'RebootVm', reset: 'ResetVm',
  migrate: 'MigrateVm', cancelMigration: 'CancelMigrateVm', snapshot: 'CreateSnapshotForVm', restoreSnapshot: 'RestoreAllSnapshots',
  clone: 'CloneVm', makeTemplate: 'AddVmTemplate', export: 'ExportVm', import: 'ImportVm', changeCd: 'ChangeDisk', remove: 'RemoveVm',
  addNic: 'AddVmInterface', updateNic: 'UpdateVmInterface', removeNic: 'RemoveVmInterface', extendDisk: 'ExtendImageSize',
}
const hostCommandOf: Readonly<Record<HostMatrixAction, string>> = {
  edit: 'UpdateVds', remove: 'RemoveVds', activate: 'ActivateVds', maintenance: 'MaintenanceVds', approve: 'ApproveVds',
  refresh: 'RefreshHostCapabilities', upgradeCheck: 'HostUpgradeCheck', upgrade: 'UpgradeHost', pmStart: 'StartVds', pmStop: 'StopVds',
  sshRestart: 'SshHostReboot', sshStop: 'VdsPowerDown', clearVms: 'ClearNonResponsiveVdsVms', assignTags: 'AttachVdsToTag',
}

interface GoldenRow { readonly status: string | null; readonly refused: readonly string[] }
const refusedBy = (rows: readonly GoldenRow[]): Map<string, ReadonlySet<string>> =>
  new Map(rows.map(({ status, refused }) => [status ?? 'image_illegal', new Set(refused)]))
const goldenVm = refusedBy(actionMatrix.refused.vm)
const goldenHost = refusedBy(actionMatrix.refused.host)
const words = <Word extends string>(table: Readonly<Record<Word, unknown>>): Word[] => Object.keys(table).filter((key): key is Word => key in table)

describe('the tables of the portal', () => {
  test('name every action and every status of the engine', () => {
    expect(new Set(Object.values(vmCommandOf))).toEqual(new Set([...goldenVm.values()].flatMap((refused) => [...refused])))
    expect(new Set(Object.values(hostCommandOf))).toEqual(new Set([...goldenHost.values()].flatMap((refused) => [...refused])))
    expect(new Set(vmStatuses)).toEqual(new Set(goldenVm.keys()))
    expect(new Set(hostStatuses)).toEqual(new Set(goldenHost.keys()))
  })
  test.each(words(vmCommandOf))('agree cell by cell for VMs: %s', (action) => {
    const ours: readonly string[] = vmRefusedIn[action]
    const golden = vmStatuses.filter((status) => goldenVm.get(status)?.has(vmCommandOf[action]))
    expect(vmStatuses.filter((status) => ours.includes(status))).toEqual(golden)
  })
  test.each(words(hostCommandOf))('agree cell by cell for hosts: %s', (action) => {
    const ours: readonly string[] = hostRefusedIn[action]
    const golden = hostStatuses.filter((status) => goldenHost.get(status)?.has(hostCommandOf[action]))
    expect(hostStatuses.filter((status) => ours.includes(status))).toEqual(golden)
  })
})

interface GoldenAction { readonly action: string; readonly preconditions?: readonly { readonly group?: string | undefined; readonly check?: string | undefined; readonly error_code?: string | undefined }[] | undefined }
const goldenVmActions: readonly GoldenAction[] = transitions.actions.vm
const goldenHostActions: readonly GoldenAction[] = transitions.actions.host
const goldenChecks = (actions: readonly GoldenAction[], action: string): readonly string[] =>
  actions.find((entry) => entry.action === action)?.preconditions?.map(({ check, error_code }) => `${check ?? ''} => ${error_code ?? ''}`) ?? []

describe('the rules of the engine', () => {
  test.each(words(vmStatusRules))('follow the facts in their order: vm %s', (command) => {
    const ours = vmStatusRules[command].map(({ check, code }) => `${check} => ${code}`)
    expect(goldenChecks(goldenVmActions, command).filter((line) => ours.includes(line))).toEqual(ours)
  })
  test.each(words(hostStatusRules))('follow the facts in their order: host %s', (command) => {
    const ours = hostStatusRules[command].map(({ check, code }) => `${check} => ${code}`)
    expect(goldenChecks(goldenHostActions, command).filter((line) => ours.includes(line))).toEqual(ours)
  })
})

/** Where the portal offers an action that the engine refuses (`stricter`), or hides one that the engine would take (`laxer`), and why it stays so. */
interface Difference { readonly stricter: readonly string[]; readonly laxer: readonly string[]; readonly because: string }
const same: Difference = { stricter: [], laxer: [], because: 'both consult the same statuses' }

const vmPairs: readonly (readonly [VmAction, VmCommand, Difference])[] = [
  ['run', 'start', same],
  ['runOnce', 'run_once', same],
  ['suspend', 'suspend', same],
  ['shutdown', 'shutdown', { stricter: ['not_responding', 'paused', 'suspended'], laxer: [], because: 'ShutdownVmCommand asks isRunning, the table only lists statuses without a process; in these three the guest cannot hear a shutdown, and the answer names power-off as the way' }],
  ['stop', 'stop', same],
  ['reboot', 'reboot', same],
  ['reset', 'reset', { stricter: [], laxer: ['migrating', 'powering_down'], because: 'ResetVmCommand takes any running process; the table does not offer it while the VM leaves or ends' }],
  ['migrate', 'migrate', same],
  ['cancelMigration', 'cancel_migration', same],
  ['remove', 'remove', { stricter: [], laxer: ['unassigned', 'image_locked'], because: 'RemoveVmCommand has force for locked images and forgets VMs that never had a status; the table offers neither' }],
]
const hostPairs: readonly (readonly [HostAction, HostCommand, Difference])[] = [
  ['maintenance', 'deactivate', { stricter: [], laxer: ['preparing_for_maintenance'], because: 'MaintenanceNumberOfVdssCommand may be repeated while VMs are leaving; the portal shows them leaving instead' }],
  ['activate', 'activate', { stricter: [], laxer: ['unassigned', 'down', 'installing', 'reboot', 'initializing', 'connecting', 'kdumping'], because: 'ActivateVdsCommand only asks whether the host is up, silent or never installed; the table waits until the host is at rest' }],
  ['remove', 'remove', { stricter: [], laxer: ['unassigned', 'non_responsive', 'non_operational'], because: 'RemoveVdsCommand takes them; the table wants maintenance first, so that nobody removes a host that may still run VMs' }],
  ['approve', 'approve', { stricter: [], laxer: ['installing_os'], because: 'ApproveVdsCommand also ends bare-metal provisioning; nobody does that by hand' }],
  ['refresh', 'refresh', same],
  ['upgradeCheck', 'upgrade_check', same],
  ['upgrade', 'upgrade', same],
  ['reinstall', 'install', { stricter: [], laxer: ['non_operational', 'installing_os'], because: 'InstallVdsCommand takes them; webadmin wants maintenance first' }],
  ['enrollCertificate', 'enroll_certificate', same],
  ['selectAsSpm', 'force_select_spm', same],
  ['pmStart', 'fence_start', { stricter: ['unassigned', 'error', 'install_failed', 'preparing_for_maintenance', 'non_operational', 'pending_approval', 'initializing', 'connecting', 'installing_os', 'kdumping'], laxer: [], because: 'StartVdsCommand accepts only hosts that may be off; the table shuts out just those that surely run' }],
  ['pmStop', 'fence_stop', { stricter: ['unassigned', 'down', 'non_responsive', 'error', 'install_failed', 'reboot', 'preparing_for_maintenance', 'non_operational', 'pending_approval', 'initializing', 'connecting', 'installing_os', 'kdumping'], laxer: [], because: 'StopVdsCommand accepts only maintenance, so that no VM loses its host; the answer says so' }],
  ['pmRestart', 'fence_restart', same],
  ['confirmRebooted', 'fence_manual', same],
]

describe('differences between portal and engine are exactly those explained', () => {
  test.each(vmPairs)('vm %s and %s', (action, command, { stricter, laxer, because }) => {
    const facts = { acpiEnabled: true }
    expect(vmStatuses.filter((status) => judgeVm(action, { ...facts, status }).ok && vmRefusalIn(command, status) !== undefined).toSorted()).toEqual(stricter.toSorted())
    expect(vmStatuses.filter((status) => !judgeVm(action, { ...facts, status }).ok && vmRefusalIn(command, status) === undefined).toSorted()).toEqual(laxer.toSorted())
    expect(because).not.toBe('')
  })
  test.each(hostPairs)('host %s and %s', (action, command, { stricter, laxer, because }) => {
    expect(hostStatuses.filter((status) => judgeHost(action, { status }).ok && hostRefusalIn(command, status) !== undefined).toSorted()).toEqual(stricter.toSorted())
    expect(hostStatuses.filter((status) => !judgeHost(action, { status }).ok && hostRefusalIn(command, status) === undefined).toSorted()).toEqual(laxer.toSorted())
    expect(because).not.toBe('')
  })
  test('reset of a suspended VM is the one gap of the table that the portal closes', () => {
    const gaps = words(vmCommandOf).flatMap((action) => vmStatuses
      .filter((status) => !vmRefusedIn[action].some((refused) => refused === status) && !judgeVm(action, { status, acpiEnabled: true }).ok)
      .map((status) => `${action} ${status}`))
    expect(gaps).toEqual(['reset suspended'])
  })
})
