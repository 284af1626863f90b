import type { Ref, Target } from './entity.ts'

/** A role given to a user or group on an object. Source: PermissionMapper.java. */
export interface Permission {
  readonly id: string
  readonly name: string
  readonly role?: Ref | undefined
  readonly user?: Ref | undefined
  readonly group?: Ref | undefined
  /** the system where the answer names no object; REST names no object for networks, profiles and MAC pools either */
  readonly object: Target
}
