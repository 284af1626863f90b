/**
 * Where resource files say what the API's collections hold and do. A place is a path of the API without ids:
 * `vms`, `vms/nics`, `datacenters/storagedomains`. One declaration may be mounted at several places.
 * Routing, visibility, wire form, `href`, `link` and `actions`, `follow`, `max` and `search` come from handle.ts.
 */
import type { Call } from './call.ts'
import { notFound } from './call.ts'
import type { PermissionObject, Rows, TableName } from './rows.ts'
import type { TypeName } from './schema.generated.ts'

/** What a created or changed row answers besides its body: `in_progress` makes a 202 with `creation_status`. */
export interface Added<Row> { readonly row: Row; readonly status?: 'in_progress' | 'complete' }

export interface Collection<Row extends { readonly id: string }> {
  /** type of the API model that the elements have, such as `MacPool` */
  readonly type: TypeName
  /** the rows here, in the engine's order; `call.ids` are the parents' ids. Absent = nothing lists it (options). */
  readonly list?: (call: Call) => Iterable<Row>
  /** `call.ids` are the parents' ids only */
  readonly find: (call: Call, id: string) => Row | undefined
  /** model-typed body with native values; members the model does not have (`hidden`, `hostId`) are left out by the codec */
  readonly show: (row: Row, call: Call) => object
  /** word of the search language for `?search=`; absent = the parameter is ignored, as in the engine */
  readonly search?: string
  /** kind of object its permissions are given on: makes the filtered view and the permission check by themselves */
  readonly object?: PermissionObject
  /** what a filtered caller gets of a top-level collection without `object`, or in spite of it; `open` when absent */
  readonly filtered?: 'open' | 'refused' | 'list only'
  /** an empty list answers `{"user_option":[]}` instead of `{}`: where the engine's own code touches the list */
  readonly keepsEmpty?: boolean
  /** locators of the model that this row lacks (templates and vms of an ISO domain) */
  readonly lacks?: (row: Row) => readonly string[]
  readonly add?: (call: Call) => Row | Added<Row>
  readonly update?: (call: Call, row: Row) => Row | Added<Row>
  readonly remove?: (call: Call, row: Row) => void
}

/** An action's answer beyond its status and job: further members of Action. `status: 'in_progress'` makes a 202, `status: 'none'` leaves status and object out (tickets). */
export type ActionAnswer = void | Readonly<Record<string, unknown>>
type ActionHandler = (call: Call, id: string) => ActionAnswer

/** A collection as the router uses it: rows of unknown type, closed over their declaration. */
export interface Mounted extends Omit<Collection<{ id: string }>, 'list' | 'find' | 'show' | 'lacks' | 'add' | 'update' | 'remove'> {
  readonly list: ((call: Call) => Iterable<Entry>) | undefined
  readonly find: (call: Call, id: string) => Entry | undefined
  readonly add: ((call: Call) => { entry: Entry; status: Added<never>['status'] }) | undefined
  readonly updates: boolean
  readonly removes: boolean
}
/** One row with what can be done with it; keeps the row's type inside. */
export interface Entry {
  readonly id: string
  show(call: Call): object
  lacks(): readonly string[]
  update(call: Call): { entry: Entry; status: Added<never>['status'] }
  remove(call: Call): void
}

const collections = new Map<string, Mounted>()
const actions = new Map<string, ActionHandler>()

class RowEntry<Row extends { readonly id: string }> implements Entry {
  readonly #declared: Collection<Row>
  readonly #row: Row
  constructor(declared: Collection<Row>, row: Row) {
    this.#declared = declared
    this.#row = row
  }
  get id() { return this.#row.id }
  show(call: Call) { return this.#declared.show(this.#row, call) }
  lacks() { return this.#declared.lacks?.(this.#row) ?? [] }
  update(call: Call) { return outcome(this.#declared, this.#declared.update?.(call, this.#row) ?? this.#row) }
  remove(call: Call) { this.#declared.remove?.(call, this.#row) }
}
function outcome<Row extends { readonly id: string }>(declared: Collection<Row>, answer: Row | Added<Row>): { entry: Entry; status: Added<Row>['status'] } {
  return 'row' in answer ? { entry: new RowEntry(declared, answer.row), status: answer.status } : { entry: new RowEntry(declared, answer), status: undefined }
}

/** Declares a collection at one or several places. A place declared twice is a mistake. */
export function collection<Row extends { readonly id: string }>(places: string | readonly string[], declared: Collection<Row>): void {
  const entryOf = (row: Row) => new RowEntry(declared, row)
  const { type, list, find, add, search, object, filtered, keepsEmpty } = declared
  const mounted: Mounted = {
    type,
    ...(search !== undefined && { search }), ...(object && { object }), ...(filtered && { filtered }), ...(keepsEmpty && { keepsEmpty }),
    list: list && function* entries(call: Call) { for (const row of list(call)) yield entryOf(row) },
    find: (call, id) => {
      const row = find(call, id)
      return row && entryOf(row)
    },
    add: add && ((call) => outcome(declared, add(call))),
    updates: declared.update !== undefined,
    removes: declared.remove !== undefined,
  }
  for (const place of typeof places === 'string' ? [places] : places) {
    if (collections.has(place)) throw new Error(`${place} is declared twice`)
    collections.set(place, mounted)
  }
}

/**
 * Declares what POST `{place}/{id}/{name}` does (`onAction('vms', 'start', …)`; the id is '' for actions of a collection, such as `events/undelete`).
 * The router has checked that the object exists and may be seen; `rowOf(call, 'vms')` gives its row.
 */
export function onAction(places: string | readonly string[], name: string, handler: ActionHandler): void {
  for (const place of typeof places === 'string' ? [places] : places) {
    const key = `${place} ${name}`
    if (actions.has(key)) throw new Error(`action ${key} is declared twice`)
    actions.set(key, handler)
  }
}

/** Row of the object that the path ends in, or that stands `up` steps above it; 404 when it is gone. */
export function rowOf<Name extends TableName>(call: Call, table: Name, up = 0): Rows[Name] {
  return call.world.tables[table].get(call.ids.at(-1 - up) ?? '') ?? notFound()
}

/** `list` and `find` of a collection that shows a whole table, by name. */
export function wholeTable<Name extends TableName>(name: Name): Required<Pick<Collection<Rows[Name]>, 'list' | 'find'>> {
  return { list: ({ world }) => world.tables[name].byName(), find: ({ world }, id) => world.tables[name].get(id) }
}
/** `list` and `find` of a sub-collection: the rows whose index `index` holds the parent's id. */
export function childrenBy<Name extends TableName>(name: Name, index: string): Required<Pick<Collection<Rows[Name]>, 'list' | 'find'>> {
  return {
    list: ({ world, ids }) => world.tables[name].by(index, ids.at(-1) ?? ''),
    find: ({ world, ids }, id) => world.tables[name].by(index, ids.at(-1) ?? '').find((row) => row.id === id),
  }
}

export const collectionAt = (place: string): Mounted | undefined => collections.get(place)
export const actionAt = (place: string, name: string): ActionHandler | undefined => actions.get(`${place} ${name}`)
