import { no, yes, type Verdict } from './verdict.ts'
import { consoleVmStatuses, hostedVmStatuses, vmStatusOf, type VmStatus } from './vmStatus.ts'

/**
 * Statuses that refuse an action. Source: ActionUtils.java, the VM table, which the engine and its own portal share;
 * what is not listed passes. Migrating means leaving the host (MigratingFrom): REST has one word for both sides.
 */
export const vmRefusedIn = {
  run: [
    'wait_for_launch', 'up', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'saving_state', 'restoring_state',
    'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  runOnce: [
    'wait_for_launch', 'up', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  suspend: [
    'wait_for_launch', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'down', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  shutdown: ['saving_state', 'restoring_state', 'down', 'image_illegal', 'image_locked', 'unassigned', 'unknown'],
  stop: ['saving_state', 'restoring_state', 'down', 'image_illegal', 'image_locked', 'unassigned', 'unknown'],
  reboot: [
    'wait_for_launch', 'powering_down', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state', 'restoring_state', 'down',
    'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  reset: [
    'wait_for_launch', 'powering_down', 'migrating', 'paused', 'saving_state', 'restoring_state', 'down', 'image_illegal', 'image_locked',
    'not_responding', 'unassigned', 'unknown',
  ],
  migrate: [
    'wait_for_launch', 'powering_down', 'migrating', 'suspended', 'saving_state', 'restoring_state', 'down', 'image_illegal',
    'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  cancelMigration: [
    'wait_for_launch', 'up', 'powering_down', 'powering_up', 'reboot_in_progress', 'suspended', 'paused', 'saving_state', 'restoring_state',
    'down', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  snapshot: ['migrating', 'suspended', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown'],
  restoreSnapshot: [
    'wait_for_launch', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'paused', 'saving_state', 'restoring_state',
    'image_illegal', 'image_locked', 'not_responding', 'unassigned',
  ],
  clone: ['suspended', 'saving_state', 'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown'],
  makeTemplate: [
    'wait_for_launch', 'up', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  export: [
    'wait_for_launch', 'up', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  import: [
    'wait_for_launch', 'up', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  changeCd: [
    'wait_for_launch', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'saving_state', 'restoring_state',
    'down', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  remove: [
    'wait_for_launch', 'up', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  addNic: [
    'wait_for_launch', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  updateNic: [
    'wait_for_launch', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  removeNic: [
    'wait_for_launch', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'suspended', 'paused', 'saving_state',
    'restoring_state', 'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
  extendDisk: [
    'wait_for_launch', 'powering_down', 'powering_up', 'reboot_in_progress', 'migrating', 'paused', 'saving_state', 'restoring_state',
    'image_illegal', 'image_locked', 'not_responding', 'unassigned', 'unknown',
  ],
} as const satisfies Readonly<Record<string, readonly VmStatus[]>>

/** Actions that the engine's table judges. */
export type VmMatrixAction = keyof typeof vmRefusedIn
/** Actions of a VM: those of the table, and those whose rule webadmin keeps in its models. */
export type VmAction = VmMatrixAction | 'edit' | 'console' | 'consoleOptions' | 'exportToDataDomain' | 'exportOva' | 'assignTags'

/** What the rules look at, as the domain names it. Members that are absent are not judged. */
export interface VmActionFacts {
  /** absent for illegal images, as in REST */
  readonly status?: string | undefined
  readonly deleteProtected?: boolean | undefined
  readonly stateless?: boolean | undefined
  /** addresses the guest agent reports */
  readonly ips?: readonly string[] | undefined
  readonly acpiEnabled?: boolean | undefined
  readonly isPreviewingSnapshot?: boolean | undefined
  /** graphics protocols it is configured with; empty = headless */
  readonly graphics?: readonly string[] | undefined
}

const refusedByStatus = (vm: VmActionFacts): Verdict => no('vm.refused.status', { status: vmStatusOf(vm) })

/** Accepts only in the statuses given; for rules that webadmin words positively. */
const onlyIn = (statuses: readonly string[]) => (vm: VmActionFacts): Verdict => statuses.includes(vmStatusOf(vm)) ? yes : refusedByStatus(vm)

/** RebootVm needs somebody in the guest who hears it. Source: VmListModel.updateActionAvailability. */
const rebootReachesGuest = (vm: VmActionFacts): Verdict =>
  vm.acpiEnabled === false && vm.ips !== undefined && vm.ips.length === 0 ? no('vm.refused.guestUnreachable') : yes

/** Source: VmSnapshotListModel.updateNewSnapshotActionAvailability. */
function snapshotPossible(vm: VmActionFacts): Verdict {
  if (vm.stateless === true) return no('vm.refused.stateless')
  return vm.isPreviewingSnapshot === true ? no('vm.refused.previewing') : yes
}

/**
 * Rules beyond the table, by action.
 * Reset: the table lets a suspended VM pass, where no process exists that could be reset; the portal follows the engine, which refuses it.
 */
const furtherRules: Readonly<Partial<Record<VmAction, (vm: VmActionFacts) => Verdict>>> = {
  reboot: rebootReachesGuest,
  reset: (vm) => vmStatusOf(vm) === 'suspended' ? refusedByStatus(vm) : yes,
  remove: (vm) => vm.deleteProtected === true ? no('vm.refused.deleteProtected') : yes,
  snapshot: snapshotPossible,
  console: (vm) => vm.graphics !== undefined && vm.graphics.length === 0 ? no('vm.refused.headless') : onlyIn(consoleVmStatuses)(vm),
  consoleOptions: onlyIn(hostedVmStatuses),
  exportToDataDomain: onlyIn(['down']),
}

const tableRefuses = (action: VmMatrixAction, vm: VmActionFacts): boolean => {
  const refused: readonly string[] = vmRefusedIn[action]
  return refused.includes(vmStatusOf(vm))
}
const isMatrixAction = (action: VmAction): action is VmMatrixAction => action in vmRefusedIn

/** Export as OVA goes through a snapshot of the running VM and shares its statuses. Source: VmListModel. */
const judgedLike: Readonly<Partial<Record<VmAction, VmMatrixAction>>> = { exportOva: 'snapshot' }

/**
 * May this be done with this VM now? The table of statuses first, then the rules beyond it.
 * Refusals: `vm.refused.status` (params.status), `.guestUnreachable`, `.deleteProtected`, `.stateless`, `.previewing`, `.headless`.
 */
export function judgeVm(action: VmAction, vm: VmActionFacts): Verdict {
  const row = isMatrixAction(action) ? action : judgedLike[action]
  if (row !== undefined && tableRefuses(row, vm)) return refusedByStatus(vm)
  return furtherRules[action]?.(vm) ?? yes
}

/** What decides the box "Remove disks" of one VM. */
export interface RemoveDisksFacts {
  readonly isTemplateBased: boolean
  readonly hasDiskSnapshots: boolean
  readonly diskCount: number
  readonly shareableDiskCount: number
}
/** The box as it must stand: `fixed` says that the user may not change it, `why` is the sentence beside it. */
export interface RemoveDisksChoice { readonly value: boolean; readonly fixed: boolean; readonly why?: string }

/**
 * The box of one VM. Source: VmListModel.remove: without disks of its own there is nothing to remove; disks that depend on a template
 * or have snapshots cannot live without the VM; everything else is the user's choice, ticked at first.
 */
function removeDisksOf(vm: RemoveDisksFacts): RemoveDisksChoice {
  if (vm.diskCount === 0) return { value: false, fixed: true, why: 'vm.removeDisks.none' }
  if (vm.diskCount === vm.shareableDiskCount) return { value: false, fixed: true, why: 'vm.removeDisks.shared' }
  if (vm.isTemplateBased) return { value: true, fixed: true, why: 'vm.removeDisks.template' }
  if (vm.hasDiskSnapshots) return { value: true, fixed: true, why: 'vm.removeDisks.snapshots' }
  return { value: true, fixed: false }
}

/**
 * The one box for a selection: free as soon as it is free for any VM (the others keep their own fixed value, see `perVm`);
 * otherwise fixed, ticked when any VM forces it.
 */
export function judgeRemoveDisks(vms: readonly RemoveDisksFacts[]): RemoveDisksChoice & { readonly perVm: readonly RemoveDisksChoice[] } {
  const perVm = vms.map(removeDisksOf)
  const first = perVm.find((choice) => !choice.fixed) ?? perVm.find((choice) => choice.value) ?? perVm[0] ?? { value: false, fixed: true }
  return { ...first, perVm }
}
