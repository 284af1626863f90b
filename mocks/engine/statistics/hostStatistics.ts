/** Statistics of a host, of its NICs and NUMA nodes: sums over the VMs on it after the rules of the sample topology. */
import type { HostNicRow, HostRow } from '../rows.ts'
import type { World } from '../world.ts'
import { nicTotals, pointAt } from './curves.ts'
import type { StatisticRow } from './definitions.ts'
import { statistic } from './definitions.ts'
import { hostCpuPercent, hostMemory, hostTraffic, isHostReporting } from './usage.ts'
import { trafficStatistics } from './vmStatistics.ts'

/** How a load divides: the system takes a fifth. The parts are whole percent and make 100. */
const split = (load: number) => ({ user: load - Math.round(load * 0.2), system: Math.round(load * 0.2), idle: 100 - load })

/** GET …/hosts/{id}/statistics, in the order of HostStatisticalQuery. */
export function hostStatistics(world: World, host: HostRow, nowMs: number): StatisticRow[] {
  const point = pointAt(nowMs)
  const { totalBytes, usedBytes, swapUsedBytes } = hostMemory(world, host, point)
  const { user, system, idle } = split(hostCpuPercent(world, host, point))
  const average = (hostCpuPercent(world, host, point) + hostCpuPercent(world, host, point - 5) + hostCpuPercent(world, host, point - 10)) / 3
  const merging = isHostReporting(host) && host.ksm?.enabled === true
  return [
    statistic('memory.total', totalBytes), statistic('memory.used', usedBytes), statistic('memory.free', totalBytes - usedBytes), statistic('memory.shared', merging ? Math.floor(usedBytes / 20) : 0),
    statistic('swap.total', host.hidden.swapTotalBytes), statistic('swap.free', host.hidden.swapTotalBytes - swapUsedBytes), statistic('swap.used', swapUsedBytes), statistic('ksm.cpu.current', merging ? 1 : 0),
    statistic('cpu.current.user', user), statistic('cpu.current.system', system), statistic('cpu.current.idle', idle), statistic('cpu.load.avg.5m', average),
    statistic('boot.time', isHostReporting(host) ? Math.floor(host.hidden.bootTimeMs / 1000) : 0),
    statistic('hugepages.2048.free', 0), statistic('hugepages.2048.total', 0), statistic('hugepages.1048576.free', 0), statistic('hugepages.1048576.total', 0),
  ]
}

/** GET …/hosts/{id}/nics/{id}/statistics: bond0 carries the VMs, its ports half each, VLAN devices and the other bond a part. */
export function hostNicStatistics(world: World, nic: HostNicRow, nowMs: number): StatisticRow[] {
  const host = world.tables.hosts.get(nic.hostId)
  if (!host || !isHostReporting(host) || nic.status !== 'up') return trafficStatistics({ receivedPerSecond: 0, sentPerSecond: 0 }, { received: 0, sent: 0 })
  const traffic = hostTraffic(world, host, pointAt(nowMs)) * shareOf(world, nic)
  const rates = { receivedPerSecond: Math.round(traffic * 0.55), sentPerSecond: Math.round(traffic * 0.45) }
  return trafficStatistics(rates, nicTotals(nic.hidden.seed, (nowMs - host.hidden.bootTimeMs) / 1000))
}
function shareOf(world: World, nic: HostNicRow): number {
  const siblings = world.tables.hostNics.by('hostId', nic.hostId)
  const bond = nic.slaveIds ? nic : siblings.find(({ slaveIds }) => slaveIds?.includes(nic.id))
  const carriesVms = (candidate: HostNicRow) => candidate.bridged === true
  if (bond) return (carriesVms(bond) ? 1 : 0.4) * (bond === nic ? 1 : 1 / Math.max(1, bond.slaveIds?.length ?? 1))
  const vlans = siblings.filter(({ base_interface: base }) => base !== undefined && base === nic.base_interface).length
  return nic.base_interface === undefined ? 0 : 1 / Math.max(1, vlans)
}

/** GET …/hosts/{id}/numanodes/{id}/statistics: an equal part of the host's memory, its load everywhere. */
export function numaStatistics(world: World, host: HostRow, nowMs: number): StatisticRow[] {
  const point = pointAt(nowMs)
  const nodes = Math.max(1, host.hidden.numaNodeCount)
  const { totalBytes, usedBytes } = hostMemory(world, host, point)
  const total = Math.floor(totalBytes / nodes)
  const used = Math.floor(usedBytes / nodes)
  const { user, system, idle } = split(hostCpuPercent(world, host, point))
  return [
    statistic('memory.total', total), statistic('memory.used', used), statistic('memory.free', total - used),
    statistic('cpu.current.user', user), statistic('cpu.current.system', system), statistic('cpu.current.idle', idle),
  ]
}
