/** Hosts as searches see them. Source of the columns: searchbackend, VdsConditionFieldAutoCompleter. */
import type { HostRow } from '../../rows.ts'
import { committedBytes } from '../../scheduling/memory.ts'
import { hostUsage } from '../../statistics/usage.ts'
import type { Context } from '../context.ts'
import { hostLoad } from '../figures.ts'
import { clusterOf, dataCenterName, toMib, unspaced, vmsOn } from '../rowsOf.ts'
import type { Source } from '../source.ts'
import { tagsOf } from '../tags.ts'

const usageOf = (row: HostRow, { world, nowMs }: Context) => hostUsage(world, row, nowMs)

export const host: Source<HostRow> = {
  object: 'host',
  cells: {
    name: (row) => row.name,
    comment: (row) => row.comment,
    status: (row) => unspaced(row.status),
    external_status: (row) => row.external_status ?? 'ok',
    cluster: (row, context) => clusterOf(context, row)?.name,
    address: (row) => row.address,
    cpu_usage: (row, context) => usageOf(row, context).cpuPercent,
    mem_usage: (row, context) => usageOf(row, context).memoryPercent,
    network_usage: (row, context) => usageOf(row, context).networkPercent,
    load: hostLoad,
    version: (row) => row.version?.full_version,
    cpus: (row) => (row.cpu?.topology?.cores ?? 1) * (row.cpu?.topology?.sockets ?? 1),
    memory: (row) => toMib(row.memory),
    cpu_speed: (row) => row.cpu?.speed,
    cpu_model: (row) => row.cpu?.name,
    active_vms: (row, context) => vmsOn(context, row).length,
    migrating_vms: (row, context) => vmsOn(context, row).filter(({ hidden }) => hidden.migration).length,
    committed_mem: (row, { world }) => toMib(committedBytes(world, row)),
    tag: (row, { world }) => tagsOf(world, row.id),
    type: (row) => (row.type === 'rhel' ? 'rhel' : 'rhevh'),
    datacenter: (row, context) => dataCenterName(context, row),
    architecture: (row, context) => row.cpu?.architecture ?? clusterOf(context, row)?.cpu?.architecture,
    update_available: (row) => row.update_available ?? false,
    ha_score: (row) => row.hosted_engine?.score,
    spm_id: (row, { world }) => world.tables.hosts.byName().indexOf(row) + 1,
    hw_id: (row) => row.hardware_information?.uuid,
    id: (row) => row.id,
  },
}
