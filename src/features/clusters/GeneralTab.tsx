import { FactCards } from '../../blocks/detail/FactCards.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { generalCards } from './facts.tsx'

/** What a cluster is and how it treats its virtual machines. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { row } = useDetail(clusters, parentId)
  return row ? <FactCards cards={generalCards} row={row} /> : null
}
