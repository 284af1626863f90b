/** Storage domains of the inventory; their sizes follow once the disks are placed (`sizeDomains`). */
import type { StorageDomainRow } from '../engine/rows.ts'
import { domainCapacity } from '../engine/statistics/capacity.ts'
import type { DataCenterPlan, Plan } from './plan.ts'
import { gib } from './plan.ts'
import type { Shares } from './random.ts'
import { shared } from './random.ts'
import type * as Model from '../../src/wire/model.generated.ts'

const kinds: Shares<Model.StorageType> = [['nfs', 42], ['iscsi', 33], ['fcp', 20], ['glusterfs', 5]]
const words: Partial<Record<Model.StorageType, string>> = { nfs: 'nfs', iscsi: 'iscsi', fcp: 'fc', glusterfs: 'gluster', localfs: 'local' }

const common = shared({
  description: '', comment: '', backup: false, block_size: 512, critical_space_action_blocker: 5, discard_after_delete: false, external_status: 'ok', supports_discard_zeroes_data: false,
  warning_low_space_indicator: 10, wipe_after_delete: false,
} as const satisfies Partial<StorageDomainRow>)

const storageOf = (kind: Model.StorageType, name: string, purpose: string): Model.HostStorage => {
  if (kind === 'iscsi' || kind === 'fcp') return { type: kind }
  if (kind === 'localfs') return { type: kind, path: `/data/${name}` }
  if (kind === 'glusterfs') return { type: kind, address: 'gluster01.example.com', path: `/${name}`, vfs_type: 'glusterfs', mount_options: '' }
  return { type: kind, address: 'nfs.example.com', path: `/exports/${purpose}`, mount_options: '', nfs_version: 'v4_2' }
}

export function addStorage(plan: Plan): void {
  if (plan.scale.vms === 0) return
  const { scale } = plan
  const random = plan.random('storage')
  const counts = new Map<string, number>()
  let number = 0
  for (; number < scale.dataDomains; number += 1) {
    const dataCenter = plan.dataCenters[number % plan.dataCenters.length]
    if (!dataCenter) continue
    const first = dataCenter.domains.length === 0
    const kind = dataCenter.row.local ? 'localfs' : first ? 'nfs' : number < 3 * plan.dataCenters.length ? (number % 2 === 0 ? 'nfs' : 'iscsi') : random.weighted(kinds)
    const word = words[kind] ?? kind
    const turn = (counts.get(word) ?? 0) + 1
    counts.set(word, turn)
    const name = `${word}-data-${String(turn).padStart(2, '0')}`
    addDomain(plan, dataCenter, number, { name, kind, type: 'data', master: first, status: statusAt(plan, number, first) })
  }
  const home = plan.dataCenters[0]
  if (!home) return
  const others = [
    { name: 'iso', kind: 'nfs', type: 'iso', master: false, status: 'active' as const, sizeBytes: 200 * gib },
    { name: 'spare', kind: 'nfs', type: 'data', master: false, status: undefined, sizeBytes: 2048 * gib },
    { name: 'export', kind: 'nfs', type: 'export', master: false, status: 'active' as const, sizeBytes: 4096 * gib },
    { name: 'old-export', kind: 'nfs', type: 'export', master: false, status: undefined, sizeBytes: 1024 * gib },
    { name: 'iso-archive', kind: 'nfs', type: 'iso', master: false, status: undefined, sizeBytes: 500 * gib },
  ] as const
  others.slice(0, scale.otherDomains).forEach((other, position) => addDomain(plan, home, number + position, other))
}

/** Two in a hundred are in maintenance, one is inactive from forty domains on; never the master. */
function statusAt(plan: Plan, number: number, master: boolean): Model.StorageDomainStatus {
  if (master || plan.scale.dataDomains < 12) return 'active'
  const last = plan.scale.dataDomains - 1 - number
  const resting = Math.max(1, Math.round(plan.scale.dataDomains * 0.02))
  if (last < resting) return 'maintenance'
  return last < resting + Math.max(1, Math.round(plan.scale.dataDomains * 0.01)) ? 'inactive' : 'active'
}

interface DomainWish { name: string; kind: Model.StorageType; type: Model.StorageDomainType; master: boolean; status: Model.StorageDomainStatus | undefined; sizeBytes?: number }

function addDomain(plan: Plan, dataCenter: DataCenterPlan, number: number, wish: DomainWish): void {
  const { tables } = plan.world
  const id = plan.id('storage domain', number)
  const block = wish.kind === 'iscsi' || wish.kind === 'fcp'
  const row = tables.storageDomains.insert({
    ...common, id, name: wish.name, master: wish.master, type: wish.type, storage: storageOf(wish.kind, wish.name, wish.name), storage_format: wish.type === 'data' ? 'v5' : 'v1', supports_discard: block,
    hidden: {
      attachments: wish.status ? [{ dataCenterId: dataCenter.row.id, status: wish.status }] : [],
      files: wish.type === 'iso' ? isoFiles : [], ...(wish.sizeBytes !== undefined && { sizeBytes: wish.sizeBytes }),
    },
  })
  if (wish.type === 'data') tables.diskProfiles.insert({ id: plan.id('disk profile', number), name: wish.name, description: '', storage_domain: { id } })
  if (wish.type !== 'data' || wish.status !== 'active') {
    if (wish.type === 'data' && wish.sizeBytes === undefined) row.hidden.sizeBytes = 4096 * gib
    return
  }
  dataCenter.domains.push(row)
  if (wish.master) dataCenter.row.hidden.masterDomainId = id
}

const isoFiles = shared(['rhel-9.4-x86_64-dvd.iso', 'rhel-8.10-x86_64-boot.iso', 'debian-12.5.0-amd64-netinst.iso', 'windows-server-2022.iso', 'virtio-win-0.1.248.iso'].map((name, position) => ({
  id: name, name, type: 'iso', sizeBytes: Math.round((position + 1) * 1.3 * gib),
})))

/** Gives every data domain that disks were put on a size at which 35 to 85 percent are used; some fall below their warning limit. */
export function sizeDomains(plan: Plan): void {
  const random = plan.random('domain sizes')
  let number = 0
  for (const domain of plan.world.tables.storageDomains.all()) {
    if (domain.type !== 'data') continue
    number += 1
    if (domain.hidden.sizeBytes === undefined) {
      domain.hidden.sizeBytes = Number.MAX_SAFE_INTEGER
      const used = domainCapacity(plan.world, domain)?.usedBytes ?? 0
      const critical = plan.scale.dataDomains >= 20 && number === 6
      const low = plan.scale.dataDomains >= 20 ? number % 50 === 4 : plan.scale.dataDomains >= 4 && number === 4
      const share = low ? 0.93 : 0.35 + 0.5 * random.next()
      domain.hidden.sizeBytes = critical ? used + 4 * gib : Math.max(Math.ceil(used / share / gib), Math.ceil(used / gib) + 6, 100) * gib
    }
    const kind = domain.storage?.type
    if (kind === 'iscsi' || kind === 'fcp') domain.storage = { type: kind, volume_group: volumeGroup(plan, kind, number, domain.hidden.sizeBytes) }
  }
}

function volumeGroup(plan: Plan, kind: 'iscsi' | 'fcp', number: number, sizeBytes: number): Model.VolumeGroup {
  const count = Math.min(12, Math.max(1, Math.ceil(sizeBytes / (4096 * gib))))
  const id = `${plan.id('volume group', number).slice(0, 6)}-${String(number).padStart(4, '0')}`
  const each = Math.floor(sizeBytes / count / gib) * gib
  return {
    id,
    logical_units: Array.from({ length: count }, (_, lun) => ({
      id: `36001405${(number * 100 + lun).toString(16).padStart(25, '0')}`, size: lun === count - 1 ? sizeBytes - each * (count - 1) : each, lun_mapping: lun + 1, paths: kind === 'fcp' ? 4 : 2,
      product_id: 'LUN', serial: `SLIO_${number}_${lun}`, vendor_id: 'LIO-ORG', volume_group_id: id,
      ...(kind === 'iscsi' && { address: '10.1.200.10', port: 3260, portal: '10.1.200.10:3260,1', target: `iqn.2003-01.org.example:array${number}` }),
    })),
  }
}
