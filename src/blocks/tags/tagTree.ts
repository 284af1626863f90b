import type { Tag } from '../../domain/tag.ts'

/** How many of the chosen objects carry a tag. */
export type Holding = 'all' | 'some' | 'none'

/** In: the ids of the tags of each object. */
export const holdingOf = (tagId: string, held: readonly ReadonlySet<string>[]): Holding => {
  const count = held.filter((ids) => ids.has(tagId)).length
  return count === 0 ? 'none' : count === held.length ? 'all' : 'some'
}

/** Tags in the order of a drawn tree, children below their parent by name; the root itself is left out. A tag whose parent is unknown stands at the top. */
export const toTagTree = (tags: readonly Tag[], rootId: string): readonly { readonly tag: Tag; readonly depth: number }[] => {
  const known = new Set(tags.map(({ id }) => id))
  const children = Map.groupBy(tags.filter(({ id }) => id !== rootId), ({ parentId }) => (parentId !== undefined && known.has(parentId) ? parentId : rootId))
  const below = (id: string, depth: number): readonly { readonly tag: Tag; readonly depth: number }[] =>
    (children.get(id) ?? []).toSorted((one, other) => one.name.localeCompare(other.name)).flatMap((tag) => [{ tag, depth }, ...below(tag.id, depth + 1)])
  return below(rootId, 0)
}
