import { CommentCell } from '../../blocks/cells/CommentCell.tsx'
import { LinkCell } from '../../blocks/cells/cells.tsx'
import type { Column } from '../../blocks/column.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import type { DataCenter } from '../../domain/dataCenter.ts'
import { isOutdated, toLevel } from '../../domain/version.ts'
import { DataCenterIcon, DataCenterSigns, DataCenterStatusCell, StorageTypeCell } from './DataCenterCells.tsx'

/** Columns of the list in today's order; the name leads to the storage of the data center, as it does there. */
export const dataCenterColumns: readonly Column<DataCenter>[] = [
  { id: 'dc.col.status_icon', value: ({ status }) => status, cell: (row) => <DataCenterIcon dataCenter={row} />, pinned: true, isSign: true, widthPx: 44 },
  { id: 'dc.col.additional', value: ({ version, supportedVersions }) => isOutdated(version, supportedVersions), cell: (row) => <DataCenterSigns dataCenter={row} />, isSign: true, widthPx: 44 },
  {
    id: 'dc.col.name', value: ({ name }) => name, sortBy: 'name', pinned: true, widthPx: 220,
    cell: ({ id, name }) => <LinkCell to={objectPath('data_center', id, 'storage') ?? ''}>{name}</LinkCell>,
  },
  { id: 'dc.col.comment', value: ({ comment }) => comment, cell: ({ comment }) => <CommentCell comment={comment} />, isSign: true, widthPx: 44 },
  { id: 'dc.col.storagetype', value: ({ local }) => local, cell: (row) => <StorageTypeCell dataCenter={row} />, sortBy: 'local', widthPx: 140 },
  { id: 'dc.col.status', value: ({ status }) => status, cell: (row) => <DataCenterStatusCell dataCenter={row} />, sortBy: 'status', widthPx: 160 },
  { id: 'dc.col.version', value: ({ version }) => toLevel(version), sortBy: 'compatibility_version', widthPx: 200 },
  { id: 'dc.col.description', value: ({ description }) => description, sortBy: 'description', widthPx: 320 },
]
