import type { FieldFacts, FormFacts, Presence } from './form.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { no, yes } from '../../domain/verdict.ts'

/** A field seen without its value's type: what drawing and checking need. */
type AnyField<Entity, Values, Body> = FieldFacts<Entity, Values, keyof Values, Body>

export const fieldsOf = <Entity, Values, Body>(form: FormFacts<Entity, Values, Body>): readonly AnyField<Entity, Values, Body>[] =>
  // Each member of the union is a field of its own name; reading them all by one name is what the caller does with each.
  form.sections.flatMap(({ fields }) => fields as readonly unknown[] as readonly AnyField<Entity, Values, Body>[])

/** Values at the beginning: of the object that is edited, else the defaults. */
export const startValues = <Entity, Values extends object, Body>(form: FormFacts<Entity, Values, Body>, entity: Entity | undefined): Values =>
  Object.fromEntries(fieldsOf(form).map(({ name, initial, read }) => [name, entity !== undefined && read ? read(entity) : initial])) as Values // every name of Values has its field

export const presenceOf = <Entity, Values, Body>({ when }: Pick<AnyField<Entity, Values, Body>, 'when'>, values: Values): Presence => when?.(values) ?? 'shown'

const isEmpty = (value: unknown): boolean => value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

/** May the value stand? Hidden and disabled fields are not judged. */
export const judgeField = <Entity, Values, Body>(field: AnyField<Entity, Values, Body>, values: Values): Verdict => {
  if (presenceOf(field, values) !== 'shown') return yes
  const value = values[field.name]
  if (isEmpty(value)) return field.required ? no('form.required') : yes
  return field.check?.(value, values) ?? yes
}

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const merge = (one: Tree, other: Tree): Tree => {
  const both: Record<string, unknown> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const before = both[key]
    both[key] = isTree(before) && isTree(value) ? merge(before, value) : value
  }
  return both
}

/** The request that carries the named fields (all when not said); hidden and disabled ones are left out. */
export const toBody = <Entity, Values, Body extends object>(form: FormFacts<Entity, Values, Body>, values: Values, names?: readonly (keyof Values)[]): Body =>
  fieldsOf(form)
    .filter((field) => (names?.includes(field.name) ?? true) && presenceOf(field, values) === 'shown')
    .reduce<Tree>((body, { name, write }) => merge(body, { ...write?.(values[name], values) }), {}) as Body // merged from parts of Body

/** Names of the fields whose value differs. */
export const changedNames = <Entity, Values, Body>(form: FormFacts<Entity, Values, Body>, before: Values, after: Values): readonly (keyof Values)[] =>
  fieldsOf(form).map(({ name }) => name).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
