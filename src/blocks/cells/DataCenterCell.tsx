import { useQuery } from '@tanstack/react-query'
import type { Ref } from '../../domain/entity.ts'
import { hierarchyQuery } from '../../engine/rights.ts'
import { RefCell } from './RefCell.tsx'

/** The data center in which a cluster lies, for rows that know only their cluster. */
export const DataCenterCell = ({ cluster }: { readonly cluster: Ref | undefined }) => {
  const { data } = useQuery(hierarchyQuery)
  const id = cluster && data?.[cluster.id]
  return id === undefined ? null : <RefCell type="data_center" to={{ id }} />
}
