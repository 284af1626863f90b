import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'react-router'
import type { TreeNode } from '../../blocks/tree/treeNode.ts'
import { allQuery } from '../../engine/names.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { vms } from '../../engine/resources/vms.ts'
import type { InventoryNodes } from './nodes.tsx'

/** What the URL names: kind by the first part of the path, then the id. */
const toPlace = (pathname: string): { readonly kind: string; readonly id: string } => {
  const [, kind = '', id = ''] = pathname.split('/')
  return { kind, id }
}

/** The node of the page that is open, and the nodes above it, outermost first. Objects are read by the page anyway. */
export const useTreePath = ({ system, dataCenterNode, clusterNode, hostNode, looseNode }: InventoryNodes): { readonly selectedKey: string | undefined; readonly path: readonly TreeNode[] } => {
  const { pathname } = useLocation()
  const { kind, id } = toPlace(pathname)
  const { data: vm } = useQuery({ ...vms.detail(id), enabled: kind === 'vms' && id !== '' })
  const hostId = kind === 'hosts' ? id : (vm?.host?.id ?? '')
  const { data: host } = useQuery({ ...hosts.detail(hostId), enabled: hostId !== '' })
  const { data: allClusters } = useQuery(allQuery(clusters))
  const { data: allDataCenters } = useQuery(allQuery(dataCenters))
  const clusterId = kind === 'clusters' ? id : kind === 'vms' ? vm?.cluster?.id : host?.cluster?.id
  const cluster = allClusters?.find((candidate) => candidate.id === clusterId)
  const dataCenterId = kind === 'datacenters' ? id : cluster?.dataCenter?.id
  const dataCenter = allDataCenters?.find((candidate) => candidate.id === dataCenterId)

  return useMemo(() => {
    const chain: readonly (TreeNode | undefined)[] = [
      system,
      dataCenter && dataCenterNode(dataCenter),
      cluster && kind !== 'datacenters' ? clusterNode(cluster) : undefined,
      kind === 'vms' && cluster && vm && !vm.host ? looseNode(cluster) : undefined,
      host && kind !== 'clusters' ? hostNode(host) : undefined,
    ]
    const selectedKey = selectedKeyOf(kind, id)
    return { selectedKey, path: chain.filter((node): node is TreeNode => node !== undefined && node.key !== selectedKey) }
  }, [system, dataCenterNode, clusterNode, hostNode, looseNode, dataCenter, cluster, host, vm, kind, id])
}

const prefixes: Readonly<Partial<Record<string, string>>> = { vms: 'vm', hosts: 'host', clusters: 'cluster', datacenters: 'data_center' }
const selectedKeyOf = (kind: string, id: string): string | undefined => {
  if (kind === '') return 'system'
  const prefix = prefixes[kind]
  return prefix === undefined || id === '' ? undefined : `${prefix}:${id}`
}
