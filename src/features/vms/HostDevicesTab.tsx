import { useQuery } from '@tanstack/react-query'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import type { HostDevice } from '../../domain/hostDevice.ts'
import { nameNow } from '../../engine/names.ts'
import { vmHostDevices } from '../../engine/resources/hostDetails.ts'

const placed = { type: 'host' } as const
const types = ({ mediatedTypes }: HostDevice): string => mediatedTypes.map(({ label }) => label).join(' ')

const columns: readonly Column<HostDevice>[] = [
  { id: 'vm.device.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 220 },
  { id: 'vm.device.capability', value: ({ capability }) => capability, sortLoaded: true, widthPx: 120 },
  { id: 'vm.device.vendor', value: ({ vendor }) => vendor, sortLoaded: true },
  { id: 'vm.device.product', value: ({ product }) => product, sortLoaded: true, widthPx: 220 },
  { id: 'vm.device.driver', value: ({ driver }) => driver, sortLoaded: true, widthPx: 120 },
  { id: 'vm.device.usedBy', value: ({ vm }) => nameNow('vm', vm), cell: ({ vm }) => <RefCell type="vm" to={vm} /> },
  { id: 'vm.device.iommu', value: ({ iommuGroup }) => iommuGroup, sortLoaded: true, align: 'end', widthPx: 120 },
  { id: 'vm.device.mediated', value: types, widthPx: 200 },
]

/** Devices of hosts that a VM is given. */
export const Tab = ({ parentId }: { readonly parentId: string }) => (
  <SubList id="vm.tab.hostdevices" title="vm.tab.hostdevices" placed={placed} columns={columns} none="vm.device.none" result={useQuery(vmHostDevices(parentId))} />
)
