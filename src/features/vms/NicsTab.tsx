import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { CodeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import type { Nic } from '../../domain/nic.ts'
import type { VnicProfile } from '../../domain/vnicProfile.ts'
import { allQuery, nameNow } from '../../engine/names.ts'
import { vnicProfiles } from '../../engine/resources/networks.ts'
import { vmNics } from '../../engine/resources/nics.ts'
import { NicDetails } from './NicDetails.tsx'
import { NicRateCell } from './NicTraffic.tsx'
import { NicLink } from './NicLink.tsx'

const placed = { type: 'nic' } as const

/** Addresses of one version that the guest reports for a NIC. */
const addresses = (nic: Nic, version: 'v4' | 'v6'): string =>
  nic.reportedDevices.flatMap(({ ips }) => ips).filter((ip) => (ip.version ?? (ip.address.includes(':') ? 'v6' : 'v4')) === version).map(({ address }) => address).join(' ')

const toColumns = (vmId: string, profiles: readonly VnicProfile[] | undefined): readonly Column<Nic>[] => {
  const networkOf = (nic: Nic) => profiles?.find(({ id }) => id === nic.vnicProfile?.id)?.network
  return [
    { id: 'vm.nic.name', value: ({ name }) => name, pinned: true, sortLoaded: true },
    { id: 'vm.nic.link', value: ({ linked }) => linked, cell: (nic) => <NicLink nic={nic} />, widthPx: 170 },
    { id: 'vm.nic.network', value: (nic) => nameNow('network', networkOf(nic)), cell: (nic) => <RefCell type="network" to={networkOf(nic)} /> },
    { id: 'vm.nic.profile', value: ({ vnicProfile }) => nameNow('vnic_profile', vnicProfile), cell: ({ vnicProfile }) => <RefCell type="vnic_profile" to={vnicProfile} /> },
    { id: 'vm.nic.ipv4', value: (nic) => addresses(nic, 'v4'), cell: (nic) => <CodeCell>{addresses(nic, 'v4')}</CodeCell>, widthPx: 140 },
    { id: 'vm.nic.ipv6', value: (nic) => addresses(nic, 'v6'), cell: (nic) => <CodeCell>{addresses(nic, 'v6')}</CodeCell>, widthPx: 200 },
    { id: 'vm.nic.mac', value: ({ macAddress }) => macAddress, cell: ({ macAddress }) => <CodeCell>{macAddress}</CodeCell>, sortLoaded: true, widthPx: 170 },
    { id: 'vm.nic.interface', value: (nic) => nic.interface, cell: (nic) => <CodeCell>{nic.interface}</CodeCell>, sortLoaded: true, widthPx: 120 },
    { id: 'vm.nic.received', value: () => undefined, cell: (nic) => <NicRateCell vmId={vmId} nicId={nic.id} of="rx" />, align: 'end', widthPx: 120 },
    { id: 'vm.nic.sent', value: () => undefined, cell: (nic) => <NicRateCell vmId={vmId} nicId={nic.id} of="tx" />, align: 'end', widthPx: 120 },
  ]
}

/** Network interfaces of a VM, with what its guest reports and what they carry. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const result = useQuery(vmNics(parentId))
  const { data: profiles } = useQuery(allQuery(vnicProfiles))
  const columns = useMemo(() => toColumns(parentId, profiles), [parentId, profiles])
  const Details = useMemo(() => ({ row }: { readonly row: Nic }) => <NicDetails vmId={parentId} nic={row} />, [parentId])
  return <SubList id="vm.tab.nics" title="vm.tab.nics" placed={placed} columns={columns} result={result} none="vm.nic.none" Details={Details} />
}
