import type * as Wire from '../../wire/wire.generated.ts'
import { submit } from '../changes.ts'
import { defineChildren } from '../children.ts'
import { collectionPaths } from '../paths.ts'
import type { Accepted } from '../resource.ts'
import { toPath } from '../transport.ts'

/** A key that opens serial consoles of the user; one per line of the text. Source: BackendSSHPublicKeysResource.java. */
export interface SshPublicKey { readonly id: string; readonly content: string }

/** Keys of one user; the engine keeps one. */
export const sshPublicKeysOf = defineChildren<SshPublicKey, Wire.SshPublicKey>({
  parent: { type: 'user', path: collectionPaths.user },
  path: 'sshpublickeys',
  element: 'ssh_public_key',
  decode: (wire) => ({ id: wire.id ?? '', content: wire.content ?? '' }),
})

/** Sets, changes or (with an empty text) removes the key of a user. Undefined when there is nothing to do. */
export const saveSshPublicKey = (userId: string, known: SshPublicKey | undefined, content: string): Promise<Accepted> | undefined => {
  const path = ['users', userId, 'sshpublickeys']
  const rest = { options: {}, touches: [{ type: 'user', id: userId }], listsOf: [] } as const
  if (content === (known?.content ?? '')) return undefined
  if (content === '') return known && submit({ method: 'DELETE', path: toPath(...path, known.id), ...rest })
  return known
    ? submit({ method: 'PUT', path: toPath(...path, known.id), body: { content }, ...rest })
    : submit({ method: 'POST', path: toPath(...path), body: { content }, ...rest })
}
