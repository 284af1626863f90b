import type { TagRow } from '../rows.ts'
import type { World } from '../world.ts'

/** All tags that match, and all below them: a search for a tag finds what carries any descendant. */
export function tagRowsWithin(world: World, matches: (name: string) => boolean): Iterable<TagRow> {
  const found = new Map<string, TagRow>()
  const take = (tag: TagRow) => {
    if (found.has(tag.id)) return
    found.set(tag.id, tag)
    for (const child of world.tables.tags.by('parent', tag.id)) if (child.id !== tag.id) take(child)
  }
  for (const tag of world.tables.tags.all()) if (matches(tag.name)) take(tag)
  return found.values()
}

/** Names of the tags on an object. */
export const tagsOf = (world: World, id: string): readonly string[] =>
  world.tables.tagUses.by('target', id).map(({ tagId }) => world.tables.tags.get(tagId)?.name ?? '').filter((name) => name !== '')

export const withDescendants = (world: World, matches: (name: string) => boolean): ReadonlySet<string> =>
  new Set([...tagRowsWithin(world, matches)].map(({ name }) => name))
