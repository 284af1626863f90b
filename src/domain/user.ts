import type { Ref } from './entity.ts'

/** A user the engine knows. Source: UserMapper.java: REST `name` is the first name, `user_name` the log-in. */
export interface User {
  readonly id: string
  /** log-in such as `admin@internal-authz`, what people recognise */
  readonly name: string
  readonly firstName: string
  readonly lastName: string
  readonly principal?: string | undefined
  readonly namespace?: string | undefined
  readonly email?: string | undefined
  readonly department?: string | undefined
  readonly domain?: Ref | undefined
  readonly domainEntryId?: string | undefined
}

/** A group of a directory, Everyone included. Source: GroupMapper.java. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly namespace?: string | undefined
  readonly domain?: Ref | undefined
  readonly domainEntryId?: string | undefined
}

/** A directory with users. */
export interface Domain { readonly id: string; readonly name: string }
