import { useQuery } from '@tanstack/react-query'
import { SizeCell } from '../../blocks/cells/cells.tsx'
import { FactList } from '../../blocks/detail/FactCards.tsx'
import type { Fact } from '../../blocks/detail/FactCards.tsx'
import { LatestEvents } from '../../blocks/events/LatestEvents.tsx'
import type { DataCenter } from '../../domain/dataCenter.ts'
import type { StorageDomain } from '../../domain/storageDomain.ts'
import { dataCenterStorageDomains } from '../../engine/resources/storageDomains.ts'
import { summaryFacts } from './facts.tsx'
import './dataCenters.css'

/** Space of the data domains together; ISO and export domains hold no disks of machines. */
const sum = (domains: readonly StorageDomain[], of: (domain: StorageDomain) => number | undefined): number =>
  domains.filter(({ type }) => type === 'data').reduce((bytes, domain) => bytes + (of(domain) ?? 0), 0)

const storageFacts: readonly Fact<readonly StorageDomain[]>[] = [
  { id: 'dc.fact.free', value: (domains) => <SizeCell bytes={sum(domains, ({ availableBytes }) => availableBytes)} /> },
  { id: 'dc.fact.used', value: (domains) => <SizeCell bytes={sum(domains, ({ usedBytes }) => usedBytes)} /> },
]

/** What one wants to know of a data center while walking through the list. */
export const DataCenterSummary = ({ row }: { readonly row: DataCenter }) => {
  const { data: domains } = useQuery(dataCenterStorageDomains(row.id))
  return (
    <div className="dc-summary">
      <FactList facts={summaryFacts} row={row} />
      {domains && <FactList facts={storageFacts} row={domains} />}
      <LatestEvents type="data_center" id={row.id} name={row.name} />
    </div>
  )
}
