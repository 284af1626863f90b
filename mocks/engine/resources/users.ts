/** Users, groups and the directory they come from. Source: BackendUsersResource, UserMapper, AddUserCommand, RemoveUserCommand. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { bodyOf, refuse } from '../call.ts'
import type { Call } from '../call.ts'
import { runCommand } from '../command.ts'
import { directoryGroups, directoryUsers } from '../directory.ts'
import type { DirectoryGroup, DirectoryUser } from '../directory.ts'
import { emit } from '../events.ts'
import { everyoneId, theSystem } from '../permissions.ts'
import { collection, wholeTable } from '../registry.ts'
import type { GroupRow, UserRow } from '../rows.ts'
import type { World } from '../world.ts'

const domainOf = ({ tables }: World, reference: Model.Domain | undefined) => {
  const found = reference?.id === undefined ? tables.domains.by('name', reference?.name ?? '')[0] : tables.domains.get(reference.id)
  return found ?? refuse('USER_MUST_EXIST_IN_DB')
}
/** The domain shows its name beside the reference. Source: UserMapper. */
const namedDomain = ({ tables }: World, domain: { id: string } | undefined) => domain && { domain: { id: domain.id, name: tables.domains.get(domain.id)?.name ?? '' } }

function showUser(user: UserRow | DirectoryUser, world: World): Model.User {
  const { id, name, last_name = '', email = '', department = '', principal, namespace, domain_entry_id, user_name, domain } = user
  return { id, name, last_name, email, department, principal, namespace, domain_entry_id, user_name, ...namedDomain(world, domain) }
}
function showGroup(group: GroupRow | DirectoryGroup, world: World): Model.Group {
  const { id, name, namespace, domain_entry_id, domain } = group
  return { id, name, namespace, domain_entry_id, ...namedDomain(world, domain) }
}

/** Removes whatever was given to a user or group. */
function forget({ tables }: World, id: string, index: 'user' | 'group'): void {
  for (const permission of tables.permissions.by(index, id)) tables.permissions.remove(permission.id)
  for (const use of tables.tagUses.by('target', id)) tables.tagUses.remove(use.id)
  for (const session of tables.sessions.by('user', id)) tables.sessions.remove(session.id)
}
const said = (call: Call, event: string, vars: Record<string, string>) => { emit(call.world, event, { vars, user: call.user, correlationId: call.correlationId }) }

collection('users', {
  ...wholeTable('users'),
  type: 'User', object: 'user', search: 'users',
  show: (row, { world }) => showUser(row, world),
  add: (call) => {
    const { user_name = '', principal, domain } = bodyOf<Model.User>(call)
    const { users } = call.world.tables
    const { id: domainId } = domainOf(call.world, domain)
    const wanted = principal ?? user_name.replace(/@[^@]*$/, '')
    const entry = directoryUsers(call.world, domainId).find((user) => user.principal === wanted) ?? refuse('USER_MUST_EXIST_IN_DB')
    const known = users.by('user_name', entry.user_name)[0]
    const row: UserRow = known ?? { ...entry, id: call.world.newId(), groupIds: [], failedLogins: 0 }
    runCommand(call, {
      name: 'AddUser', permit: 'manipulate_users', on: [theSystem],
      execute: () => {
        if (!known) users.insert(row)
        said(call, 'USER_ADD', { target: row.user_name })
      },
    })
    return row
  },
  remove: (call, row) => {
    runCommand(call, {
      name: 'RemoveUser', permit: 'manipulate_users', on: [theSystem],
      validate: () => { if (row.id === call.user.id) refuse('USER_CANNOT_REMOVE_HIMSELF') },
      execute: () => {
        forget(call.world, row.id, 'user')
        call.world.tables.users.remove(row.id)
        said(call, 'USER_REMOVE_ADUSER', { target: row.user_name })
      },
    })
  },
})

collection('groups', {
  ...wholeTable('groups'),
  type: 'Group', object: 'group', search: 'groups',
  show: (row, { world }) => showGroup(row, world),
  add: (call) => {
    const { name = '', domain } = bodyOf<Model.Group>(call)
    const { groups } = call.world.tables
    const { id: domainId } = domainOf(call.world, domain)
    const entry = directoryGroups(call.world, domainId).find((group) => group.name === name) ?? refuse('USER_MUST_EXIST_IN_DB')
    const known = groups.by('name', name)[0]
    const row: GroupRow = known ?? { ...entry, id: call.world.newId() }
    runCommand(call, {
      name: 'AddGroup', permit: 'manipulate_users', on: [theSystem],
      execute: () => {
        if (!known) groups.insert(row)
        said(call, 'USER_ADD', { target: row.name })
      },
    })
    return row
  },
  remove: (call, row) => {
    runCommand(call, {
      name: 'RemoveGroup', permit: 'manipulate_users', on: [theSystem],
      validate: () => { if (row.id === everyoneId) refuse('SYSTEM_PERMISSIONS_CANT_BE_REMOVED_FROM_EVERYONE') },
      execute: () => {
        forget(call.world, row.id, 'group')
        for (const user of call.world.tables.users.by('group', row.id)) call.world.tables.users.change(user.id, (member) => { member.groupIds = member.groupIds.filter((id) => id !== row.id) })
        call.world.tables.groups.remove(row.id)
        said(call, 'USER_REMOVE_AD_GROUP', { target: row.name })
      },
    })
  },
})

collection('users/groups', {
  type: 'Group',
  list: ({ world, ids }) => (world.tables.users.get(ids[0] ?? '')?.groupIds ?? []).flatMap((id) => world.tables.groups.get(id) ?? []),
  find: ({ world, ids }, id) => world.tables.users.get(ids[0] ?? '')?.groupIds.includes(id) ? world.tables.groups.get(id) : undefined,
  show: (row, { world }) => showGroup(row, world),
})

collection('users/roles', {
  type: 'Role',
  list: ({ world: { tables }, ids }) => [...new Set(tables.permissions.by('user', ids[0] ?? '').map(({ role }) => role.id))].flatMap((id) => tables.roles.get(id) ?? []),
  find: ({ world: { tables }, ids }, id) => tables.permissions.by('user', ids[0] ?? '').some(({ role }) => role.id === id) ? tables.roles.get(id) : undefined,
  show: ({ id, name, description = '', administrative, mutable }): Model.Role => ({ id, name, description, administrative, mutable }),
})

collection('domains', { ...wholeTable('domains'), type: 'Domain', show: ({ id, name }): Model.Domain => ({ id, name }) })
collection('domains/users', {
  type: 'User', search: 'directory users',
  list: ({ world, ids }) => directoryUsers(world, ids[0] ?? ''),
  find: ({ world, ids }, id) => directoryUsers(world, ids[0] ?? '').find((user) => user.id === id),
  show: (user, { world }) => showUser(user, world),
})
collection('domains/groups', {
  type: 'Group', search: 'directory groups',
  list: ({ world, ids }) => directoryGroups(world, ids[0] ?? ''),
  find: ({ world, ids }, id) => directoryGroups(world, ids[0] ?? '').find((group) => group.id === id),
  show: (group, { world }) => showGroup(group, world),
})
