import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { MomentCell } from '../../blocks/cells/cells.tsx'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import { useStatusWord } from '../../blocks/status/StatusIcon.tsx'
import type { Snapshot } from '../../domain/snapshot.ts'
import { vmSnapshots } from '../../engine/resources/snapshots.ts'
import { useText } from '../../i18n/text.ts'
import { SnapshotDetails } from './SnapshotDetails.tsx'

const placed = { type: 'snapshot' } as const

/** A snapshot is known by its description; the active state has none of its own. */
const SnapshotName = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const { textOr } = useText()
  return snapshot.type === 'active' ? textOr(`snapshot.type.${snapshot.type}`, snapshot.type) : <bdi title={snapshot.description}>{snapshot.description}</bdi>
}
const SnapshotStatus = ({ word }: { readonly word: string }) => useStatusWord()({ type: 'snapshot', word })

const columns: readonly Column<Snapshot>[] = [
  { id: 'vm.snapshot.description', value: ({ description }) => description, cell: (snapshot) => <SnapshotName snapshot={snapshot} />, pinned: true, widthPx: 260 },
  { id: 'vm.snapshot.created', value: ({ createdAt }) => createdAt, cell: ({ type, createdAt }) => type !== 'active' && <MomentCell at={createdAt} />, sortLoaded: true, widthPx: 200 },
  { id: 'vm.snapshot.status', value: ({ status }) => status, cell: ({ status }) => <SnapshotStatus word={status} />, sortLoaded: true, widthPx: 120 },
  { id: 'vm.snapshot.memory', value: ({ withMemory }) => withMemory, sortLoaded: true, widthPx: 120 },
]

/** The active state first, then the newest snapshot. */
const newestFirst = (snapshots: readonly Snapshot[]): readonly Snapshot[] =>
  snapshots.toSorted((one, other) => Number(other.type === 'active') - Number(one.type === 'active') || (other.createdAt ?? 0) - (one.createdAt ?? 0))

/** Snapshots of a VM; beside them what the chosen one holds. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const result = useQuery({ ...vmSnapshots(parentId), select: newestFirst })
  const Details = useMemo(() => ({ row }: { readonly row: Snapshot }) => <SnapshotDetails vmId={parentId} snapshot={row} />, [parentId])
  return <SubList id="vm.tab.snapshots" title="vm.tab.snapshots" placed={placed} columns={columns} result={result} Details={Details} detailsTitle={(snapshot) => <SnapshotName snapshot={snapshot} />} />
}
