import type { Action, ConfirmInput } from '../../blocks/action.ts'
import type { Vm } from '../../domain/vm.ts'
import { judgeVm } from '../../domain/vmActions.ts'
import { cancelMigration, rebootVm, resetVm, shutdownVm, startVm, stopVm, suspendVm } from '../../engine/resources/vms.ts'

const withReason = ({ reason }: ConfirmInput): { readonly reason?: string } => (reason ? { reason } : {})

/** What was written for the one VM that is on its way down already. Source: VmListModel.powerAction. */
const reasonSoFar = (rows: readonly Vm[]): string | undefined =>
  rows.length === 1 && rows[0]?.status === 'powering_down' ? rows[0].stopReason : undefined

/** All confirmations of power actions are one dialog. */
const power = { id: 'vm.dialog.power' } as const

/**
 * What administrators do with virtual machines, in the order of every surface. Permits are the engine's ActionGroups:
 * stopping, suspending, rebooting and resetting have permits of their own beside `run_vm`. Source: ActionType.java.
 */
export const vmActions: readonly Action<Vm>[] = [
  {
    id: 'vm.action.run', group: 'lifecycle', takes: 'many', permit: 'run_vm', doing: 'vm.action.run.doing',
    check: (vm) => judgeVm('run', vm),
    run: (vm) => startVm(vm),
  },
  {
    id: 'vm.action.suspend', group: 'lifecycle', takes: 'many', permit: 'hibernate_vm', doing: 'vm.action.suspend.doing',
    check: (vm) => judgeVm('suspend', vm), confirm: { ...power, unlessDeclined: 'confirmSuspend' },
    run: (vm) => suspendVm(vm),
  },
  {
    id: 'vm.action.shutdown', group: 'lifecycle', takes: 'many', permit: 'shut_down_vm', doing: 'vm.action.shutdown.doing',
    check: (vm) => judgeVm('shutdown', vm), confirm: { ...power, reason: true, initialReason: reasonSoFar },
    run: (vm, input) => shutdownVm(vm, withReason(input)),
  },
  {
    id: 'vm.action.poweroff', group: 'lifecycle', takes: 'many', permit: 'stop_vm', doing: 'vm.action.poweroff.doing', danger: true,
    check: (vm) => judgeVm('stop', vm), confirm: { ...power, reason: true, initialReason: reasonSoFar },
    run: (vm, input) => stopVm(vm, withReason(input)),
  },
  {
    id: 'vm.action.reboot', group: 'lifecycle', takes: 'many', permit: 'reboot_vm', doing: 'vm.action.reboot.doing',
    check: (vm) => judgeVm('reboot', vm), confirm: power,
    run: (vm) => rebootVm(vm),
  },
  {
    id: 'vm.action.reset', group: 'lifecycle', takes: 'many', permit: 'reset_vm', doing: 'vm.action.reset.doing', danger: true,
    check: (vm) => judgeVm('reset', vm), confirm: power,
    run: (vm) => resetVm(vm),
  },
  {
    id: 'vm.action.migrate', group: 'migrate', takes: 'many', permit: 'migrate_vm', doing: 'vm.action.migrate.doing',
    check: (vm) => judgeVm('migrate', vm),
    dialog: async () => ({ Dialog: (await import('./MigrateDialog.tsx')).MigrateDialog }),
  },
  {
    id: 'vm.action.cancelmigration', group: 'migrate', takes: 'many', permit: 'migrate_vm', doing: 'vm.action.cancelmigration.doing',
    check: (vm) => judgeVm('cancelMigration', vm),
    run: (vm) => cancelMigration(vm),
  },
  {
    id: 'vm.action.assigntags', group: 'rest', takes: 'many', permit: 'tag_management',
    dialog: async () => ({ Dialog: (await import('./VmTagsDialog.tsx')).VmTagsDialog }),
  },
  {
    id: 'vm.action.remove', group: 'destroy', takes: 'many', permit: 'delete_vm', doing: 'vm.action.remove.doing',
    check: (vm) => judgeVm('remove', vm),
    dialog: async () => ({ Dialog: (await import('./RemoveVmsDialog.tsx')).RemoveVmsDialog }),
  },
]
