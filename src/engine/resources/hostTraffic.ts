import { queryOptions } from '@tanstack/react-query'
import { networkPercent, type HostNic, type NicTraffic } from '../../domain/hostNic.ts'
import type { Readings } from '../../domain/statistics.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { queryClient } from '../cache.ts'
import { connection } from '../connection.ts'
import { list } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { read, toPath } from '../transport.ts'
import { decodeHostNic } from './hostDetails.ts'
import { decodeReadings, statisticsWord } from './statistics.ts'

/** An interface of a host with what was measured on it. */
export interface MeasuredNic { readonly nic: HostNic; readonly readings: Readings }

export interface HostTraffic {
  readonly nics: readonly MeasuredNic[]
  /** load of the busiest interface; undefined where none could be measured */
  readonly percent: number | undefined
  /** loads since this page first asked, oldest first */
  readonly course: readonly { readonly atMs: number; readonly percent: number | undefined }[]
}

/** Eight hours at one reading a minute. */
const mostReadings = 480

/** Rates in bits per second; engines before `.bps` existed tell bytes. Source: HostNicStatisticalQuery.java. */
export const toTraffic = ({ nic, readings: { values } }: MeasuredNic): NicTraffic => {
  const rate = (direction: 'rx' | 'tx'): number | undefined => {
    const bytes = values[`data.current.${direction}`]
    return values[`data.current.${direction}.bps`] ?? (bytes === undefined ? undefined : bytes * 8)
  }
  return { speedBps: nic.speedBps, receivedBps: rate('rx'), sentBps: rate('tx') }
}

/**
 * Query options of the traffic on all interfaces of a host. REST gives lists of hosts no figure for their network, and no way to ask
 * for interfaces of several hosts without following links host by host: one request per host that is drawn, again once a minute while it is.
 */
export const hostTraffic = (hostId: string) =>
  queryOptions({
    queryKey: ['host', hostId, 'nics', statisticsWord] as const,
    staleTime: 60_000,
    queryFn: async ({ queryKey, signal }): Promise<HostTraffic> => {
      const answer = await read<{ readonly host_nic?: readonly Wire.HostNic[] }>(toPath(collectionPaths.host, hostId, 'nics'), { query: { follow: 'statistics' }, signal })
      const atMs = connection().clock.now()
      const nics = list(answer.host_nic).map((wire): MeasuredNic => ({ nic: decodeHostNic(wire), readings: decodeReadings(wire.statistics?.statistic, atMs) }))
      const percent = networkPercent(nics.map(toTraffic))
      const before = queryClient.getQueryData<HostTraffic>(queryKey)?.course ?? []
      return { nics, percent, course: [...before, { atMs, percent }].slice(-mostReadings) }
    },
  })
