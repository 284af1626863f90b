import { useQuery } from '@tanstack/react-query'
import type { EntityType, Ref } from '../../domain/entity.ts'
import { nameQuery } from '../../engine/names.ts'
import { objectPath } from '../objectPath.ts'
import { LinkCell } from './cells.tsx'

interface RefCellProps { readonly type: EntityType; readonly to: Ref | undefined }

/** Name of a referenced object, as a link where it has a page. The engine sends ids only: names are read for all visible rows at once. */
export const RefCell = ({ type, to }: RefCellProps) => {
  const { data } = useQuery({ ...nameQuery(type, to?.id ?? ''), enabled: to !== undefined && to.name === undefined })
  if (!to) return null
  const name = to.name ?? data
  // Not read yet, or hidden from this user: the id would tell nobody anything.
  if (name === undefined || name === null || name === '') return null
  const path = objectPath(type, to.id)
  return path === undefined ? <bdi title={name}>{name}</bdi> : <LinkCell to={path}>{name}</LinkCell>
}
