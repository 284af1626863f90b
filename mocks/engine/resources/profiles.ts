/** CPU and disk profiles, to read. Sources: CpuProfileMapper, DiskProfileMapper. */
import { childrenBy, collection, wholeTable } from '../registry.ts'
import type { CpuProfileRow, DiskProfileRow } from '../rows.ts'

const cpu = { type: 'CpuProfile', show: (row: CpuProfileRow): object => row } as const
collection('cpuprofiles', { ...wholeTable('cpuProfiles'), ...cpu, filtered: 'refused' })
collection('clusters/cpuprofiles', { ...childrenBy('cpuProfiles', 'cluster'), ...cpu })

const disk = { type: 'DiskProfile', show: (row: DiskProfileRow): object => row } as const
collection('diskprofiles', { ...wholeTable('diskProfiles'), ...disk, filtered: 'refused' })
collection('storagedomains/diskprofiles', { ...childrenBy('diskProfiles', 'storage_domain'), ...disk })
