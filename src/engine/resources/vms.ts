import { queryOptions } from '@tanstack/react-query'
import { transitionalVmStatuses, vmStatusOf } from '../../domain/vmStatus.ts'
import type { Vm } from '../../domain/vm.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { date, flag, list, ref, target, version } from '../decode.ts'
import { createBatch } from '../batch.ts'
import { childKey } from '../keys.ts'
import { collectionPaths } from '../paths.ts'
import { defineResource } from '../resource.ts'
import { read, toPath } from '../transport.ts'
import { decodeVmBase } from './vmBase.ts'

const fullVersion = (wire: Wire.Version | undefined): string | undefined => {
  const { full, major } = version(wire) ?? {}
  return full ?? (major === undefined ? undefined : String(major))
}

export const decodeVm = (wire: Wire.Vm): Vm => ({
  ...decodeVmBase(wire),
  status: vmStatusOf(wire),
  statusDetail: wire.status_detail,
  stopReason: wire.stop_reason,
  host: ref(wire.host),
  template: ref(wire.template),
  originalTemplate: ref(wire.original_template),
  pool: ref(wire.vm_pool),
  instanceType: ref(wire.instance_type),
  fqdn: wire.fqdn,
  guestOsFamily: wire.guest_operating_system?.family,
  guestOsDistribution: wire.guest_operating_system?.distribution,
  guestOsVersion: fullVersion(wire.guest_operating_system?.version),
  guestOsCodename: wire.guest_operating_system?.codename,
  guestArchitecture: wire.guest_operating_system?.architecture,
  guestKernel: fullVersion(wire.guest_operating_system?.kernel?.version),
  guestTimeZone: wire.guest_time_zone?.name,
  guestTimeZoneOffset: wire.guest_time_zone?.utc_offset,
  ips: list(wire.reported_devices?.reported_device).flatMap(({ ips }) => list(ips?.ip).flatMap(({ address }) => address ?? [])),
  startedAt: date(wire.start_time),
  stoppedAt: date(wire.stop_time),
  runOnce: flag(wire.run_once, false),
  nextRunConfigurationExists: flag(wire.next_run_configuration_exists, false),
  hasIllegalImages: flag(wire.has_illegal_images, false),
})

/** Virtual machines. A permission on the pool, cluster or data center counts for them (fn_db_get_entity_parents). */
export const vms = defineResource<Vm, Wire.Vm>({
  type: 'vm',
  path: 'vms',
  element: 'vm',
  decode: decodeVm,
  searchableById: true,
  transitional: transitionalVmStatuses,
  parents: (vm) => [...target('vm_pool', vm.pool), ...target('cluster', vm.cluster)],
  defaultSort: { field: 'name', descending: false },
  detailParams: { all_content: true },
})

/** The configuration that a VM gets at its next start; the same as now where nothing waits. Source: BackendVmResource.get with next_run. */
export const vmNextRun = (id: string) =>
  queryOptions({
    queryKey: childKey('vm', id, 'next_run'),
    queryFn: async ({ signal }): Promise<Vm> => decodeVm(await read<Wire.Vm>(toPath(collectionPaths.vm, id), { query: { all_content: true, next_run: true }, signal })),
  })

const consolesOf = createBatch(async (ids) => {
  const search = ids.map((id) => `id=${id}`).join(' or ')
  const answer = await read<{ readonly vm?: readonly Wire.Vm[] }>(collectionPaths.vm, { query: { search, max: ids.length, detail: 'current_graphics_consoles' } })
  return new Map(list<Wire.Vm>(answer.vm).map(({ id = '', graphics_consoles }) => [id, list(graphics_consoles?.graphics_console).flatMap(({ protocol }) => protocol ?? [])]))
})

/**
 * Query options of the protocols that can be connected to now (`vnc`, `spice`); all that are drawn at the same moment are
 * read by one search. Source: BackendVmsResource with detail=current_graphics_consoles.
 */
export const vmRunningProtocols = (id: string) =>
  queryOptions({
    queryKey: childKey('vm', id, 'protocols'),
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<readonly string[]> => (await consolesOf(id)) ?? [],
  })

const withHost = { touches: (vm: Vm) => target('host', vm.host) }

interface Reason { readonly reason?: string }
const reasonBody = (_: Vm, input: Reason | undefined) => (input?.reason ? { reason: input.reason } : {})

/** Starts, resumes a paused and restores a suspended VM. */
export const startVm = vms.action('start', withHost)
export const shutdownVm = vms.action<Reason>('shutdown', { ...withHost, body: reasonBody })
export const stopVm = vms.action<Reason>('stop', { ...withHost, body: reasonBody })
export const rebootVm = vms.action('reboot', withHost)
export const resetVm = vms.action('reset', withHost)
export const suspendVm = vms.action('suspend', withHost)
export const cancelMigration = vms.action('cancelmigration', withHost)

/** Where a VM should go; without a host the engine chooses. `affinityClosure` takes along what must stay together. */
export interface MigrationChoice { readonly hostId?: string; readonly affinityClosure?: boolean }

/** `force` lets users of the REST API move VMs that may only be moved by hand, as the Administration Portal always does. */
export const migrateVm = vms.action<MigrationChoice>('migrate', {
  body: (_, choice) => ({
    force: true,
    ...(choice?.hostId === undefined ? {} : { host: { id: choice.hostId } }),
    ...(choice?.affinityClosure === undefined ? {} : { migrate_vms_in_affinity_closure: choice.affinityClosure }),
  }),
  touches: (vm, choice) => [...target('host', vm.host), ...target('host', choice?.hostId)],
})

/** Global maintenance of the hosted engine, asked of the VM it runs in: its agents then leave it alone. */
export const setGlobalMaintenance = vms.action<{ readonly enabled: boolean }>('maintenance', {
  body: (_, input) => ({ maintenance_enabled: input?.enabled ?? true }),
  touches: (vm) => target('host', vm.host),
})

/** Removes a VM; its disks go with it unless `keepDisks`. */
export const removeVm = (vm: Vm, { keepDisks = false, correlationId }: { readonly keepDisks?: boolean; readonly correlationId?: string } = {}) =>
  vms.remove(vm, { ...(correlationId === undefined ? {} : { correlationId }), query: { detach_only: keepDisks ? true : undefined } })
