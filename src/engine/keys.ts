import type { EntityType, Target } from '../domain/entity.ts'
import type { ListQuery } from './rows.ts'

/** Keys of the cache: `[type, id, …]` for one object and what hangs below it, `[type, 'list', …]` for pages. */
export const detailKey = (type: EntityType, id: string) => [type, id] as const
export const childKey = (type: EntityType, id: string, child: string) => [type, id, child] as const
export const listKey = (type: EntityType) => [type, 'list'] as const
export const pageKey = (type: EntityType, { search = '', sort }: ListQuery, page: number) =>
  [type, 'list', { search, sort: sort ? `${sort.field} ${sort.descending ? 'desc' : 'asc'}` : '' }, page] as const

/** Words that stand where an id would: not an object. */
const collectionWords: readonly unknown[] = ['list', 'names', 'all']

/** The object a key belongs to, or nothing for lists. */
export function targetOfKey(key: readonly unknown[]): Target | undefined {
  const [type, id] = key
  return isEntityType(type) && typeof id === 'string' && !collectionWords.includes(id) ? { type, id } : undefined
}

const isEntityType = (word: unknown): word is EntityType => typeof word === 'string'
