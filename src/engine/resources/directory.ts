import type { Group, User } from '../../domain/user.ts'
import { quoteValue } from '../../domain/search/write.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { decodeItems } from '../children.ts'
import { read, toPath } from '../transport.ts'
import { decodeGroup, decodeUser, groups, users } from './users.ts'

/** Somebody of a directory, whom the engine may not know yet; the id is the directory's own. */
export type Principal = (User & { readonly kind: 'user' }) | (Group & { readonly kind: 'group' })

const mostFound = 100

/**
 * People or groups of a directory by any of their names, at most a hundred; `*` stands for anything, no words for all.
 * Source: BackendDomainUsersResource, AdUserConditionFieldAutoCompleter (`allnames`).
 */
export async function findPrincipals(domainId: string, kind: Principal['kind'], words: string, signal?: AbortSignal): Promise<readonly Principal[]> {
  const query = { ...(words !== '' && { search: `allnames=${quoteValue(words)}` }), max: mostFound }
  const answer = await read<Record<string, unknown>>(toPath('domains', domainId, kind === 'user' ? 'users' : 'groups'), { query, signal })
  return kind === 'user'
    ? decodeItems(answer, 'user', (wire: Wire.User) => ({ ...decodeUser(wire), kind: 'user' as const }))
    : decodeItems(answer, 'group', (wire: Wire.Group) => ({ ...decodeGroup(wire), kind: 'group' as const }))
}

/**
 * The id under which the engine knows somebody of a directory. Whom it does not know is added first, as permissions
 * take known users and groups only. Rejects with the fault when adding is refused.
 */
export async function knownId(principal: Principal): Promise<string> {
  const { kind, name, namespace } = principal
  const domain = { id: principal.domain?.id ?? '' }
  const known = kind === 'user'
    ? await users.readList({ search: `usrname=${quoteValue(name)}`, max: 1 })
    : await groups.readList({ search: `name=${quoteValue(name)}`, max: 1 })
  const [first] = known
  if (first) return first.id
  const { id } = kind === 'user'
    ? await users.create({ user_name: name, ...(principal.principal !== undefined && { principal: principal.principal }), ...(namespace !== undefined && { namespace }), domain })
    : await groups.create({ name, ...(namespace !== undefined && { namespace }), domain })
  return id ?? ''
}
