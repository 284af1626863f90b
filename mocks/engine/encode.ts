/**
 * Native bodies → wire: integers and booleans become text, lists get their wrapper, references their href,
 * members the model does not have are left out. Source: xjb adapters of the engine's JAXB classes.
 */
import { homes, types } from './schema.generated.ts'
import type { MemberSchema, TypeSchema } from './schema.generated.ts'

export type Wire = Record<string, unknown>

/** A body that has its wire form already: what `follow` puts in. */
export class Encoded {
  readonly wire: Wire
  constructor(wire: Wire) { this.wire = wire }
}

/** Wire form of a body; `href`, `link` and `actions` of the object itself are the router's. */
export function encodeBody(type: string, body: object, base: string): Wire {
  const schema = typeNamed(type)
  const wire: Wire = {}
  for (const [key, value] of Object.entries(body)) {
    const member = schema.members[key]
    if (!member || value === undefined || value === null) continue
    wire[key] = encodeMember(member, value, base)
  }
  return wire
}

export function typeNamed(type: string): TypeSchema {
  const schema = types[type]
  if (!schema) throw new Error(`the API model has no type ${type}`)
  return schema
}

/** `{href, id}` of an object that has a place of its own at the top; others have an id only (quota). */
export function referenceTo(type: string, id: string, base: string): Wire {
  const home = homes[type]
  return home === undefined ? { id } : { href: `${base}/${home}/${id}`, id }
}

function encodeMember(member: MemberSchema, value: unknown, base: string): unknown {
  if (member.list === undefined) return encodeOne(member, value, base)
  if (!Array.isArray(value)) throw new Error(`a list of ${member.kind} is not an array`)
  const items: unknown[] = value.map((item: unknown) => encodeOne(member, item, base))
  return member.list === '' ? items : items.length === 0 ? {} : { [member.list]: items }
}

/** References inside a body get their href, also where the model writes the object in place, as it does icons. Source: LinkHelper. */
function encodeOne({ kind, link }: MemberSchema, value: unknown, base: string): unknown {
  if (value instanceof Encoded) return value.wire
  if (typeof value === 'object' && value !== null) {
    const wire = encodeBody(kind, value, base)
    return (link || homes[kind] !== undefined) && typeof wire.id === 'string' ? { ...wire, ...referenceTo(kind, wire.id, base) } : wire
  }
  return kind === 'double' || kind === 'date' ? value : String(value)
}
