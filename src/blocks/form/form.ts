import type { EntityType, Ref } from '../../domain/entity.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { EngineFault } from '../../engine/fault.ts'
import type { MessageKey } from '../../i18n/messages.ts'

/** An object to choose; `refused` is why it cannot be chosen. */
export interface Option { readonly id: string; readonly name: string; readonly facts?: string; readonly refused?: Extract<Verdict, { ok: false }> }

/** Where a picker finds what can be chosen. */
export interface Picking {
  readonly type: EntityType
  /** objects whose name contains the words, by name */
  readonly find: (words: string, most: number, signal: AbortSignal) => Promise<readonly Option[]>
}

export interface Choice<Value extends string> { readonly value: Value; readonly label: MessageKey | { readonly text: string } }

/** A column of a list of rows; its id is the key of the label. */
export interface ListColumn { readonly id: string & MessageKey; readonly name: string; readonly check?: (value: string) => Verdict }

/** How a value is entered, by the type of the value. */
export type FieldKind<Value> =
  [Value] extends [boolean] ? { readonly kind: 'switch' | 'check' }
  : [Value] extends [string] ? { readonly kind: 'text' | 'textarea' | 'password' } | { readonly kind: 'choice'; readonly choices: readonly Choice<Value>[] }
  : [Value] extends [number | undefined] ? { readonly kind: 'number'; readonly unit?: MessageKey; readonly min?: number; readonly max?: number } | { readonly kind: 'bytes'; readonly min?: number; readonly max?: number }
  : [Value] extends [Ref | undefined] ? { readonly kind: 'picker'; readonly picking: Picking }
  : [Value] extends [readonly Readonly<Record<string, string>>[]] ? { readonly kind: 'list'; readonly columns: readonly ListColumn[] }
  : never

/** Is a field there for these values: hidden, or disabled with the reason. */
export type Presence = 'shown' | 'hidden' | Extract<Verdict, { ok: false }>

export interface FieldFacts<Entity, Values, Name extends keyof Values, Body> {
  /** member of the values */
  readonly name: Name
  /** feature id and key of the label; `<id>.help` explains it where that message exists */
  readonly id: string & MessageKey
  readonly also?: readonly string[]
  readonly initial: Values[Name]
  readonly required?: boolean
  readonly when?: (values: Values) => Presence
  readonly check?: (value: Values[Name], values: Values) => Verdict
  /** what the value amounts to, shown below while it is filled in; the message gets `count` and the formatted `value` */
  readonly tell?: (value: Values[Name]) => { readonly key: MessageKey; readonly count: number } | undefined
  /** value of an existing object */
  readonly read?: (entity: Entity) => Values[Name]
  /** the part of the request that carries the value; parts of all fields are merged */
  readonly write?: (value: Values[Name], values: Values) => Body
}

/** One field: its facts and the way it is entered. */
export type Field<Entity, Values, Body> = { readonly [Name in keyof Values]: FieldFacts<Entity, Values, Name, Body> & FieldKind<Values[Name]> }[keyof Values]

export interface Section<Entity, Values, Body> {
  /** key of its heading; a form of one section has none */
  readonly id?: string & MessageKey
  readonly fields: readonly Field<Entity, Values, Body>[]
}

/** A form as data: dialog, page and wizard draw the same. */
export interface FormFacts<Entity, Values, Body> {
  /** feature id of the dialog and key of its title */
  readonly id: string & MessageKey
  readonly sections: readonly Section<Entity, Values, Body>[]
  /** effects between fields: the values after `changed` got its new value */
  readonly settle?: (values: Values, changed: keyof Values) => Values
  /** the field that a refusal of the engine speaks of */
  readonly faultField?: (fault: EngineFault) => keyof Values | undefined
}

/** Fixes the types of a form, so that each field's kind, check, read and write agree with its value. */
export const defineForm = <Entity, Values extends object, Body extends object>(facts: FormFacts<Entity, Values, Body>): FormFacts<Entity, Values, Body> => facts
