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
