/** Users and groups as searches see them. */
import type { GroupRow, UserRow } from '../../rows.ts'
import { present, vmsOfUser } from '../rowsOf.ts'
import type { Source } from '../source.ts'
import { tagsOf } from '../tags.ts'

export const user: Source<UserRow> = {
  object: 'user',
  cells: {
    name: (row) => row.name,
    lastname: (row) => row.last_name,
    usrname: (row, { world }) => `${row.principal}@${world.tables.domains.get(row.domain.id)?.name ?? ''}`,
    user_and_domain: (row) => row.user_name,
    login: (row) => row.principal,
    directory: (row, { world }) => world.tables.domains.get(row.domain.id)?.name,
    department: (row) => row.department,
    tag: (row, { world }) => tagsOf(world, row.id),
    pool: (row, { world }) => present(vmsOfUser(world, row.id).map((guest) => guest.vm_pool && world.tables.vmPools.get(guest.vm_pool.id))).map(({ name }) => name),
    type: () => 'user',
  },
}

export const group: Source<GroupRow> = {
  object: 'group',
  cells: { grpname: (row) => row.name, name: (row) => row.name },
}
