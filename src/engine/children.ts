import { queryOptions } from '@tanstack/react-query'
import type { EntityType } from '../domain/entity.ts'
import { list } from './decode.ts'
import { childKey } from './keys.ts'
import { read, toPath, type QueryValue } from './transport.ts'

export interface ChildFacts<T, W> {
  /** kind and collection path of the parent, escaped already: `vms`, `vms/<id>/snapshots` */
  readonly parent: { readonly type: EntityType; readonly path: string }
  /** path segment below the parent, and the word in the key: `diskattachments` */
  readonly path: string
  /** the array member of the answer */
  readonly element: string
  readonly decode: (wire: W) => T
  readonly params?: Readonly<Record<string, QueryValue>>
  /** the word in the key where two children share a path */
  readonly key?: string
}

/**
 * A list below one object, read whole: NICs of a VM, domains of a data center. Its key hangs below the parent's
 * (`['vm', id, 'nics']`), so that a touched parent refreshes it.
 * In: facts. Out: id of the parent → query options.
 */
export const defineChildren = <T, W>({ parent, path, element, decode, params, key }: ChildFacts<T, W>) =>
  (parentId: string) =>
    queryOptions({
      queryKey: childKey(parent.type, parentId, key ?? path),
      queryFn: async ({ signal }): Promise<readonly T[]> => decodeItems(await read(`${parent.path}/${toPath(parentId, path)}`, { query: params, signal }), element, decode),
    })

/** The decoded array of a collection answer; absent means empty. */
export function decodeItems<T, W>(answer: Readonly<Record<string, unknown>>, element: string, decode: (wire: W) => T): readonly T[] {
  const items = answer[element]
  return list(Array.isArray(items) ? (items as readonly W[]) : []).map(decode) // the boundary: the member is named by data, its type by the facts
}
