import type { Ref } from './entity.ts'

/** Rule of an affinity group: none, or positive or negative, hard or soft. */
export interface AffinityRule { readonly enabled: boolean; readonly positive: boolean; readonly enforcing: boolean }

/** Source: AffinityGroupMapper.java. */
export interface AffinityGroup {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly broken: boolean
  readonly priority: number
  readonly cluster?: Ref | undefined
  readonly vmsRule: AffinityRule
  readonly hostsRule: AffinityRule
  readonly vms: readonly Ref[]
  readonly hosts: readonly Ref[]
  readonly vmLabels: readonly Ref[]
  readonly hostLabels: readonly Ref[]
}

/** Source: AffinityLabelMapper.java. */
export interface AffinityLabel {
  readonly id: string
  readonly name: string
  readonly readOnly: boolean
  readonly implicitAffinityGroup: boolean
  readonly vms: readonly Ref[]
  readonly hosts: readonly Ref[]
}
