import { FactCards } from '../../blocks/detail/FactCards.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { generalCards } from './facts.tsx'

/** What a data center is. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { row } = useDetail(dataCenters, parentId)
  return row ? <FactCards cards={generalCards} row={row} /> : null
}
