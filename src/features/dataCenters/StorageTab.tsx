import { useQuery } from '@tanstack/react-query'
import { PercentCell, SizeCell } from '../../blocks/cells/cells.tsx'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import { StatusIcon, useStatusWord } from '../../blocks/status/StatusIcon.tsx'
import type { StorageDomain } from '../../domain/storageDomain.ts'
import { storageDomainStatusKind } from '../../domain/storageDomainStatus.ts'
import { dataCenterStorageDomains, storageDomains } from '../../engine/resources/storageDomains.ts'
import { useText } from '../../i18n/text.ts'

const totalBytes = ({ availableBytes, usedBytes }: StorageDomain): number | undefined =>
  availableBytes === undefined || usedBytes === undefined ? undefined : availableBytes + usedBytes
const usedPercent = (domain: StorageDomain): number | undefined => {
  const total = totalBytes(domain)
  return total === undefined || total === 0 || domain.usedBytes === undefined ? undefined : (100 * domain.usedBytes) / total
}

const StatusWord = ({ status }: { readonly status: string }) => useStatusWord()({ type: 'storage_domain', word: status })

/** Kind of a domain; the master, which keeps the metadata of the data center, says so. */
const TypeCell = ({ domain: { type, master } }: { readonly domain: StorageDomain }) => {
  const { t, textOr } = useText()
  const word = textOr(`storage_domain.type.${type}`, type)
  return master ? t('dc.storage.master', { type: word }) : word
}

const columns: readonly Column<StorageDomain>[] = [
  {
    id: 'dc.storage.icon', value: ({ status }) => status, pinned: true, isSign: true, widthPx: 44,
    cell: ({ status }) => status && <StatusIcon status={{ type: 'storage_domain', kind: storageDomainStatusKind(status), word: status }} />,
  },
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 220 },
  { id: 'dc.storage.type', value: ({ type }) => type, cell: (domain) => <TypeCell domain={domain} />, sortLoaded: true, widthPx: 150 },
  { id: 'field.status', value: ({ status }) => status, cell: ({ status }) => status && <StatusWord status={status} />, sortLoaded: true, widthPx: 160 },
  { id: 'dc.storage.free', value: ({ availableBytes }) => availableBytes, cell: ({ availableBytes }) => <SizeCell bytes={availableBytes} />, align: 'end', sortLoaded: true, widthPx: 110 },
  { id: 'dc.storage.used', value: ({ usedBytes }) => usedBytes, cell: ({ usedBytes }) => <SizeCell bytes={usedBytes} />, align: 'end', sortLoaded: true, widthPx: 110 },
  { id: 'dc.storage.total', value: totalBytes, cell: (domain) => <SizeCell bytes={totalBytes(domain)} />, align: 'end', sortLoaded: true, widthPx: 110 },
  { id: 'dc.storage.usage', value: usedPercent, cell: (domain) => <PercentCell percent={usedPercent(domain)} />, sortLoaded: true, widthPx: 130 },
  { id: 'field.description', value: ({ description }) => description, widthPx: 240 },
]

/** Storage domains of a data center with their state and space. */
export const Tab = ({ parentId }: { readonly parentId: string }) =>
  <SubList id="dc.tab.storage" title="entities.storage_domain" placed={storageDomains} columns={columns} result={useQuery(dataCenterStorageDomains(parentId))} />
