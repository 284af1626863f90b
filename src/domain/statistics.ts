/**
 * What the engine measured about one object. Units are the engine's own (percent, bytes, bits per second, seconds).
 * Source: StatisticsMapper and the *StatisticalQuery classes; doubles come rounded to two significant digits.
 */
export interface Readings {
  /** newest value by name, such as `cpu.current.total` */
  readonly values: Readonly<Record<string, number>>
  /** all values by name, oldest first; what has only one value has one entry */
  readonly histories: Readonly<Record<string, readonly number[]>>
  /** text values by name, such as `disks.usage` (JSON) */
  readonly texts: Readonly<Record<string, string>>
  /** epoch milliseconds of our reading */
  readonly readAt: number
}

/** Load at one moment in percent, each absent where nothing was measured. */
export interface Sample { readonly atMs: number; readonly cpuPercent?: number | undefined; readonly memoryPercent?: number | undefined; readonly networkPercent?: number | undefined }

/** Load of a VM or host in percent, each absent where nothing is measured; histories oldest first. */
export interface Utilisation {
  readonly cpuPercent?: number | undefined
  readonly memoryPercent?: number | undefined
  readonly networkPercent?: number | undefined
  readonly cpuHistory: readonly number[]
  readonly memoryHistory: readonly number[]
  readonly networkHistory: readonly number[]
}

const share = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole <= 0 ? undefined : (100 * part) / whole

/**
 * Readings of a VM or host as percentages.
 * In: readings. Out: a VM's cpu and network as measured, its memory from used and installed; a host's cpu is what is not idle.
 * Source: VmStatisticalQuery.java, HostStatisticalQuery.java.
 */
export function toUtilisation({ values, histories }: Readings): Utilisation {
  const idle = values['cpu.current.idle']
  return {
    cpuPercent: values['cpu.current.total'] ?? (idle === undefined ? undefined : Math.max(0, 100 - idle)),
    memoryPercent: share(values['memory.used'], values['memory.installed'] ?? values['memory.total']),
    networkPercent: values['network.current.total'],
    cpuHistory: histories['cpu.usage.history'] ?? [],
    memoryHistory: histories['memory.usage.history'] ?? [],
    networkHistory: histories['network.usage.history'] ?? [],
  }
}

/** Distance of the points of a VM's history. Source: UsageHistoryLimit (40) over the 20 minutes that the engine keeps. */
const historyStepMs = 30_000
/** Eight hours at one reading a minute. */
const mostSamples = 480

/** The engine's own history as samples, the newest at the moment of the reading; one sample for what has no history. */
const toSamples = (readings: Readings): readonly Sample[] => {
  const { cpuPercent, memoryPercent, networkPercent, cpuHistory, memoryHistory, networkHistory } = toUtilisation(readings)
  const length = Math.max(cpuHistory.length, memoryHistory.length, networkHistory.length)
  if (length === 0) return cpuPercent === undefined ? [] : [{ atMs: readings.readAt, cpuPercent, memoryPercent, networkPercent }]
  return Array.from({ length }, (_, index) => {
    const back = length - 1 - index
    const from = (history: readonly number[]): number | undefined => history[history.length - 1 - back]
    return { atMs: readings.readAt - back * historyStepMs, cpuPercent: from(cpuHistory), memoryPercent: from(memoryHistory), networkPercent: from(networkHistory) }
  })
}

/**
 * The course of an object's load: what was seen before the new reading's own history begins, then that history.
 * Objects without a history in the engine (hosts) grow by one sample per reading.
 */
export function extendCourse(course: readonly Sample[], readings: Readings): readonly Sample[] {
  const fresh = toSamples(readings)
  const from = fresh[0]?.atMs ?? Infinity
  // Histories are cut into steps from the moment of each reading, so points closer than half a step are the same one.
  const older = fresh.length === 1 ? course : course.filter(({ atMs }) => atMs < from - historyStepMs / 2)
  return [...older, ...fresh].slice(-mostSamples)
}
