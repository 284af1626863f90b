/** What searches ask of a running guest. */
import golden from '../../golden/operatingSystems.json' with { type: 'json' }
import { isGuestReporting, sessionsOf } from '../statistics/guest.ts'
import { isVmReporting } from '../statistics/usage.ts'
import type { VmRow } from '../rows.ts'

const displayNames = new Map<string, string>(golden.operating_systems.map(({ name, description }) => [name, description]))

/** The name that people know an operating system by; searches take only this one, in its case. */
export const osDisplayName = (type: string | undefined): string | undefined => (type === undefined ? undefined : displayNames.get(type.toLowerCase()))

/** Addresses the guest agent reports: none while the machine does not run. */
export const reportedAddresses = (vm: VmRow): readonly string[] => (isGuestReporting(vm) ? vm.hidden.ips.map(({ address }) => address) : [])

/** Seconds since the machine started; nothing while it does not run. */
export const uptimeSeconds = (vm: VmRow, nowMs: number): number | undefined =>
  vm.start_time === undefined || !isVmReporting(vm) ? undefined : Math.max(0, Math.floor((nowMs - vm.start_time) / 1000))

/** Percent of a migration that runs. */
export function migrationPercent({ hidden: { migration } }: VmRow, nowMs: number): number | undefined {
  if (!migration) return undefined
  return Math.min(99, Math.max(0, Math.floor((100 * (nowMs - migration.startedMs)) / Math.max(1, migration.durationMs))))
}

/** Who is at the console, as the agent reports. */
export const loggedInUserOf = (vm: VmRow): string | undefined => sessionsOf(vm, (name) => name).find(({ consoleUser }) => consoleUser)?.userName
