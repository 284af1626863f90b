import { FactList } from '../../blocks/detail/FactCards.tsx'
import type { Host } from '../../domain/host.ts'
import { HostBadges } from './HostBadges.tsx'
import { HostCharts } from './HostCharts.tsx'
import { HostAlerts } from './HostAlerts.tsx'
import { summaryFacts } from './facts.tsx'

/** The drawer beside the list: what needs attention, key facts, load. */
export const HostSummary = ({ row }: { readonly row: Host }) => (
  <>
    <HostBadges host={row} />
    <HostAlerts host={row} />
    <FactList facts={summaryFacts} row={row} />
    <HostCharts host={row} />
  </>
)
