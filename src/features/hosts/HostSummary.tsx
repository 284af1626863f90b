import { FactList } from '../../blocks/detail/FactCards.tsx'
import { LatestEvents } from '../../blocks/events/LatestEvents.tsx'
import type { Host } from '../../domain/host.ts'
import { HostAlerts } from './HostAlerts.tsx'
import { summaryFacts } from './facts.tsx'
import './hosts.css'

/** What one wants to know of a host while walking through the list: what calls for attention, key facts, load, newest events. */
export const HostSummary = ({ row }: { readonly row: Host }) => (
  <div className="host-summary">
    <HostAlerts host={row} />
    <FactList facts={summaryFacts} row={row} />
    <LatestEvents type="host" id={row.id} name={row.name} />
  </div>
)
