import type { Bookmark } from '../../domain/bookmark.ts'
import type { Tag } from '../../domain/tag.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { submit } from '../changes.ts'
import { defineChildren } from '../children.ts'
import { identity } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { defineResource } from '../resource.ts'
import type { Accepted } from '../rows.ts'
import { toPath } from '../transport.ts'

export const decodeTag = (wire: Wire.Tag): Tag => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: identity(wire).description,
  parentId: wire.parent?.id,
})

export const tags = defineResource<Tag, Wire.Tag>({ type: 'tag', path: 'tags', element: 'tag', decode: decodeTag, whole: true })

/** Saved searches of the installation. */
export const bookmarks = defineResource<Bookmark, Wire.Bookmark>({
  type: 'bookmark',
  path: 'bookmarks',
  element: 'bookmark',
  decode: (wire) => ({ id: wire.id ?? '', name: wire.name ?? '', value: wire.value ?? '' }),
  whole: true,
})

/** Kinds that carry tags and have pages. */
export type TaggedType = 'vm' | 'host' | 'template' | 'user'
interface Tagged { readonly type: TaggedType; readonly id: string }

export const tagsOf = ({ type, id }: Tagged) =>
  defineChildren<Tag, Wire.Tag>({ parent: { type, path: collectionPaths[type] }, path: 'tags', element: 'tag', decode: decodeTag })(id)

export const assignTag = (on: Tagged, tag: Tag): Promise<Accepted> =>
  submit({ method: 'POST', path: toPath(collectionPaths[on.type], on.id, 'tags'), body: { id: tag.id }, options: {}, touches: [on], listsOf: [] })

export const unassignTag = (on: Tagged, tag: Tag): Promise<Accepted> =>
  submit({ method: 'DELETE', path: toPath(collectionPaths[on.type], on.id, 'tags', tag.id), options: {}, touches: [on], listsOf: [] })
