import type { Ref } from './entity.ts'

/** A logical network; `required`, `status` and most usages are per cluster. Source: NetworkMapper.java. */
export interface Network {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly comment: string
  readonly dataCenter?: Ref | undefined
  readonly cluster?: Ref | undefined
  /** operational, non_operational; only under a cluster */
  readonly status?: string | undefined
  readonly vlanId?: number | undefined
  /** 0: the default */
  readonly mtu: number
  /** vm, display, migration, management, default_route, gluster */
  readonly usages: readonly string[]
  readonly required?: boolean | undefined
  readonly display?: boolean | undefined
  readonly stp: boolean
  readonly portIsolation: boolean
  readonly vdsmName?: string | undefined
  readonly qos?: Ref | undefined
  readonly externalProvider?: Ref | undefined
  readonly dnsServers: readonly string[]
}
