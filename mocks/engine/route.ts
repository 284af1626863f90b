/** Finds the place of the API's tree that a path names. The tree is the model's own (services and locators). */
import { services } from './schema.generated.ts'
import type { MethodSchema } from './schema.generated.ts'

export interface Route {
  /** path without ids: `vms/nics`; '' is the root */
  readonly place: string
  readonly ids: readonly string[]
  /** does the path end in an object? */
  readonly element: boolean
  readonly service: string
  /** name of the action a POST names */
  readonly action?: string
  /** `…/creation_status/{id}` and `…/{action}/{id}`: how far an asynchronous request is */
  readonly poll?: { readonly kind: string; readonly id: string }
}

/** @param segments decoded segments after the API's base, without matrix parameters. Undefined = the tree has no such place. */
export function findRoute(segments: readonly string[], method: string): Route | undefined {
  const place: string[] = []
  const ids: string[] = []
  let service = 'SystemService'
  let element = false
  for (const [at, segment] of segments.entries()) {
    const { locators, methods } = services[service] ?? { locators: {}, methods: {} }
    const left = segments.length - at
    if (method === 'POST' && left === 1 && actionOf(methods, segment)) return { place: place.join('/'), ids, element, service, action: segment }
    if (element && left === 2 && (segment === 'creation_status' || actionOf(methods, segment))) {
      return { place: place.join('/'), ids, element, service, poll: { kind: segment, id: segments[at + 1] ?? '' } }
    }
    const named = Object.hasOwn(locators, segment) && segment !== '{id}' ? locators[segment] : undefined
    const next = named ?? locators['{id}']
    if (next === undefined) return undefined
    if (named === undefined) ids.push(segment)
    else place.push(segment)
    element = named === undefined
    service = next
  }
  return { place: place.join('/'), ids, element, service }
}

const actionOf = (methods: Readonly<Record<string, MethodSchema>>, name: string) => Object.hasOwn(methods, name) && methods[name]?.action === true

/** Names of the actions of a place, in the order of the model's links. */
export const actionNames = (service: string): readonly string[] =>
  Object.entries(services[service]?.methods ?? {}).flatMap(([name, { action }]) => action ? [name] : []).sort()
/** Sub-collections of an element, statistics first as the engine lists them. */
export const locatorNames = (service: string): readonly string[] =>
  Object.keys(services[service]?.locators ?? {}).filter((name) => name !== '{id}').sort((one, other) => Number(other === 'statistics') - Number(one === 'statistics') || (one < other ? -1 : 1))
/** Service of the elements of the collection at a place. */
export function elementService(place: string): string {
  let service = 'SystemService'
  for (const segment of place.split('/')) {
    const collection: string = services[service]?.locators[segment] ?? ''
    service = services[collection]?.locators['{id}'] ?? ''
  }
  return service
}
