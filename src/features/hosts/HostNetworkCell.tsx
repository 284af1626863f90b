import { useQuery } from '@tanstack/react-query'
import { PercentCell } from '../../blocks/cells/cells.tsx'
import type { Host } from '../../domain/host.ts'
import { isHostMeasured } from '../../domain/hostStatus.ts'
import { hostTraffic } from '../../engine/resources/hostTraffic.ts'

/** Load of the busiest interface of a host as a bar; asked for while it is drawn. */
export const HostNetworkCell = ({ host }: { readonly host: Host }) => {
  const isMeasured = isHostMeasured(host)
  const { data } = useQuery({ ...hostTraffic(host.id), enabled: isMeasured })
  return isMeasured ? <PercentCell percent={data?.percent} /> : null
}
