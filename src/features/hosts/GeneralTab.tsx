import { Stack, StackItem } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { clustersQuery } from '../../blocks/cells/dataCenterOf.ts'
import { FactCards } from '../../blocks/detail/FactCards.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { isHostMeasured } from '../../domain/hostStatus.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { statisticsQuery } from '../../engine/resources/statistics.ts'
import { generalCards } from './generalFacts.tsx'
import { HostAlerts } from './HostAlerts.tsx'

/** What a host is and how it fares: what calls for attention, its facts as far as REST tells them. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { row: host } = useDetail(hosts, parentId)
  const { data: readings } = useQuery({ ...statisticsQuery('host', parentId), enabled: host !== undefined && isHostMeasured(host) })
  const { data: clusters } = useQuery(clustersQuery)
  if (!host) return null
  return (
    <Stack hasGutter>
      <StackItem><HostAlerts host={host} /></StackItem>
      <StackItem><FactCards cards={generalCards} row={{ host, readings, cluster: clusters?.find(({ id }) => id === host.cluster?.id) }} /></StackItem>
    </Stack>
  )
}
