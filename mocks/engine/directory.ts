/** The directory behind `internal`: people and groups that may be added to the engine. Simulated; those the engine knows are in its tables. */
import type { GroupRow, UserRow } from './rows.ts'
import type { World } from './world.ts'

/** Id of the domain (authorization provider) of the profile `internal`: hex of its name. */
export const internalDomain = { id: '696e7465726e616c2d617574687a', name: 'internal-authz' } as const
const namespace = '*'

const people: readonly (readonly [principal: string, first: string, last: string, department: string])[] = [
  ['alice', 'Alice', 'Moreau', 'Operations'], ['bob', 'Bob', 'Sato', 'Operations'], ['carol', 'Carol', 'Lind', 'Research'],
  ['dave', 'Dave', 'Okafor', 'Research'], ['erin', 'Erin', 'Novak', 'Finance'], ['frank', 'Frank', 'Costa', 'Finance'],
]
const teams = ['operators', 'researchers', 'accountants'] as const

const toHex = (text: string) => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export type DirectoryUser = Pick<UserRow, 'name' | 'user_name' | 'principal' | 'namespace' | 'domain' | 'domain_entry_id' | 'last_name' | 'email' | 'department'> & { id: string }
export type DirectoryGroup = Required<Pick<GroupRow, 'name' | 'namespace' | 'domain' | 'domain_entry_id'>> & { id: string }

/** Everybody in the domain, known to the engine or not; the id is the directory's own. */
export function directoryUsers({ tables }: World, domainId: string): readonly DirectoryUser[] {
  if (domainId !== internalDomain.id) return []
  const known = tables.users.by('domain', domainId).map((user): DirectoryUser => ({ ...user, id: user.domain_entry_id }))
  const others = people.filter(([principal]) => !known.some((user) => user.principal === principal)).map(([principal, name, last_name, department]): DirectoryUser => ({
    id: toHex(principal), domain_entry_id: toHex(principal), name, last_name, department, principal, namespace, domain: { id: domainId },
    user_name: `${principal}@${internalDomain.name}`, email: `${principal}@example.com`,
  }))
  return [...known, ...others]
}
export function directoryGroups({ tables }: World, domainId: string): readonly DirectoryGroup[] {
  if (domainId !== internalDomain.id) return []
  const known = tables.groups.by('domain', domainId).map((group): DirectoryGroup => ({ ...group, domain: { id: domainId }, id: group.domain_entry_id }))
  const others = teams.filter((name) => !known.some((group) => group.name === name)).map((name): DirectoryGroup => ({
    id: toHex(name), domain_entry_id: toHex(name), name, namespace, domain: { id: domainId },
  }))
  return [...known, ...others]
}
