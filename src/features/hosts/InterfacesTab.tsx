import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { SubList } from '../../blocks/detail/SubList.tsx'
import { hostTraffic } from '../../engine/resources/hostTraffic.ts'
import type { HostTraffic } from '../../engine/resources/hostTraffic.ts'
import { interfaceColumns } from './interfaceColumns.tsx'
import { toInterfaceRows } from './interfaceRows.ts'
import './hosts.css'

const placed = { type: 'nic' } as const

/** Interfaces of a host with the networks on them; rates are read again once a minute while they are drawn. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const select = useCallback((traffic: HostTraffic) => toInterfaceRows(parentId, traffic), [parentId])
  const result = useQuery({ ...hostTraffic(parentId), select })
  return <SubList id="host.tab.interfaces" title="host.tab.interfaces" placed={placed} columns={interfaceColumns} result={result} />
}
