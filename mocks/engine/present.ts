/** Lists, single objects and what `follow` and `detail` add to them. */
import { PlainFault } from './call.ts'
import type { Call } from './call.ts'
import { encodeBody, typeNamed } from './encode.ts'
import type { Wire } from './encode.ts'
import { countParameter } from './parameters.ts'
import { canSee, vmsHeldOnly } from './permissions.ts'
import { actionAt, collectionAt } from './registry.ts'
import type { Entry, Mounted } from './registry.ts'
import { actionNames, elementService, locatorNames } from './route.ts'
import { homes } from './schema.generated.ts'
import { searchIds } from './searchers.ts'

/** Path of a collection with the ids of its parents: `vms/{id}/nics`. */
export function pathOf(place: string, ids: readonly string[]): string {
  return place.split('/').map((segment, at) => ids[at] === undefined ? segment : `${segment}/${encodeURIComponent(ids[at])}`).join('/')
}

/** May this caller see it? Objects with permissions of their own go by these, all others by the object they belong to. */
export function isVisible(call: Call, { object }: Mounted, id: string): boolean {
  return !call.filtered || object === undefined || canSee(call.world, call.user, { type: object, id })
}

/** The entries that a GET of the collection answers: search, visibility, then `max`. */
export function* entriesOf(call: Call, mounted: Mounted): Generator<Entry> {
  if (!mounted.list) return
  const max = countParameter(call.query, 'max') ?? Infinity
  const text = call.query.get('search')
  let count = 0
  for (const entry of text !== null && mounted.search !== undefined ? found(call, mounted, text) : everything(call, mounted)) {
    if (count >= max) return
    if (!isVisible(call, mounted, entry.id)) continue
    count += 1
    yield entry
  }
}

/** All entries, or already only those a user holds: reading 50,000 VMs to show eight would take too long. */
function* everything(call: Call, mounted: Mounted): Generator<Entry> {
  const few = call.filtered && call.place === 'vms' ? vmsHeldOnly(call.world, call.user) : undefined
  for (const id of few ?? []) {
    const entry = mounted.find(call, id)
    if (entry) yield entry
  }
  if (!few) yield* mounted.list?.(call) ?? []
}

function* found(call: Call, mounted: Mounted, text: string): Generator<Entry> {
  const { world, filtered, user, query } = call
  const max = countParameter(query, 'max')
  const caseSensitive = /^(true|1|)$/.test(query.get('case_sensitive') ?? 'false')
  // Under the filter the page is cut after visibility; `sortby name asc page N` of vms and vmpools is the one text that pages there (BackendVmsResource.list).
  const paged = filtered && max !== undefined && (call.place === 'vms' || call.place === 'vmpools') ? /sortby name asc(?:\s+page\s+(\d+))?\s*$/i.exec(text) : null
  if (paged) {
    yield* pageOfVisible(call, mounted, Number(paged[1] ?? 1), max ?? 0)
    return
  }
  // `from` narrows a search of events, too, but under the filter (AbstractBackendCollectionResource.getSearchParameters).
  const after = filtered || call.place !== 'events' ? undefined : countParameter(query, 'from')
  const options = { caseSensitive, userId: user.id, ...(max !== undefined && !filtered && { max }), ...(after !== undefined && { after }) }
  const rows = () => mounted.list?.(call) ?? []
  const named = function* named() { for (const entry of rows()) yield { id: entry.id, ...nameOf(entry.show(call)) } }
  const wanted = filtered ? text.replace(/\bpage\s+\d+\s*$/i, '') : text
  for (const id of searchIds(world, mounted.search ?? '', wanted, options, named)) {
    const entry = mounted.find(call, id)
    if (entry) yield entry
  }
}
const nameOf = (body: object) => 'name' in body && typeof body.name === 'string' ? { name: body.name } : {}

function* pageOfVisible(call: Call, mounted: Mounted, page: number, max: number): Generator<Entry> {
  let position = 0
  for (const entry of everything(call, mounted)) {
    if (!isVisible(call, mounted, entry.id)) continue
    if (position >= page * max) return
    if (position >= (page - 1) * max) yield entry
    position += 1
  }
}

/** Wire form of one object: members, href, the links and actions that exist here. */
export function present(call: Call, mounted: Mounted, entry: Entry): Wire {
  const { base, place } = call
  const href = `${base}/${pathOf(place, call.ids)}/${encodeURIComponent(entry.id)}`
  const wire: Wire = call.details.has('-main') ? {} : encodeBody(mounted.type, entry.show(call), base)
  const { actions, locators } = furnitureOf(place)
  if (actions.length > 0) wire.actions = { link: actions.map((name) => ({ href: `${href}/${name}`, rel: name })) }
  const lacks = entry.lacks()
  const links = locators.filter((name) => !lacks.includes(name)).map((name) => ({ href: `${href}/${name}`, rel: name }))
  if (links.length > 0) wire.link = links
  wire.href = href
  wire.id = entry.id
  for (const [step, further] of followSteps(call)) follow(call, mounted, entry, wire, step, further)
  return wire
}

interface Furniture { readonly actions: readonly string[]; readonly locators: readonly string[] }
const furniture = new Map<string, Furniture>()
/** Actions and sub-collections that exist at the elements of a place. */
function furnitureOf(place: string): Furniture {
  const known = furniture.get(place)
  if (known) return known
  const service = elementService(place)
  const made = {
    actions: actionNames(service).filter((name) => actionAt(place, name)),
    locators: locatorNames(service).filter((name) => collectionAt(`${place}/${name}`)),
  }
  furniture.set(place, made)
  return made
}

/** First steps of `follow=` with what to follow from there; `detail=statistics` is the older way to say `follow=statistics`. */
function followSteps({ query, details }: Call): ReadonlyMap<string, readonly string[]> {
  const paths = (query.get('follow') ?? '').split(',').map((path) => path.trim()).filter((path) => path !== '')
  if (details.has('statistics')) paths.push('statistics')
  const steps = new Map<string, string[]>()
  for (const path of paths) {
    const [, step = '', rest] = /^([^.]*)(?:\.(.*))?$/s.exec(path) ?? []
    const key = joined(step)
    steps.set(key, [...steps.get(key) ?? [], ...(rest === undefined ? [] : [rest])])
  }
  return steps
}

const joined = (name: string) => name.replaceAll('_', '').toLowerCase()

/** Puts what a link leads to in its place. Source: LinkFollower; an unknown name, or a single link the object lacks, is a 500. */
function follow(call: Call, { type }: Mounted, entry: Entry, wire: Wire, step: string, further: readonly string[]): void {
  const { members } = typeNamed(type)
  const name = Object.keys(members).find((key) => joined(key) === step)
  const member = name === undefined ? undefined : members[name]
  if (name === undefined || !member?.link) throw new PlainFault(500, 'Operation Failed', `There is no link ${step} to follow`)
  const query = new URLSearchParams(further.length > 0 ? { follow: further.join(',') } : {})
  const below: Call = { ...call, query, details: new Set(), place: `${call.place}/${step}`, ids: [...call.ids, entry.id] }
  const children = collectionAt(below.place)
  if (member.list !== undefined && children) {
    wire[name] = { [member.list]: [...entriesOf(below, children)].map((child) => present(below, children, child)) }
    return
  }
  if (member.list !== undefined) {
    wire[name] = { [member.list]: itemsOf(wire[name], member.list).flatMap((item) => presentReferred(below, member.kind, item) ?? []) }
    return
  }
  const target = wire[name]
  const referred = isWire(target) ? presentReferred(below, member.kind, target) : undefined
  if (!referred) throw new PlainFault(500, 'Operation Failed', `The link ${step} of ${entry.id} leads nowhere`)
  wire[name] = referred
}

const isWire = (value: unknown): value is Wire => typeof value === 'object' && value !== null
function itemsOf(list: unknown, item: string): Wire[] {
  const items = isWire(list) ? list[item] : undefined
  return Array.isArray(items) ? items.filter(isWire) : []
}

/** The object that a reference points at, as its own collection shows it. */
function presentReferred(call: Call, type: string, reference: Wire): Wire | undefined {
  const home = homes[type]
  const mounted = home === undefined ? undefined : collectionAt(home)
  if (!mounted || home === undefined || typeof reference.id !== 'string') return undefined
  const there: Call = { ...call, place: home, ids: [] }
  const entry = mounted.find(there, reference.id)
  return entry && isVisible(there, mounted, entry.id) ? present(there, mounted, entry) : undefined
}
