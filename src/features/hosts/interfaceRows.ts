import type { HostNic, NetworkAttachment } from '../../domain/hostNic.ts'
import type { HostTraffic, MeasuredNic } from '../../engine/resources/hostTraffic.ts'

/** An interface as a row: what it lies on, what was measured. */
export interface InterfaceRow extends MeasuredNic {
  readonly id: string
  readonly name: string
  readonly hostId: string
  /** the bond that a port belongs to, or the interface under a VLAN */
  readonly base: HostNic | undefined
}

const byName = (one: MeasuredNic, other: MeasuredNic): number => one.nic.name.localeCompare(other.nic.name, undefined, { numeric: true })

/** Every interface once, each bond before its ports, each device before its VLANs; free ones by name among them. */
export function toInterfaceRows(hostId: string, { nics }: HostTraffic): readonly InterfaceRow[] {
  const all = nics.toSorted(byName)
  const bondOf = (nic: HostNic): HostNic | undefined => all.find((other) => other.nic.bondSlaves.some(({ id }) => id === nic.id))?.nic
  const baseOf = (nic: HostNic): HostNic | undefined => bondOf(nic) ?? all.find((other) => other.nic.name === nic.baseInterface)?.nic
  const rows = all.map((measured): InterfaceRow => ({ ...measured, id: measured.nic.id, name: measured.nic.name, hostId, base: baseOf(measured.nic) }))
  const below = (base: HostNic): readonly InterfaceRow[] => rows.filter((row) => row.base?.id === base.id).flatMap((row) => [row, ...below(row.nic)])
  return rows.filter(({ base }) => base === undefined).flatMap((row) => [row, ...below(row.nic)])
}

/** The attachments of networks that lie on an interface. A VLAN device carries the network that is attached to the device under it or to itself. */
export const attachmentOf = ({ nic }: InterfaceRow, attachments: readonly NetworkAttachment[] | undefined): NetworkAttachment | undefined =>
  attachments?.find(({ network }) => network !== undefined && network.id === nic.network?.id)
