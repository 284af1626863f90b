import { describe, expect, test } from 'vitest'
import type { OwnedWorld } from '../engine/createWorld.ts'
import type { Rows, TableName } from '../engine/rows.ts'
import { buildWorld, worldStates } from './build.ts'
import { checkWorld, rules } from './consistency.ts'

const now = () => Date.UTC(2026, 5, 3, 10)
const brokenRules = (world: OwnedWorld) => [...new Set(checkWorld(world).map(({ rule }) => rule))]

/** The first row that fits, or a failure of the test. */
function first<Name extends TableName>(world: OwnedWorld, table: Name, fits: (row: Rows[Name]) => boolean = () => true): Rows[Name] {
  for (const row of world.tables[table].all()) if (fits(row)) return row
  throw new Error(`no such row in ${table}`)
}
const upVm = (world: OwnedWorld) => first(world, 'vms', ({ status, vm_pool: pool }) => status === 'up' && !pool)
const downVm = (world: OwnedWorld) => first(world, 'vms', ({ status, vm_pool: pool }) => status === 'down' && !pool)

/** For each rule, ways to break it and nothing else. */
const breaks: readonly (readonly [rule: string, what: string, by: (world: OwnedWorld) => void])[] = [
  ['runningVmsHaveTheirHost', 'an up VM loses its host', (world) => world.tables.vms.change(upVm(world).id, (vm) => { delete vm.host })],
  ['runningVmsHaveTheirHost', 'the host of a running VM is in maintenance', (world) => {
    const host = first(world, 'hosts', ({ id, spm }) => world.tables.vms.by('host', id).length > 0 && spm?.status === 'none')
    world.tables.hosts.change(host.id, (row) => { row.status = 'installing' })
  }],
  ['runningVmsHaveTheirHost', 'a VM is unknown on a host that answers', (world) => world.tables.vms.change(upVm(world).id, (vm) => { vm.status = 'unknown' })],
  ['memoryOfVmsFitsTheirHost', 'a VM is given more memory than its host has', (world) => {
    // a VM that reports nothing changes no other figure
    const vm = first(world, 'vms', ({ status }) => status === 'wait_for_launch' || status === 'unknown')
    world.tables.vms.change(vm.id, (row) => { row.memory = 2 ** 44 })
  }],
  ['hostFiguresAddUp', 'the swap of a host is negative', (world) => world.tables.hosts.change(first(world, 'hosts', ({ status }) => status === 'up').id, (host) => { host.hidden.swapTotalBytes = -1 })],
  ['storageAddsUp', 'a thin disk takes more than it was given', (world) => world.tables.disks.change(first(world, 'disks', ({ format, total_size: size = 0 }) => format === 'cow' && size > 0).id, (disk) => { disk.actual_size = (disk.provisioned_size ?? 0) * 1.2; disk.total_size = disk.actual_size })],
  ['storageAddsUp', 'a domain is smaller than what lies on it', (world) => world.tables.storageDomains.change(first(world, 'storageDomains').id, (domain) => { domain.hidden.sizeBytes = 1024 ** 3 })],
  ['storageAddsUp', 'a disk lies nowhere', (world) => world.tables.disks.change(first(world, 'disks', ({ name }) => name.startsWith('floating')).id, (disk) => { disk.storage_domains = [] })],
  ['vmsHaveTheirLayers', 'a VM loses its active snapshot', (world) => world.tables.snapshots.remove(first(world, 'snapshots', ({ snapshot_type: type }) => type === 'active').id)],
  ['vmsHaveTheirLayers', 'a thin disk moves away from its template', (world) => {
    const onTemplate = (templateId: string) => world.tables.diskAttachments.by('ownerId', templateId).flatMap(({ disk }) => world.tables.disks.get(disk.id)?.storage_domains.map(({ id }) => id) ?? [])
    const disk = first(world, 'disks', ({ hidden }) => hidden.templateId !== undefined && onTemplate(hidden.templateId).length < 3)
    const other = first(world, 'storageDomains', ({ id, type, hidden }) => type === 'data' && hidden.attachments.length > 0 && !onTemplate(disk.hidden.templateId ?? '').includes(id))
    world.tables.storageDomains.change(other.id, (domain) => { domain.hidden.sizeBytes = (domain.hidden.sizeBytes ?? 0) * 2 })
    world.tables.disks.change(disk.id, (row) => { row.storage_domains = [{ id: other.id }] })
  }],
  ['stoppedVmsLeaveNothingBehind', 'a down VM keeps its host', (world) => world.tables.vms.change(downVm(world).id, (vm) => { vm.host = { id: first(world, 'hosts').id } })],
  ['stoppedVmsLeaveNothingBehind', 'a down VM keeps its name in the network', (world) => world.tables.vms.change(downVm(world).id, (vm) => { vm.fqdn = 'ghost.example.com' })],
  ['stoppedVmsLeaveNothingBehind', 'an up VM does not know since when', (world) => world.tables.vms.change(upVm(world).id, (vm) => { delete vm.start_time })],
  ['networksReachTheirUsers', 'a network in use is detached from the cluster', (world) => {
    const use = first(world, 'clusterNetworks', ({ networkId, required, clusterId }) => !required && world.tables.vms.by('cluster', clusterId).some((vm) => world.tables.nics.by('ownerId', vm.id).some(({ vnic_profile: profile }) => world.tables.vnicProfiles.get(profile?.id ?? '')?.network.id === networkId)))
    world.tables.clusterNetworks.remove(use.id)
  }],
  ['networksReachTheirUsers', 'an up host lacks a required network', (world) => {
    const host = first(world, 'hosts', ({ status }) => status === 'up')
    const required = new Set(world.tables.clusterNetworks.by('clusterId', host.cluster.id).flatMap(({ required: needed, networkId }) => needed ? [networkId] : []))
    world.tables.networkAttachments.remove(first(world, 'networkAttachments', ({ hostId, network }) => hostId === host.id && required.has(network.id)).id)
  }],
  ['eventsTellTheTruth', 'an event has a severity that its code does not have', (world) => { for (const event of world.events.after(world.events.newest - 1)) event.severity = event.severity === 'alert' ? 'normal' : 'alert' }],
  ['eventsTellTheTruth', 'a VM started without a request', (world) => { world.events.add({ code: 32, severity: 'normal', time: now(), description: '', origin: 'oVirt', custom_id: -1, flood_rate: 30, correlation_id: 'nobody', refs: { vm: { id: upVm(world).id, name: 'x' } } }) }],
  ['idsAreWellKnown', 'an object has an id of its own kind', (world) => { world.tables.bookmarks.insert({ id: 'mine', name: 'mine', value: 'Vms:' }) }],
  ['idsAreWellKnown', 'the Blank template is called otherwise', (world) => world.tables.templates.change('00000000-0000-0000-0000-000000000000', (row) => { row.name = 'Empty' })],
  ['idsAreWellKnown', 'a tag hangs below a tag that is gone', (world) => world.tables.tags.change(first(world, 'tags').id, (tag) => { tag.parentId = first(world, 'hosts').id })],
  ['poolsKeepTheirShape', 'a VM of a pool is renamed', (world) => world.tables.vms.change(first(world, 'vms', ({ vm_pool: pool }) => pool !== undefined).id, (vm) => { vm.name = 'mine' })],
  ['poolsKeepTheirShape', 'a running VM of a pool loses its stateless snapshot', (world) => world.tables.snapshots.remove(first(world, 'snapshots', ({ snapshot_type: type }) => type === 'stateless').id)],
  ['figuresAreReproducible', 'a curve has no seed', (world) => world.tables.disks.change(first(world, 'disks').id, (disk) => { disk.hidden.seed = Number.NaN })],
]

describe('the rules of an inventory', () => {
  test.each(breaks)('%s alone fails when %s', (rule, _what, breakIt) => {
    const world = buildWorld({ state: 'datacenter', now })
    breakIt(world)
    expect(brokenRules(world)).toEqual([rule])
  })

  test('there are eleven, and each of them is shown to fail', () => {
    expect(rules).toHaveLength(11)
    expect(new Set(breaks.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)))
  })
})

describe('a fresh world', () => {
  test.each(worldStates.filter((state) => state !== 'large'))('in state %s breaks no rule', (state) => {
    expect(checkWorld(buildWorld({ state, now }))).toEqual([])
  })
  test.each([1, 2, 9, 33, 77, 140, 2000])('of %i VMs breaks no rule, whatever the seed', (inventory) => {
    for (const seed of inventory > 1000 ? [1] : [1, 2, 3]) expect(checkWorld(buildWorld({ state: 'inventory', inventory, seed, now }))).toEqual([])
  })
})

test('a world keeps the rules while the work that was under way ends', () => {
  const world = buildWorld({ state: 'datacenter', now, held: true })
  for (const seconds of [5, 20, 60, 600, 3_600]) {
    world.advance(seconds)
    expect(checkWorld(world)).toEqual([])
  }
  expect([...world.tables.vms.all()].filter(({ status }) => status === 'migrating' || status === 'powering_up' || status === 'image_locked')).toEqual([])
})
