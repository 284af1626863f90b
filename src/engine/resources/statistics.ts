import { queryOptions } from '@tanstack/react-query'
import { extendCourse } from '../../domain/statistics.ts'
import type { Readings, Sample } from '../../domain/statistics.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { createBatch } from '../batch.ts'
import { queryClient } from '../cache.ts'
import { connection } from '../connection.ts'
import { list } from '../decode.ts'
import { childKey } from '../keys.ts'
import { collectionPaths } from '../paths.ts'
import { read, toPath } from '../transport.ts'

/** Histories come newest first and may be empty. Source: VmStatisticalQuery.java, StatisticResourceUtils.java. */
export function decodeReadings(wires: readonly Wire.Statistic[] | undefined, readAt: number): Readings {
  const values: Record<string, number> = {}
  const histories: Record<string, readonly number[]> = {}
  const texts: Record<string, string> = {}
  for (const { name, values: wrapped } of list(wires)) {
    if (name === undefined) continue
    const measured = list(wrapped?.value)
    const numbers = measured.flatMap(({ datum }) => (typeof datum === 'number' ? [datum] : []))
    const text = measured[0]?.detail
    if (text !== undefined) texts[name] = text
    if (numbers[0] !== undefined) values[name] = numbers[0]
    if (numbers.length > 0) histories[name] = numbers.reverse()
  }
  return { values, histories, texts, readAt }
}

const measuredTypes = ['vm', 'host'] as const
export type MeasuredType = (typeof measuredTypes)[number]

const batchOf = (type: MeasuredType) =>
  createBatch(async (ids) => {
    const path = collectionPaths[type]
    const search = ids.map((id) => `id=${id}`).join(' or ')
    const answer = await read<{ readonly vm?: readonly Wire.Vm[]; readonly host?: readonly Wire.Host[] }>(path, { query: { search, max: ids.length, detail: 'statistics' } })
    const readAt = connection().clock.now()
    return new Map(list<Wire.Vm | Wire.Host>(answer[type]).map(({ id = '', statistics }) => [id, decodeReadings(statistics?.statistic, readAt)]))
  })
const batches = { vm: batchOf('vm'), host: batchOf('host') }

/** Word of the key by which the live policy finds what to measure again. */
export const statisticsWord = 'statistics'
const nothing: Readings = { values: {}, histories: {}, texts: {}, readAt: 0 }

/** Readings, and the course of the load as far back as the engine or this page remembers. */
export interface Measured extends Readings { readonly course: readonly Sample[] }

/**
 * Query options of the readings of one VM or host. All that are drawn at the same moment are read by one search, and read
 * again once a minute while they are drawn (live/).
 */
export const statisticsQuery = (type: MeasuredType, id: string) =>
  queryOptions({
    queryKey: childKey(type, id, statisticsWord),
    staleTime: 60_000,
    queryFn: async ({ queryKey }): Promise<Measured> => {
      const readings = (await batches[type](id)) ?? nothing
      const before = queryClient.getQueryData<Measured>(queryKey)
      return { ...readings, course: extendCourse(before?.course ?? [], readings) }
    },
  })

/** Query options of how far a migrating VM has come, in percent; asked for again and again only while somebody sees it migrate. */
export const migrationProgress = (id: string) =>
  queryOptions({
    queryKey: childKey('vm', id, 'migration'),
    staleTime: 0,
    refetchInterval: 3000,
    queryFn: async ({ signal }): Promise<number | null> => {
      const answer = await read<{ readonly statistic?: readonly Wire.Statistic[] }>(toPath(collectionPaths.vm, id, 'statistics'), { signal })
      return decodeReadings(answer.statistic, 0).values['migration.progress'] ?? null
    },
  })

/** Readings of what hangs below an object: `nics`, `disks` of a VM, `nics` of a host. */
export const statisticsBelow = (type: MeasuredType, id: string, child: 'nics' | 'disks', childId: string) =>
  queryOptions({
    queryKey: [type, id, `${child}/${childId}`, statisticsWord] as const,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Readings> => {
      const answer = await read<{ readonly statistic?: readonly Wire.Statistic[] }>(toPath(collectionPaths[type], id, child, childId, 'statistics'), { signal })
      return decodeReadings(answer.statistic, connection().clock.now())
    },
  })
