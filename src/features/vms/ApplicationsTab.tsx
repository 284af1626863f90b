import { useQuery } from '@tanstack/react-query'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import type { Application } from '../../domain/vmDetails.ts'
import { vmApplications } from '../../engine/resources/vmDetails.ts'

const placed = { type: 'vm' } as const
const columns: readonly Column<Application>[] = [{ id: 'vm.application.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 480 }]

/** What the guest agent found installed. */
export const Tab = ({ parentId }: { readonly parentId: string }) => (
  <SubList id="vm.tab.applications" title="vm.tab.applications" placed={placed} columns={columns} none="vm.application.none" result={useQuery(vmApplications(parentId))} />
)
