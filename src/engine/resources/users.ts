import type { Domain, Group, User } from '../../domain/user.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { ref } from '../decode.ts'
import { defineResource } from '../resource.ts'

export const decodeUser = (wire: Wire.User): User => ({
  id: wire.id ?? '',
  name: wire.user_name ?? wire.name ?? '',
  firstName: wire.name ?? '',
  lastName: wire.last_name ?? '',
  principal: wire.principal,
  namespace: wire.namespace,
  email: wire.email,
  department: wire.department,
  domain: ref(wire.domain),
  domainEntryId: wire.domain_entry_id,
})

export const decodeGroup = (wire: Wire.Group): Group => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  namespace: wire.namespace,
  domain: ref(wire.domain),
  domainEntryId: wire.domain_entry_id,
})

export const users = defineResource<User, Wire.User>({ type: 'user', path: 'users', element: 'user', decode: decodeUser })
export const groups = defineResource<Group, Wire.Group>({ type: 'group', path: 'groups', element: 'group', decode: decodeGroup })
export const domains = defineResource<Domain, Wire.Domain>({
  type: 'domain',
  path: 'domains',
  element: 'domain',
  decode: (wire) => ({ id: wire.id ?? '', name: wire.name ?? '' }),
  whole: true,
})
