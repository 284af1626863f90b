import type { Ref } from './entity.ts'
import type { IpAddress } from './nic.ts'
import type { NamedValue } from './vm.ts'

/** An interface of a host: a device, a bond or a VLAN on one. Source: HostNicMapper.java. */
export interface HostNic {
  readonly id: string
  readonly name: string
  readonly host?: Ref | undefined
  readonly network?: Ref | undefined
  readonly macAddress?: string | undefined
  /** up, down */
  readonly status?: string | undefined
  /** bits per second */
  readonly speedBps?: number | undefined
  readonly mtu?: number | undefined
  readonly vlanId?: number | undefined
  /** interface that a VLAN sits on */
  readonly baseInterface?: string | undefined
  readonly bridged: boolean
  readonly ipv4?: IpAddress | undefined
  readonly ipv6?: IpAddress | undefined
  readonly bootProtocol?: string | undefined
  readonly ipv6BootProtocol?: string | undefined
  /** devices of a bond; empty for everything else */
  readonly bondSlaves: readonly Ref[]
  readonly bondOptions: readonly NamedValue[]
  readonly activeSlave?: Ref | undefined
  readonly adPartnerMac?: string | undefined
  readonly physicalFunction?: Ref | undefined
}

/** A network as a host should have it on an interface. Source: NetworkAttachmentMapper.java. */
export interface NetworkAttachment {
  readonly id: string
  readonly name: string
  readonly network?: Ref | undefined
  readonly hostNic?: Ref | undefined
  readonly inSync: boolean
  readonly addresses: readonly (IpAddress & { readonly method?: string | undefined })[]
  /** what differs between definition and host */
  readonly differences: readonly { readonly name: string; readonly expected: string; readonly actual: string }[]
  readonly properties: readonly NamedValue[]
}

/** Traffic of one interface as measured. */
export interface NicTraffic {
  readonly speedBps?: number | undefined
  readonly receivedBps?: number | undefined
  readonly sentBps?: number | undefined
}

/**
 * Network load of a host in percent: that of its busiest interface, in its busier direction. Undefined where no interface with a known
 * speed was measured. REST has no figure for the host; the engine derives its own the same way (VdsBrokerObjectsBuilder, usage of interfaces).
 */
export function networkPercent(nics: readonly NicTraffic[]): number | undefined {
  const loads = nics.flatMap(({ speedBps, receivedBps, sentBps }) =>
    speedBps === undefined || speedBps <= 0 || receivedBps === undefined || sentBps === undefined ? [] : [(100 * Math.max(receivedBps, sentBps)) / speedBps])
  return loads.length === 0 ? undefined : Math.min(100, Math.max(...loads))
}
