import type { Role } from '../../domain/role.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { flag, list } from '../decode.ts'
import { defineResource } from '../resource.ts'

export const decodeRole = (wire: Wire.Role): Role => ({
  id: wire.id ?? '',
  name: wire.name ?? '',
  description: wire.description ?? '',
  administrative: flag(wire.administrative, false),
  mutable: flag(wire.mutable, false),
  permits: list(wire.permits?.permit).flatMap(({ name }) => name ?? []),
})

/** Roles with their permits: the one list where `follow` is cheap, because there are some dozens. */
export const roles = defineResource<Role, Wire.Role>({
  type: 'role',
  path: 'roles',
  element: 'role',
  decode: decodeRole,
  whole: true,
  listParams: { follow: 'permits' },
  detailParams: { follow: 'permits' },
})
