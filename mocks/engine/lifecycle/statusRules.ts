/**
 * Statuses in which the engine's commands refuse, in the order in which each command asks; the first that applies answers.
 * This is the server's side: it differs from the table that the portals share, because most commands never consult that table.
 * `check` names the line of mocks/golden/transitions.json that says so.
 */
import { hostRefusedIn } from '../../../src/domain/hostActions.ts'
import { hostStatuses, type HostStatus } from '../../../src/domain/hostStatus.ts'
import { vmRefusedIn } from '../../../src/domain/vmActions.ts'
import { runningVmStatuses, vmStatuses, type VmStatus } from '../../../src/domain/vmStatus.ts'
import { refuse } from '../call.ts'

export interface StatusRule<Status extends string> { readonly check: string; readonly code: string; readonly refusedIn: readonly Status[] }

const vmExcept = (...accepted: readonly VmStatus[]): readonly VmStatus[] => vmStatuses.filter((status) => !accepted.includes(status))
const hostExcept = (...accepted: readonly HostStatus[]): readonly HostStatus[] => hostStatuses.filter((status) => !accepted.includes(status))

export const vmStatusRules = {
  start: [
    { check: 'VM is image-locked', code: 'ACTION_TYPE_FAILED_VM_IS_LOCKED', refusedIn: ['image_locked'] },
    { check: 'black list of action-matrix.json (up, powering_up, wait_for_launch, unknown, ...)', code: 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL', refusedIn: vmRefusedIn.run },
  ],
  run_once: [{ check: 'not down (paused and suspended are refused here)', code: 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL', refusedIn: vmExcept('down') }],
  stop: [
    { check: 'saving_state or restoring_state', code: 'ACTION_TYPE_FAILED_VM_IS_SAVING_RESTORING', refusedIn: ['saving_state', 'restoring_state'] },
    { check: 'not running, paused, not_responding or suspended', code: 'ACTION_TYPE_FAILED_VM_IS_NOT_RUNNING', refusedIn: vmExcept(...runningVmStatuses, 'paused', 'not_responding', 'suspended') },
  ],
  shutdown: [
    { check: 'VM is saving or restoring its state', code: 'ACTION_TYPE_FAILED_VM_IS_SAVING_RESTORING', refusedIn: ['saving_state', 'restoring_state'] },
    { check: 'VM is not running', code: 'ACTION_TYPE_FAILED_VM_IS_NOT_RUNNING', refusedIn: vmExcept(...runningVmStatuses) },
  ],
  reboot: [{ check: 'neither up nor powering_up', code: 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL', refusedIn: vmExcept('up', 'powering_up') }],
  reset: [{ check: 'not running, or wait_for_launch', code: 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL', refusedIn: [...vmExcept(...runningVmStatuses), 'wait_for_launch'] }],
  suspend: [
    { check: 'wait_for_launch or not_responding', code: 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL', refusedIn: ['wait_for_launch', 'not_responding'] },
    { check: 'VM must be up', code: 'ACTION_TYPE_FAILED_VM_IS_NOT_UP', refusedIn: vmExcept('up') },
  ],
  migrate: [
    { check: 'VM is already migrating', code: 'ACTION_TYPE_FAILED_MIGRATION_IN_PROGRESS', refusedIn: ['migrating'] },
    { check: 'not_responding', code: 'ACTION_TYPE_FAILED_VM_STATUS_ILLEGAL', refusedIn: ['not_responding'] },
    { check: 'not up, powering_up, paused or reboot_in_progress', code: 'ACTION_TYPE_FAILED_VM_IS_NOT_RUNNING', refusedIn: vmExcept('up', 'powering_up', 'paused', 'reboot_in_progress') },
  ],
  cancel_migration: [{ check: 'VM is not migrating', code: 'VM_CANNOT_CANCEL_MIGRATION_WHEN_VM_IS_NOT_MIGRATING', refusedIn: vmExcept('migrating') }],
  remove: [
    { check: 'suspended', code: 'VM_CANNOT_REMOVE_VM_WHEN_STATUS_IS_NOT_DOWN', refusedIn: ['suspended'] },
    { check: 'any status but down, image_locked, image_illegal, unassigned', code: 'ACTION_TYPE_FAILED_VM_IS_RUNNING', refusedIn: vmExcept('down', 'image_locked', 'image_illegal', 'unassigned', 'suspended') },
  ],
} as const satisfies Readonly<Record<string, readonly StatusRule<VmStatus>[]>>
export type VmCommand = keyof typeof vmStatusRules

export const hostStatusRules = {
  deactivate: [
    {
      check: 'not up, maintenance, non_responsive, error, preparing_for_maintenance, down, non_operational or install_failed',
      code: 'VDS_CANNOT_MAINTENANCE_VDS_IS_NOT_OPERATIONAL',
      refusedIn: hostExcept('up', 'maintenance', 'non_responsive', 'error', 'preparing_for_maintenance', 'down', 'non_operational', 'install_failed'),
    },
    { check: 'host is in maintenance already', code: 'VDS_CANNOT_MAINTENANCE_VDS_IS_IN_MAINTENANCE', refusedIn: ['maintenance'] },
  ],
  activate: [
    { check: 'host is already up', code: 'VDS_ALREADY_UP', refusedIn: ['up'] },
    { check: 'host does not answer', code: 'VDS_NON_RESPONSIVE', refusedIn: ['non_responsive'] },
    { check: 'never installed', code: 'VDS_NO_UUID', refusedIn: ['pending_approval', 'installing_os'] },
  ],
  remove: [{
    check: 'not non_responsive, maintenance, down, unassigned, install_failed, pending_approval, non_operational or installing_os',
    code: 'VDS_CANNOT_REMOVE_VDS_STATUS_ILLEGAL',
    refusedIn: hostExcept('non_responsive', 'maintenance', 'down', 'unassigned', 'install_failed', 'pending_approval', 'non_operational', 'installing_os'),
  }],
  install: [{
    check: 'not maintenance, non_operational, install_failed or installing_os',
    code: 'VDS_CANNOT_INSTALL_STATUS_ILLEGAL',
    refusedIn: hostExcept('maintenance', 'non_operational', 'install_failed', 'installing_os'),
  }],
  approve: [{ check: 'host is not awaiting approval', code: 'VDS_APPROVE_VDS_IN_WRONG_STATUS', refusedIn: hostExcept('pending_approval', 'installing_os') }],
  upgrade_check: [{ check: 'black list of action-matrix.json (HostUpgradeCheck)', code: 'CANNOT_CHECK_FOR_HOST_UPGRADE_STATUS_ILLEGAL', refusedIn: hostRefusedIn.upgradeCheck }],
  upgrade: [{ check: 'black list of action-matrix.json', code: 'CANNOT_UPGRADE_HOST_STATUS_ILLEGAL', refusedIn: hostRefusedIn.upgrade }],
  enroll_certificate: [{
    check: 'not maintenance, install_failed or non_responsive',
    code: 'CANNOT_ENROLL_CERTIFICATE_HOST_STATUS_ILLEGAL',
    refusedIn: hostExcept('maintenance', 'install_failed', 'non_responsive'),
  }],
  refresh: [{ check: 'not up, maintenance or non_operational', code: 'ACTION_TYPE_FAILED_VDS_STATUS_ILLEGAL', refusedIn: hostExcept('up', 'maintenance', 'non_operational') }],
  force_select_spm: [{ check: 'host is not up', code: 'CANNOT_FORCE_SELECT_SPM_VDS_NOT_UP', refusedIn: hostExcept('up') }],
  fence_start: [
    { check: 'connecting', code: 'ACTION_TYPE_FAILED_VDS_INTERMITENT_CONNECTIVITY', refusedIn: ['connecting'] },
    { check: 'not down, non_responsive, reboot or maintenance', code: 'VDS_STATUS_NOT_VALID_FOR_START', refusedIn: hostExcept('down', 'non_responsive', 'reboot', 'maintenance') },
  ],
  fence_stop: [{ check: 'only maintenance', code: 'VDS_STATUS_NOT_VALID_FOR_STOP', refusedIn: hostExcept('maintenance') }],
  fence_restart: [],
  fence_manual: [{
    check: 'not down, install_failed, maintenance, non_operational, non_responsive, reboot, installing, connecting or kdumping',
    code: 'ACTION_TYPE_FAILED_VDS_NOT_MATCH_VALID_STATUS',
    refusedIn: hostExcept('down', 'install_failed', 'maintenance', 'non_operational', 'non_responsive', 'reboot', 'installing', 'connecting', 'kdumping'),
  }],
} as const satisfies Readonly<Record<string, readonly StatusRule<HostStatus>[]>>
export type HostCommand = keyof typeof hostStatusRules

const firstCode = (rules: readonly StatusRule<string>[], status: string): string | undefined =>
  rules.find(({ refusedIn }) => refusedIn.includes(status))?.code

/** The code with which the engine refuses the command in this status, if it does. */
export const vmRefusalIn = (command: VmCommand, status: string): string | undefined => firstCode(vmStatusRules[command], status)
export const hostRefusalIn = (command: HostCommand, status: string): string | undefined => firstCode(hostStatusRules[command], status)

/** Throws the refusal of that status, with the status for the sentence. */
export function checkVmStatus(command: VmCommand, vm: { readonly name: string; readonly status?: string | undefined }): void {
  const status = vm.status ?? 'image_illegal'
  const code = vmRefusalIn(command, status)
  if (code !== undefined) refuse(code, { vmStatus: status, VmName: vm.name })
}
export function checkHostStatus(command: HostCommand, host: { readonly name: string; readonly status: string }): void {
  const code = hostRefusalIn(command, host.status)
  if (code !== undefined) refuse(code, { hostStatus: host.status, HostName: host.name })
}
