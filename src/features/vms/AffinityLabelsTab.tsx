import { useQuery } from '@tanstack/react-query'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import type { AffinityLabel } from '../../domain/affinity.ts'
import type { EntityType, Ref } from '../../domain/entity.ts'
import { vmAffinityLabels } from '../../engine/resources/affinity.ts'
import { nameNow } from '../../engine/names.ts'

const placed = { type: 'affinity_label' } as const

const Members = ({ type, refs }: { readonly type: EntityType; readonly refs: readonly Ref[] }) => (
  <span className="vm-members">{refs.map((to) => <RefCell key={to.id} type={type} to={to} />)}</span>
)
const names = (type: EntityType, refs: readonly Ref[]): string => refs.flatMap((to) => nameNow(type, to) ?? []).join(' ')

const columns: readonly Column<AffinityLabel>[] = [
  { id: 'vm.affinityLabel.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 200 },
  { id: 'vm.affinityLabel.vms', value: ({ vms }) => names('vm', vms), cell: ({ vms }) => <Members type="vm" refs={vms} />, widthPx: 400 },
  { id: 'vm.affinityLabel.hosts', value: ({ hosts }) => names('host', hosts), cell: ({ hosts }) => <Members type="host" refs={hosts} />, widthPx: 400 },
]

/** Affinity labels of a VM with everything else that carries them. */
export const Tab = ({ parentId }: { readonly parentId: string }) => (
  <SubList id="vm.tab.affinitylabels" title="vm.tab.affinitylabels" placed={placed} columns={columns} none="vm.affinityLabel.none" result={useQuery(vmAffinityLabels(parentId))} />
)
