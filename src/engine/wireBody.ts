import type { BoolText, IntText } from '../wire/wire.generated.ts'

/**
 * A body to send: the wire type with native numbers and booleans. Member names stay checked.
 * The engine takes native values for all of them (JSON reader of CustomObjectMapperFactory.java).
 */
export type Body<T> = [T] extends [IntText] ? number
  : [T] extends [BoolText] ? boolean
  : T extends readonly (infer Item)[] ? readonly Body<Item>[]
  : T extends object ? { readonly [Member in keyof T]?: Body<NonNullable<T[Member]>> }
  : T
