/**
 * The storage pool manager of a data center and the data center's status, which follows it.
 * Sources: IrsProxyImpl, SpmStatusOnVds, scheduling.md "SPM"; domain statuses follow while no manager works.
 */
import type { DataCenterRow, HostRow } from '../rows.ts'
import { onTask, type World } from '../world.ts'
import { emit } from '../events.ts'
import { seconds } from './durations.ts'
import { text } from './operation.ts'

const hostsOf = (world: World, dataCenterId: string): readonly HostRow[] =>
  world.tables.clusters.by('data_center', dataCenterId).flatMap((cluster) => world.tables.hosts.by('cluster', cluster.id))
export const dataCenterOf = (world: World, host: HostRow): DataCenterRow | undefined =>
  world.tables.dataCenters.get(world.tables.clusters.get(host.cluster.id)?.data_center?.id ?? '')

/** Higher priority first, ties by name (the engine leaves them to chance); priority -1 = never. */
const candidatesFor = (world: World, dataCenterId: string, exceptId?: string): readonly HostRow[] => hostsOf(world, dataCenterId)
  .filter((host) => host.status === 'up' && (host.spm?.priority ?? 5) >= 0 && host.id !== exceptId)
  .toSorted((one, other) => (other.spm?.priority ?? 5) - (one.spm?.priority ?? 5) || one.name.localeCompare(other.name))

function setSpm(world: World, hostId: string, status: 'none' | 'contending' | 'spm'): void {
  if (world.tables.hosts.get(hostId)) world.tables.hosts.change(hostId, (host) => { host.spm = { priority: 5, ...host.spm, status } })
}

/** Domains of a data center are known only while a manager works: active ones become unknown, and active again with it. */
function setDataCenter(world: World, dataCenterId: string, status: DataCenterRow['status']): void {
  world.tables.dataCenters.change(dataCenterId, (row) => { row.status = status })
  const [from, to] = status === 'up' ? ['unknown', 'active'] as const : ['active', 'unknown'] as const
  for (const domain of world.tables.storageDomains.by('data_center', dataCenterId)) {
    if (!domain.hidden.attachments.some((one) => one.dataCenterId === dataCenterId && one.status === from)) continue
    world.tables.storageDomains.change(domain.id, (row) => {
      row.hidden.attachments = row.hidden.attachments.map((one) => one.dataCenterId === dataCenterId && one.status === from ? { ...one, status: to } : one)
    })
  }
}

/** Takes the role from a host, so that another may have it. */
export function giveUpSpm(world: World, host: HostRow): void {
  const dataCenter = dataCenterOf(world, host)
  if (host.spm?.status !== 'none') setSpm(world, host.id, 'none')
  if (dataCenter?.hidden.spmHostId !== host.id) return
  world.tables.dataCenters.change(dataCenter.id, (row) => { delete row.hidden.spmHostId })
}

/** Does the data center have storage that a manager could serve? */
const isServing = ({ status }: DataCenterRow): boolean => status !== 'uninitialized' && status !== 'maintenance'

/**
 * Brings the data center in line with its hosts: keeps a working manager, elects one, or tells that none is left.
 * A silent manager blocks the election until it is fenced or confirmed as restarted. `wishedId` is tried first.
 */
export function followDataCenter(world: World, dataCenterId: string, wishedId?: string): void {
  const dataCenter = world.tables.dataCenters.get(dataCenterId)
  if (!dataCenter || !isServing(dataCenter)) return
  const manager = world.tables.hosts.get(dataCenter.hidden.spmHostId ?? '')
  if (manager?.status === 'up' || manager?.status === 'preparing_for_maintenance') {
    if (manager.spm?.status === 'spm' && dataCenter.status !== 'up') setDataCenter(world, dataCenterId, 'up')
    return
  }
  if (manager?.status === 'non_responsive' || manager?.status === 'connecting') {
    if (dataCenter.status === 'problematic' || manager.status === 'connecting') return
    setDataCenter(world, dataCenterId, 'problematic')
    emit(world, 'SYSTEM_CHANGE_STORAGE_POOL_STATUS_PROBLEMATIC', { refs: { data_center: dataCenter } })
    return
  }
  if (manager) giveUpSpm(world, manager)
  const candidates = candidatesFor(world, dataCenterId)
  const chosen = candidates.find(({ id }) => id === wishedId) ?? candidates[0]
  if (!chosen) {
    if (dataCenter.status === 'not_operational') return
    setDataCenter(world, dataCenterId, 'not_operational')
    emit(world, 'SYSTEM_CHANGE_STORAGE_POOL_STATUS_NO_HOST_FOR_SPM', { refs: { data_center: dataCenter } })
    return
  }
  elect(world, dataCenter, chosen)
}

function elect(world: World, dataCenter: DataCenterRow, host: HostRow): void {
  setDataCenter(world, dataCenter.id, 'contend')
  world.tables.dataCenters.change(dataCenter.id, (row) => { row.hidden.spmHostId = host.id })
  setSpm(world, host.id, 'contending')
  emit(world, 'SYSTEM_CHANGE_STORAGE_POOL_STATUS_PROBLEMATIC_SEARCHING_NEW_SPM', { refs: { data_center: dataCenter } })
  world.schedule(seconds.spmElection, 'spm.elected', { dataCenter: dataCenter.id, host: host.id })
}
onTask('spm.elected', (world, args) => {
  const dataCenter = world.tables.dataCenters.get(text(args, 'dataCenter'))
  const host = world.tables.hosts.get(text(args, 'host'))
  if (!dataCenter || dataCenter.hidden.spmHostId !== args['host']) return
  if (host?.status !== 'up') {
    if (host) giveUpSpm(world, host)
    followDataCenter(world, dataCenter.id)
    return
  }
  setSpm(world, host.id, 'spm')
  setDataCenter(world, dataCenter.id, 'up')
  emit(world, 'IRS_HOSTED_ON_VDS', { refs: { host, data_center: dataCenter } })
})

/** Moves the role to this host: the old manager stops first. */
export function moveSpm(world: World, to: HostRow): void {
  const dataCenter = dataCenterOf(world, to)
  if (!dataCenter) return
  const manager = world.tables.hosts.get(dataCenter.hidden.spmHostId ?? '')
  if (manager) giveUpSpm(world, manager)
  followDataCenter(world, dataCenter.id, to.id)
}

/** A manager that leaves service hands over at once when another host can take it; the last one keeps it until it is gone. */
export function handOverSpm(world: World, host: HostRow): void {
  const dataCenter = dataCenterOf(world, host)
  if (!dataCenter || dataCenter.hidden.spmHostId !== host.id || candidatesFor(world, dataCenter.id, host.id).length === 0) return
  giveUpSpm(world, host)
  followDataCenter(world, dataCenter.id)
}
