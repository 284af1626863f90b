import { useQuery } from '@tanstack/react-query'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import { StatusLabel } from '../../blocks/status/StatusIcon.tsx'
import type { Network } from '../../domain/network.ts'
import { clusterNetworks, networks } from '../../engine/resources/networks.ts'
import { textNow } from '../../i18n/text.ts'
import { YesNo } from './FactValues.tsx'

/** Every network carries VMs or not; the other usages are roles that one network of the cluster has. */
const rolesOf = ({ usages }: Network): readonly string[] => usages.filter((usage) => usage !== 'vm').map((usage) => textNow().textOr(`network.role.${usage}`, usage))

const columns: readonly Column<Network>[] = [
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 180 },
  {
    id: 'field.status', value: ({ status }) => status, sortLoaded: true, widthPx: 160,
    cell: ({ status }) => status && <StatusLabel status={{ type: 'network', kind: status === 'operational' ? 'up' : 'down', word: status }} />,
  },
  { id: 'cluster.network.roles', value: (network) => rolesOf(network).join(', '), widthPx: 300 },
  { id: 'cluster.network.vm', value: ({ usages }) => usages.includes('vm'), cell: ({ usages }) => <YesNo is={usages.includes('vm')} />, sortLoaded: true, widthPx: 110 },
  { id: 'cluster.network.required', value: ({ required }) => required, cell: ({ required = false }) => <YesNo is={required} />, sortLoaded: true, widthPx: 110 },
  { id: 'cluster.network.vlan', value: ({ vlanId }) => vlanId, align: 'end', sortLoaded: true, widthPx: 90 },
  { id: 'field.description', value: ({ description }) => description, widthPx: 260 },
]

/** Logical networks of a cluster with their state and roles there. */
export const Tab = ({ parentId }: { readonly parentId: string }) =>
  <SubList id="cluster.tab.networks" title="cluster.tab.networks" placed={networks} columns={columns} result={useQuery(clusterNetworks(parentId))} />
