import type { Ref } from './entity.ts'
import type { NamedValue } from './vm.ts'

export interface IpAddress { readonly address: string; /** v4, v6 */ readonly version?: string | undefined; readonly netmask?: string | undefined; readonly gateway?: string | undefined }

/** What the guest agent says about one interface inside the guest. Source: ReportedDeviceMapper.java. */
export interface ReportedDevice { readonly id: string; readonly name: string; readonly macAddress?: string | undefined; readonly ips: readonly IpAddress[] }

/** A virtual NIC. Source: NicMapper.java. */
export interface Nic {
  readonly id: string
  readonly name: string
  readonly vm?: Ref | undefined
  readonly vnicProfile?: Ref | undefined
  readonly interface?: string | undefined
  readonly linked: boolean
  readonly plugged: boolean
  /** false: a change waits until it is plugged again */
  readonly synced?: boolean | undefined
  readonly macAddress?: string | undefined
  /** where they were read along */
  readonly reportedDevices: readonly ReportedDevice[]
  readonly filterParameters: readonly NamedValue[]
}
