import type { StatusKind } from './statusKind.ts'

/**
 * Status words of a VM as REST sends them, and `image_illegal`, for which REST sends no status at all.
 * Source: VMStatus.java with VmMapper.java; REST merges MigratingFrom and MigratingTo.
 */
export const vmStatuses = [
  'unassigned', 'down', 'up', 'powering_up', 'paused', 'migrating', 'unknown', 'not_responding', 'wait_for_launch',
  'reboot_in_progress', 'saving_state', 'restoring_state', 'suspended', 'image_illegal', 'image_locked', 'powering_down',
] as const
export type VmStatus = (typeof vmStatuses)[number]

/** The status word of a VM: REST leaves the member out only for illegal images. */
export const vmStatusOf = (vm: { readonly status?: string | undefined }): string => vm.status ?? 'image_illegal'

/** Statuses that end by themselves: rows in them are read singly every 2 to 3 s. `up`, `down`, `paused` and the like stay. */
export const transitionalVmStatuses: readonly VmStatus[] = [
  'powering_up', 'migrating', 'wait_for_launch', 'reboot_in_progress', 'saving_state', 'restoring_state', 'image_locked', 'powering_down',
]

/** VMStatus.isRunning: the process runs and does work. */
export const runningVmStatuses: readonly VmStatus[] = [
  'up', 'powering_down', 'powering_up', 'migrating', 'wait_for_launch', 'reboot_in_progress',
]

/** VMStatus.isRunningOrPaused: what occupies memory of a host. */
export const hostedVmStatuses: readonly VmStatus[] = [...runningVmStatuses, 'paused', 'saving_state', 'restoring_state']

/** Statuses in which a console can be opened. Source: ConsoleModel, shared by all protocols. */
export const consoleVmStatuses: readonly VmStatus[] = [
  'powering_up', 'up', 'reboot_in_progress', 'powering_down', 'paused', 'migrating', 'saving_state',
]

const kinds: Readonly<Record<VmStatus, StatusKind>> = {
  up: 'up',
  down: 'down',
  image_illegal: 'down',
  powering_up: 'starting',
  powering_down: 'stopping',
  reboot_in_progress: 'rebooting',
  wait_for_launch: 'waiting',
  saving_state: 'waiting',
  restoring_state: 'waiting',
  image_locked: 'locked',
  paused: 'paused',
  suspended: 'suspended',
  migrating: 'migrating',
  unknown: 'unknown',
  unassigned: 'unknown',
  not_responding: 'unknown',
}

/** Is this one of the words of the table? A newer engine may send others. */
export const isVmStatus = (word: string): word is VmStatus => vmStatuses.some((status) => status === word)

/** Which icon stands for the VM; a word we do not know is shown as unknown. Source: VmStatusColumn of webadmin. */
export function vmStatusKind(vm: { readonly status?: string | undefined; readonly runOnce?: boolean | undefined }): StatusKind {
  const status = vmStatusOf(vm)
  if (status === 'up' && vm.runOnce === true) return 'upRunOnce'
  return isVmStatus(status) ? kinds[status] : 'unknown'
}

/** What the overlay of a VM's icon needs to know. */
export interface VmOverlayFacts {
  readonly status?: string | undefined
  readonly statusDetail?: string | undefined
  readonly runOnce?: boolean | undefined
  readonly hasIllegalImages?: boolean | undefined
  /** what the guest agent reports; absent without an agent */
  readonly guestTimeZoneOffset?: string | undefined
  readonly guestOsFamily?: string | undefined
  /** configured values to compare with */
  readonly timeZoneOffset?: string | undefined
  readonly osType?: string | undefined
}

/** Configured types that say nothing about the guest. */
const isUndecided = (osType: string): boolean => osType === '' || osType.startsWith('other')
const isWindows = (word: string): boolean => word.toLowerCase().startsWith('windows')

/** Pause details that are trouble; `none` is a pause that somebody asked for. Source: VmPauseStatus.isError. */
export const pauseErrors: readonly string[] = ['eother', 'eio', 'enospc', 'eperm']

/**
 * Why the icon of a VM carries an exclamation mark: message keys, one line each, empty when all is well.
 * Source: AbstractVmStatusColumn of webadmin. Reasons without a REST field (runtime name, agent version, CPU type) are not judged.
 */
export function vmOverlay(vm: VmOverlayFacts): readonly string[] {
  const status = vmStatusOf(vm)
  const isUp = status === 'up'
  const hasAgent = vm.guestOsFamily !== undefined
  const differsInZone = vm.guestTimeZoneOffset !== undefined && vm.timeZoneOffset !== undefined && vm.guestTimeZoneOffset !== vm.timeZoneOffset
  const differsInOs = vm.guestOsFamily !== undefined && vm.osType !== undefined && !isUndecided(vm.osType)
    && isWindows(vm.guestOsFamily) !== isWindows(vm.osType)
  const reasons: readonly (readonly [string, boolean])[] = [
    ['vm.overlay.pauseError', status === 'paused' && pauseErrors.includes(vm.statusDetail ?? '')],
    ['vm.overlay.illegalImages', vm.hasIllegalImages === true],
    ['vm.overlay.noAgent', isUp && !hasAgent],
    ['vm.overlay.timeZone', isUp && differsInZone],
    ['vm.overlay.guestOs', isUp && differsInOs],
    ['vm.overlay.runOnce', isUp && vm.runOnce === true],
  ]
  return reasons.filter(([, applies]) => applies).map(([key]) => key)
}
