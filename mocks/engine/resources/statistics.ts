/** Statistics of everything that has some. Source: BackendStatisticsResource and the *StatisticalQuery classes. */
import { Encoded } from '../encode.ts'
import type { Call } from '../call.ts'
import { collection } from '../registry.ts'
import type { StatisticRow } from '../statistics/definitions.ts'
import { hostNicStatistics, hostStatistics, numaStatistics } from '../statistics/hostStatistics.ts'
import { diskStatistics, nicStatistics, vmStatistics } from '../statistics/vmStatistics.ts'

type Shown = StatisticRow & Readonly<Record<string, unknown>>

/** Declares the statistics below a place: `rows` of the object the path leads to, each with a reference back to it under `member`. */
function statisticsOf(place: string, member: string, rows: (call: Call) => readonly StatisticRow[] | undefined): void {
  const reference = ({ base, ids }: Call) => {
    const path = place.split('/').map((segment, at) => `${segment}/${ids[at] ?? ''}`).join('/')
    return new Encoded({ href: `${base}/${path}`, id: ids.at(-1) })
  }
  const shown = (call: Call): Shown[] => {
    const owner = reference(call)
    return (rows(call) ?? []).map((row) => ({ ...row, [member]: owner }))
  }
  collection(`${place}/statistics`, { type: 'Statistic', list: shown, find: (call, id) => shown(call).find((row) => row.id === id), show: (row: Shown): object => row })
}

const last = ({ ids }: Call) => ids.at(-1) ?? ''

statisticsOf('vms', 'vm', (call) => { const row = call.world.tables.vms.get(last(call)); return row && vmStatistics(call.world, row, call.world.now()) })
statisticsOf('hosts', 'host', (call) => { const row = call.world.tables.hosts.get(last(call)); return row && hostStatistics(call.world, row, call.world.now()) })
statisticsOf('vms/nics', 'nic', (call) => { const row = call.world.tables.nics.get(last(call)); return row && nicStatistics(call.world, row, call.world.now()) })
statisticsOf('hosts/nics', 'host_nic', (call) => { const row = call.world.tables.hostNics.get(last(call)); return row && hostNicStatistics(call.world, row, call.world.now()) })
statisticsOf('hosts/numanodes', 'host_numa_node', (call) => { const row = call.world.tables.hosts.get(call.ids[0] ?? ''); return row && numaStatistics(call.world, row, call.world.now()) })
statisticsOf('disks', 'disk', (call) => { const row = call.world.tables.disks.get(last(call)); return row && diskStatistics(call.world, row, call.world.now()) })
