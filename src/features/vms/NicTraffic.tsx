import { useQuery } from '@tanstack/react-query'
import { statisticsBelow } from '../../engine/resources/statistics.ts'
import { useFormat } from '../../i18n/format.ts'

export const nicReadings = (vmId: string, nicId: string) => statisticsBelow('vm', vmId, 'nics', nicId)

interface NicRateCellProps { readonly vmId: string; readonly nicId: string; readonly of: 'rx' | 'tx' }

/** What a NIC receives or sends per second. */
export const NicRateCell = ({ vmId, nicId, of }: NicRateCellProps) => {
  const { bitsPerSecond } = useFormat()
  const { data } = useQuery(nicReadings(vmId, nicId))
  return bitsPerSecond(data?.values[`data.current.${of}.bps`])
}
