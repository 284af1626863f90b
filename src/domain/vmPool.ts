import type { Ref } from './entity.ts'

/** A pool of VMs; it has no status, counts matter. Source: VmPoolMapper.java. */
export interface VmPool {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly comment: string
  /** automatic, manual */
  readonly type: string
  readonly size: number
  readonly prestartedVms: number
  readonly maxUserVms: number
  readonly stateful: boolean
  readonly autoStorageSelect: boolean
  readonly useLatestTemplateVersion: boolean
  readonly cluster?: Ref | undefined
  readonly template?: Ref | undefined
  readonly instanceType?: Ref | undefined
}
