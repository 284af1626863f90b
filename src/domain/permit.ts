import { systemId, type Target } from './entity.ts'

/** A role the signed-in user holds on an object, with the permits of that role. */
export interface Grant { readonly object: Target; readonly permits: readonly string[] }

/** Where every line of descent ends. */
export const systemTarget: Target = { type: 'system', id: systemId }

/**
 * May the user do this? A role counts on its object and on everything below it (fn_db_get_entity_parents).
 * In: grants of the user, his groups and Everyone; undefined while they are not known. The permit in lower case.
 * The object and everything above it, nearest first; the system may be left out, it is always above.
 * Out: whether to offer the action. While grants are unknown it is offered, because the engine decides.
 */
export function judgePermit(grants: readonly Grant[] | undefined, permit: string, lineage: readonly Target[]): boolean {
  if (grants === undefined) return true
  return grants.some(({ object, permits }) => permits.includes(permit) && isOn(object, lineage))
}

/** Does the user hold the permit anywhere? For what is not done to an object yet, such as creating one. */
export const holdsPermit = (grants: readonly Grant[] | undefined, permit: string): boolean =>
  grants === undefined || grants.some(({ permits }) => permits.includes(permit))

const isOn = (object: Target, lineage: readonly Target[]): boolean =>
  object.type === 'system' || lineage.some(({ type, id }) => type === object.type && id === object.id)
