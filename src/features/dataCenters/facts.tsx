import { CodeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Fact, FactCard } from '../../blocks/detail/FactCards.tsx'
import type { DataCenter } from '../../domain/dataCenter.ts'
import { toLevel } from '../../domain/version.ts'
import { DataCenterStatusCell, StorageTypeCell } from './DataCenterCells.tsx'
import { QuotaMode } from './QuotaMode.tsx'

const status: Fact<DataCenter> = { id: 'field.status', value: (row) => <DataCenterStatusCell dataCenter={row} /> }
const storageType: Fact<DataCenter> = { id: 'dc.col.storagetype', value: (row) => <StorageTypeCell dataCenter={row} /> }
const level: Fact<DataCenter> = { id: 'dc.col.version', value: ({ version }) => toLevel(version) }
const format: Fact<DataCenter> = { id: 'dc.fact.format', value: ({ storageFormat }) => storageFormat?.toUpperCase() }
const quota: Fact<DataCenter> = { id: 'dc.fact.quota', value: ({ quotaMode }) => quotaMode && <QuotaMode mode={quotaMode} /> }
const description: Fact<DataCenter> = { id: 'field.description', value: (row) => row.description }

/** What the summary beside the list says of a data center. */
export const summaryFacts: readonly Fact<DataCenter>[] = [status, storageType, level, format, quota, description]

/** The cards of the General tab. */
export const generalCards: readonly FactCard<DataCenter>[] = [
  {
    id: 'dc.card.info',
    facts: [
      { id: 'field.name', value: ({ name }) => name }, description,
      { id: 'field.comment', value: ({ comment }) => comment },
      { id: 'field.id', value: ({ id }) => <CodeCell>{id}</CodeCell> },
      status,
    ],
  },
  {
    id: 'dc.card.settings',
    facts: [
      storageType, format, level,
      { id: 'dc.fact.supported', value: ({ supportedVersions }) => supportedVersions.map((version) => toLevel(version)).join(', ') },
      quota,
      { id: 'entity.mac_pool', value: ({ macPool }) => <RefCell type="mac_pool" to={macPool} /> },
    ],
  },
]
