export interface MacRange { readonly from: string; readonly to: string }

/** Addresses that NICs of a cluster are given. Source: MacPoolMapper.java. */
export interface MacPool {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly ranges: readonly MacRange[]
  readonly allowDuplicates: boolean
  /** the engine's own, which cannot be removed */
  readonly defaultPool: boolean
}
