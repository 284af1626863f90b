import BuildingIcon from '@patternfly/react-icons/dist/esm/icons/building-icon'
import ClusterIcon from '@patternfly/react-icons/dist/esm/icons/cluster-icon'
import EnterpriseIcon from '@patternfly/react-icons/dist/esm/icons/enterprise-icon'
import FolderIcon from '@patternfly/react-icons/dist/esm/icons/folder-icon'
import ServerIcon from '@patternfly/react-icons/dist/esm/icons/server-icon'
import VirtualMachineIcon from '@patternfly/react-icons/dist/esm/icons/virtual-machine-icon'
import type { ReactNode } from 'react'
import { listPath, objectPath } from '../../blocks/objectPath.ts'
import type { BranchQuery, Dragged, TreeNode } from '../../blocks/tree/treeNode.ts'
import type { MenuPlace } from '../../ui/FloatingMenu.tsx'
import type { Cluster } from '../../domain/cluster.ts'
import type { DataCenter } from '../../domain/dataCenter.ts'
import { dataCenterStatusKind } from '../../domain/dataCenterStatus.ts'
import type { EntityType } from '../../domain/entity.ts'
import type { Host } from '../../domain/host.ts'
import { hostStatusKind } from '../../domain/hostStatus.ts'
import { conjoin, condition } from '../../domain/search/write.ts'
import type { Vm } from '../../domain/vm.ts'
import { vmStatusKind, vmStatusOf } from '../../domain/vmStatus.ts'
import { queryClient } from '../../engine/cache.ts'
import { listKey } from '../../engine/keys.ts'
import { allQuery } from '../../engine/names.ts'
import { toSearchText } from '../../engine/resource.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { vms } from '../../engine/resources/vms.ts'

/** What the nodes need from the frame: words, the menus of the features, what a drop does. */
export interface NodeParts {
  readonly systemName: string
  readonly notOnHostName: string
  readonly menu: (type: EntityType, id: string, place: MenuPlace, onClose: () => void) => ReactNode
  readonly onMigrate: (vmId: string, hostId: string) => void
}

const byName = { field: 'name', descending: false } as const

/** Keys below the list of a kind: whatever changes these rows reads the branch again. */
const branchKey = (type: EntityType, search: string, most: number): readonly unknown[] => [...listKey(type), { search, sort: 'name asc' }, 'branch', most]

/** System → data centers → clusters → hosts → virtual machines, and per cluster those that run nowhere. */
export const createNodes = ({ systemName, notOnHostName, menu, onMigrate }: NodeParts) => {
  const menuOf = (type: EntityType, id: string): Pick<TreeNode, 'menu'> => ({ menu: (place, onClose) => menu(type, id, place, onClose) })
  const hrefOf = (type: EntityType, id: string): Pick<TreeNode, 'href'> => {
    const href = objectPath(type, id)
    return href === undefined ? {} : { href }
  }

  const vmNode = (vm: Vm): TreeNode => ({
    key: `vm:${vm.id}`,
    name: vm.name,
    icon: VirtualMachineIcon,
    status: { type: 'vm', kind: vmStatusKind(vm), word: vmStatusOf(vm) },
    drag: { kind: 'vm', id: vm.id, name: vm.name },
    ...hrefOf('vm', vm.id),
    ...menuOf('vm', vm.id),
  })

  const vmBranch = (search: string, most: number): BranchQuery => ({
    queryKey: branchKey('vm', search, most),
    queryFn: async ({ signal }) => {
      const rows = await vms.readList({ search: toSearchText({ search, sort: byName }), max: most }, signal)
      return { nodes: rows.map(vmNode), more: rows.length >= most }
    },
  })

  const hostNode = (host: Host): TreeNode => ({
    key: `host:${host.id}`,
    name: host.name,
    icon: ServerIcon,
    status: { type: 'host', kind: hostStatusKind(host), word: host.status },
    count: host.totalVms,
    children: (most) => vmBranch(condition('vm', 'on_host', '=', host.name), most),
    accepts: ({ kind }: Dragged) => kind === 'vm' && host.status === 'up',
    onDrop: ({ id }: Dragged) => onMigrate(id, host.id),
    ...hrefOf('host', host.id),
    ...menuOf('host', host.id),
  })

  /** Machines without a host. They are found by name of the cluster, the only word the search language has for it. */
  const looseNode = (cluster: Cluster): TreeNode => {
    const search = conjoin('vm', condition('vm', 'cluster', '=', cluster.name), condition('vm', 'on_host', '=', null))
    return {
      key: `loose:${cluster.id}`,
      name: notOnHostName,
      icon: FolderIcon,
      href: `${listPath('vm') ?? '/'}?search=${encodeURIComponent(search)}`,
      children: (most) => vmBranch(search, most),
    }
  }

  const clusterNode = (cluster: Cluster): TreeNode => ({
    key: `cluster:${cluster.id}`,
    name: cluster.name,
    icon: ClusterIcon,
    children: (most) => {
      const search = condition('host', 'cluster', '=', cluster.name)
      return {
        queryKey: branchKey('host', search, most),
        queryFn: async ({ signal }) => {
          const rows = await hosts.readList({ search: toSearchText({ search, sort: byName }), max: most }, signal)
          const more = rows.length >= most
          // A name with signs that the language cannot say finds its like, too.
          const own = rows.filter((host) => host.cluster?.id === cluster.id)
          return { nodes: [...own.map(hostNode), ...(more ? [] : [looseNode(cluster)])], more }
        },
      }
    },
    ...hrefOf('cluster', cluster.id),
    ...menuOf('cluster', cluster.id),
  })

  const dataCenterNode = (dataCenter: DataCenter): TreeNode => ({
    key: `data_center:${dataCenter.id}`,
    name: dataCenter.name,
    icon: BuildingIcon,
    status: { type: 'data_center', kind: dataCenterStatusKind(dataCenter), word: dataCenter.status },
    children: () => ({
      queryKey: [...listKey('cluster'), { search: dataCenter.id, sort: '' }, 'branch'],
      queryFn: async () => {
        const rows = await queryClient.fetchQuery(allQuery(clusters))
        return { nodes: sorted(rows.filter((cluster) => cluster.dataCenter?.id === dataCenter.id)).map(clusterNode), more: false }
      },
    }),
    ...hrefOf('data_center', dataCenter.id),
    ...menuOf('data_center', dataCenter.id),
  })

  const system: TreeNode = {
    key: 'system',
    name: systemName,
    icon: EnterpriseIcon,
    href: '/',
    children: () => ({
      queryKey: [...listKey('data_center'), { search: 'system', sort: '' }, 'branch'],
      queryFn: async () => ({ nodes: sorted(await queryClient.fetchQuery(allQuery(dataCenters))).map(dataCenterNode), more: false }),
    }),
  }

  /** Objects of all kinds whose name contains the text, each with the names above it. */
  const find = (text: string): BranchQuery => ({
    queryKey: [...listKey('vm'), { search: text, sort: '' }, 'find'],
    queryFn: async ({ signal }) => {
      const wanted = (kind: 'vm' | 'host'): string => toSearchText({ search: condition(kind, 'name', '=', `*${text}*`), sort: byName })
      const [allClusters, allDataCenters, foundHosts, foundVms] = await Promise.all([
        queryClient.fetchQuery(allQuery(clusters)),
        queryClient.fetchQuery(allQuery(dataCenters)),
        hosts.readList({ search: wanted('host'), max: mostFound }, signal),
        vms.readList({ search: wanted('vm'), max: mostFound }, signal),
      ])
      const fits = ({ name }: { readonly name: string }): boolean => name.toLowerCase().includes(text.toLowerCase())
      const clusterName = (id: string | undefined): string => allClusters.find((cluster) => cluster.id === id)?.name ?? ''
      const nodes = [
        ...allDataCenters.filter(fits).map(dataCenterNode),
        ...allClusters.filter(fits).map((cluster) => ({ ...clusterNode(cluster), trail: allDataCenters.find(({ id }) => id === cluster.dataCenter?.id)?.name ?? '' })),
        ...foundHosts.map((host) => ({ ...hostNode(host), trail: clusterName(host.cluster?.id) })),
        ...foundVms.map((vm) => ({ ...vmNode(vm), trail: clusterName(vm.cluster?.id) })),
      ]
      return { nodes, more: foundVms.length >= mostFound || foundHosts.length >= mostFound }
    },
  })

  return { system, dataCenterNode, clusterNode, hostNode, looseNode, find }
}

const mostFound = 50
const sorted = <T extends { readonly name: string }>(rows: readonly T[]): readonly T[] => rows.toSorted((left, right) => left.name.localeCompare(right.name))

export type InventoryNodes = ReturnType<typeof createNodes>
