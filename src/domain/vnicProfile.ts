import type { Ref } from './entity.ts'
import type { NamedValue } from './vm.ts'

/** What a NIC may do on a network. Source: VnicProfileMapper.java. */
export interface VnicProfile {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly network?: Ref | undefined
  readonly networkFilter?: Ref | undefined
  readonly qos?: Ref | undefined
  readonly failover?: Ref | undefined
  readonly passThrough: boolean
  readonly migratable?: boolean | undefined
  readonly portMirroring: boolean
  readonly customProperties: readonly NamedValue[]
}
