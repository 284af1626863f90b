import { FactList } from '../../blocks/detail/FactCards.tsx'
import { LatestEvents } from '../../blocks/events/LatestEvents.tsx'
import type { Cluster } from '../../domain/cluster.ts'
import { ClusterSigns } from './ClusterCells.tsx'
import { summaryFacts } from './facts.tsx'
import './clusters.css'

/** What one wants to know of a cluster while walking through the list. */
export const ClusterSummary = ({ row }: { readonly row: Cluster }) => (
  <div className="cluster-summary">
    <ClusterSigns cluster={row} />
    <FactList facts={summaryFacts} row={row} />
    <LatestEvents type="cluster" id={row.id} name={row.name} />
  </div>
)
