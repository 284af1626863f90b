import type { EntityType, Ref, Target } from '../domain/entity.ts'
import type { NamedValue, Version } from '../domain/vm.ts'
import type * as Wire from '../wire/wire.generated.ts'

/** Digits → number; undefined when absent or not a number, because a newer engine may write what we cannot read. */
export function int(text: string | number | undefined): number | undefined
export function int(text: string | number | undefined, absent: number): number
export function int(text: string | number | undefined, absent?: number): number | undefined {
  if (text === undefined || text === '') return absent
  const value = Number(text)
  return Number.isFinite(value) ? value : absent
}

/** `"true"` → true, everything else present → false, absent → undefined or what is given. */
export function flag(text: string | boolean | undefined): boolean | undefined
export function flag(text: string | boolean | undefined, absent: boolean): boolean
export function flag(text: string | boolean | undefined, absent?: boolean): boolean | undefined {
  return text === undefined ? absent : text === true || text === 'true'
}

/** Epoch milliseconds; undefined when absent or unreadable. */
export const date = (time: number | string | undefined): number | undefined => int(time)

/** The array inside a list wrapper; absent lists and absent wrappers are empty. */
export const list = <T>(items: readonly T[] | undefined): readonly T[] => (isList(items) ? items : [])
const isList = <T>(items: readonly T[] | undefined): items is readonly T[] => Array.isArray(items)

/** A reference, with the name where the engine sends one. */
export const ref = (wire: { readonly id?: string; readonly name?: string } | undefined): Ref | undefined =>
  wire?.id === undefined ? undefined : wire.name === undefined ? { id: wire.id } : { id: wire.id, name: wire.name }

export const refs = (wires: readonly { readonly id?: string; readonly name?: string }[] | undefined): readonly Ref[] =>
  list(wires).flatMap((wire) => ref(wire) ?? [])

/** What every object has. */
export const identity = (wire: { readonly id?: string; readonly name?: string; readonly description?: string; readonly comment?: string }) => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: wire.description ?? '',
  comment: wire.comment ?? '',
})

export const named = (pairs: readonly { readonly name?: string; readonly value?: string }[] | undefined): readonly NamedValue[] =>
  list(pairs).map(({ name = '', value = '' }) => ({ name, value }))

export const version = (wire: Wire.Version | undefined): Version | undefined =>
  wire === undefined ? undefined : { major: int(wire.major, 0), minor: int(wire.minor, 0), full: wire.full_version }

/** `{ type, id }` of a reference, or nothing: for `parents` and `touches`. */
export const target = (type: EntityType, reference: Ref | string | undefined): readonly Target[] => {
  const id = typeof reference === 'string' ? reference : reference?.id
  return id === undefined ? [] : [{ type, id }]
}
