import { useQuery } from '@tanstack/react-query'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import type { HostDevice } from '../../domain/hostDevice.ts'
import { nameNow } from '../../engine/names.ts'
import { hostDevices } from '../../engine/resources/hostDetails.ts'

const placed = { type: 'host' } as const

const columns: readonly Column<HostDevice>[] = [
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 200 },
  { id: 'host.device.capability', value: ({ capability }) => capability, sortLoaded: true, widthPx: 110 },
  { id: 'host.device.vendor', value: ({ vendor }) => vendor, sortLoaded: true, widthPx: 200 },
  { id: 'host.device.product', value: ({ product }) => product, sortLoaded: true, widthPx: 260 },
  { id: 'host.device.driver', value: ({ driver }) => driver, sortLoaded: true, widthPx: 120 },
  { id: 'host.device.vm', value: ({ vm }) => nameNow('vm', vm), cell: ({ vm }) => <RefCell type="vm" to={vm} />, widthPx: 180 },
  { id: 'host.device.iommu', value: ({ iommuGroup }) => iommuGroup, align: 'end', sortLoaded: true, widthPx: 120 },
  { id: 'host.device.mdev', value: ({ mediatedTypes }) => mediatedTypes.map(({ label }) => label).join(', '), widthPx: 180 },
]

/** Devices of a host that virtual machines may be given. To which they are attached while not running REST does not tell. */
export const Tab = ({ parentId }: { readonly parentId: string }) =>
  <SubList id="host.tab.devices" title="host.tab.devices" placed={placed} columns={columns} result={useQuery(hostDevices(parentId))} />
