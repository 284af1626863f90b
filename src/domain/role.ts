/** A set of permits. Source: RoleMapper.java. */
export interface Role {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly administrative: boolean
  /** built-in roles are not */
  readonly mutable: boolean
  /** names of its permits, where they were read along */
  readonly permits: readonly string[]
}
