import type { DetailQuery, Row } from '../../engine/resource.ts'
import type { Placed } from '../placed.ts'
import type { Sort } from '../table/sortLoaded.ts'
import type { PagedSource } from '../table/usePagedList.ts'

/** What a list reads: a resource of `engine` fits. */
export interface ListSource<T extends Row> extends Placed<T>, PagedSource<T> {
  readonly detail: (id: string) => DetailQuery<T>
  readonly defaultSort?: Sort
}
