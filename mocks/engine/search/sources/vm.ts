/** Virtual machines as searches see them. Source of the columns: searchbackend, VmConditionFieldAutoCompleter. */
import type { VmRow } from '../../rows.ts'
import { applicationsOf } from '../../statistics/guest.ts'
import { vcpusOf } from '../../statistics/usage.ts'
import { vmCpu, vmMemory, vmNetwork } from '../figures.ts'
import { loggedInUserOf, migrationPercent, osDisplayName, reportedAddresses, uptimeSeconds } from '../guest.ts'
import { clusterOf, dataCenterName, toMib, unspaced, versionText } from '../rowsOf.ts'
import type { Source } from '../source.ts'
import { tagsOf } from '../tags.ts'

/** REST has one word for both ends of a migration and none for illegal images. */
const statusWord = ({ status }: VmRow): string | undefined => (status === undefined ? 'imageillegal' : status === 'migrating' ? 'migratingfrom' : unspaced(status))

export const vm: Source<VmRow> = {
  object: 'vm',
  cells: {
    name: (row) => row.name,
    comment: (row) => row.comment,
    status: statusWord,
    ip: reportedAddresses,
    on_host: (row, { world }) => row.host && world.tables.hosts.get(row.host.id)?.name,
    fqdn: (row) => row.fqdn,
    uptime: (row, { nowMs }) => uptimeSeconds(row, nowMs),
    os: (row) => osDisplayName(row.os?.type),
    creationdate: (row) => row.creation_time,
    address: (row) => row.fqdn,
    cpu_usage: vmCpu,
    mem_usage: vmMemory,
    network_usage: vmNetwork,
    memory: (row) => toMib(row.memory),
    guaranteed_memory: (row) => toMib(row.memory_policy?.guaranteed),
    migration_progress_percent: (row, { nowMs }) => migrationPercent(row, nowMs),
    apps: (row) => applicationsOf(row),
    cluster: (row, context) => clusterOf(context, row)?.name,
    pool: (row, { world }) => row.vm_pool && world.tables.vmPools.get(row.vm_pool.id)?.name,
    loggedinuser: (row) => loggedInUserOf(row),
    tag: (row, { world }) => tagsOf(world, row.id),
    datacenter: (row, context) => dataCenterName(context, row),
    type: (row) => unspaced(row.type),
    id: (row) => row.id,
    description: (row) => row.description,
    architecture: (row, context) => row.cpu?.architecture ?? clusterOf(context, row)?.cpu?.architecture,
    custom_emulated_machine: (row) => row.custom_emulated_machine,
    custom_cpu_type: (row) => row.custom_cpu_model,
    compatibility_level: (row, context) => versionText(clusterOf(context, row)?.version),
    custom_compatibility_level: (row) => versionText(row.custom_compatibility_version),
    created_by_user_id: (row) => row.hidden.createdById,
    next_run_config_exists: (row) => row.next_run_configuration_exists === true || row.hidden.nextRun !== undefined,
    has_illegal_images: (row) => row.has_illegal_images ?? false,
    bios_type: (row, context) => (row.bios?.type === undefined || row.bios.type === 'cluster_default' ? clusterOf(context, row)?.bios_type : row.bios.type),
    vcpus: (row) => vcpusOf(row),
  },
}
