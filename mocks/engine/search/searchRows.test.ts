import { expect, test } from 'vitest'
import { searchObjects, type SearchObjectName } from '../../../src/domain/search/objects.ts'
import { buildWorld } from '../../worlds/build.ts'
import { PlainFault } from '../call.ts'
import type { EventRow, HostRow, VmRow } from '../rows.ts'
import { applicationsOf } from '../statistics/guest.ts'
import { twoDigits } from '../statistics/definitions.ts'
import { hostStatistics } from '../statistics/hostStatistics.ts'
import { hostUsage, isVmReporting, vmUsage } from '../statistics/usage.ts'
import { osDisplayName, reportedAddresses } from './guest.ts'
import { findRows, type Searchable, type SearchSettings } from './searchRows.ts'
import * as searchables from './searchables.ts'

/** A Wednesday at noon, so that day words have a fixed meaning. */
const nowMs = new Date(2026, 2, 4, 12).getTime()
const world = buildWorld({ state: 'inventory', inventory: 200, now: () => nowMs })
const { vms, hosts, clusters, dataCenters, tagUses, tags, templates, users } = world.tables

const find = <Row extends { readonly id: string }>(searchable: Searchable<Row>, text: string, settings: SearchSettings = {}) => findRows(searchable, world, text, settings)
const idsOf = (rows: Iterable<{ readonly id: string }>) => [...rows].map(({ id }) => id).toSorted()
const hostNameOf = (vm: VmRow) => (vm.host ? hosts.get(vm.host.id)?.name : undefined)
const someVm = vms.byName()[17]
const someHost = hosts.byName()[1]
if (!someVm || !someHost) throw new Error('the sample inventory is too small')
const usage = (vm: VmRow) => vmUsage(world, vm, nowMs)
const carries = (id: string, names: readonly string[]) => tagUses.by('target', id).some(({ tagId }) => names.includes(tags.get(tagId)?.name ?? ''))
const below = (name: string): string[] => [name, ...[...tags.all()].filter(({ parentId }) => tags.get(parentId)?.name === name).flatMap((child) => below(child.name))]

vms.change(someVm.id, (vm) => {
  vm.comment = 'first_look 100%'
  vm.description = 'Ledger database'
  vm.custom_emulated_machine = 'pc-q35-rhel9.2.0'
  vm.custom_cpu_model = 'Cascadelake-Server'
  vm.custom_compatibility_version = { major: 4, minor: 7 }
  vm.has_illegal_images = true
  vm.next_run_configuration_exists = true
})
const lowerName = someVm.name.toLowerCase()

test.each<[text: string, holds: (vm: VmRow) => boolean]>([
  ['', () => true],
  [`name=${someVm.name}`, (vm) => vm === someVm],
  [`name=${someVm.name.toUpperCase()}`, (vm) => vm === someVm],
  ['name=web*', (vm) => vm.name.toLowerCase().startsWith('web')],
  ['name=*-01', (vm) => vm.name.endsWith('-01')],
  ['name!=*1*', (vm) => !vm.name.includes('1')],
  ['name=*e*b*', (vm) => /e.*b/i.test(vm.name)],
  ['comment=first_look*', (vm) => vm === someVm],
  ['comment=firstXlook*', () => false],
  ['comment=null', (vm) => !vm.comment],
  ['comment!=null', (vm) => !!vm.comment],
  ['comment=""', (vm) => !vm.comment],
  ['comment!=other', () => true],
  ['description="ledger database"', (vm) => vm === someVm],
  ['status=up', (vm) => vm.status === 'up'],
  ['status!=up', (vm) => vm.status !== 'up'],
  ['status=PoweringUp or status=migratingfrom', (vm) => vm.status === 'powering_up' || vm.status === 'migrating'],
  ['status=imageillegal', (vm) => vm.status === undefined],
  ['ip=10.16.*', (vm) => reportedAddresses(vm).some((address) => address.startsWith('10.16.'))],
  [`on_host=${someHost.name}`, (vm) => vm.host?.id === someHost.id],
  ['on_host=null', (vm) => !vm.host],
  [`on_host!=${someHost.name}`, (vm) => vm.host?.id !== someHost.id],
  ['fqdn=*.example.com', (vm) => vm.fqdn !== undefined],
  ['address!=null', (vm) => vm.fqdn !== undefined],
  ['uptime>1', (vm) => !!vm.host && vm.start_time !== undefined && vm.status !== 'unknown' && vm.status !== 'wait_for_launch' && nowMs - vm.start_time > 86_400_000],
  [`os="${osDisplayName('windows_11') ?? ''}"`, (vm) => vm.os?.type === 'windows_11'],
  [`os="${(osDisplayName('windows_11') ?? '').toLowerCase()}"`, () => false],
  [`creationdate<2026-02-01`, (vm) => (vm.creation_time ?? 0) < new Date(2026, 1, 1).getTime()],
  ['creationdate>2/1/26', (vm) => (vm.creation_time ?? 0) > new Date(2026, 1, 1).getTime()],
  ['cpu_usage>30', (vm) => usage(vm).cpuPercent > 30],
  ['mem_usage>=60', (vm) => usage(vm).memoryPercent >= 60],
  ['network_usage>0', (vm) => usage(vm).networkPercent > 0],
  ['memory=4096', (vm) => vm.memory === 4 * 1024 ** 3],
  ['memory>4096', (vm) => (vm.memory ?? 0) > 4 * 1024 ** 3],
  ['guaranteed_memory<2048', (vm) => (vm.memory_policy?.guaranteed ?? 0) < 2 * 1024 ** 3],
  ['migration_progress_percent>=0', (vm) => !!vm.hidden.migration],
  ['apps=kernel', (vm) => applicationsOf(vm).some((name) => name.includes('kernel'))],
  ['apps!=kernel', (vm) => applicationsOf(vm).some((name) => name.includes('kernel'))],
  ['cluster=desktops', (vm) => clusters.get(vm.cluster.id)?.name === 'desktops'],
  ['pool!=null', (vm) => !!vm.vm_pool],
  ['tag=production', (vm) => carries(vm.id, ['production'])],
  ['tag=environment', (vm) => carries(vm.id, below('environment'))],
  ['tag=team-*', (vm) => carries(vm.id, ['team-a', 'team-b'])],
  ['tag=production or tag=staging', (vm) => carries(vm.id, ['production', 'staging'])],
  ['tag!=environment', (vm) => !carries(vm.id, below('environment'))],
  ['datacenter=default', () => true],
  ['datacenter=nowhere', () => false],
  ['type=highperformance or type=desktop', (vm) => vm.type === 'high_performance' || vm.type === 'desktop'],
  ['quota=null', () => true],
  [`id=${someVm.id.toUpperCase()}`, (vm) => vm === someVm],
  [`id!=${someVm.id}`, (vm) => vm !== someVm],
  ['architecture=x86_64', (vm) => vm.cpu?.architecture === 'x86_64'],
  ['custom_emulated_machine=pc-q35*', (vm) => vm === someVm],
  ['custom_cpu_type=cascadelake-server', (vm) => vm === someVm],
  ['compatibility_level=4.8', () => true],
  ['custom_compatibility_level=4.7', (vm) => vm === someVm],
  ['custom_compatibility_level=null', (vm) => vm !== someVm],
  [`created_by_user_id=${someVm.hidden.createdById}`, (vm) => vm.hidden.createdById === someVm.hidden.createdById],
  ['next_run_config_exists=true', (vm) => vm.next_run_configuration_exists === true || !!vm.hidden.nextRun],
  ['has_illegal_images=TRUE', (vm) => vm === someVm],
  ['has_illegal_images!=true', (vm) => vm !== someVm],
  ['bios_type=q35_sea_bios', () => true],
  ['k8s_namespace!=null', () => false],
  ['vcpus>=8', (vm) => (vm.cpu?.topology?.cores ?? 1) * (vm.cpu?.topology?.sockets ?? 1) * (vm.cpu?.topology?.threads ?? 1) >= 8],
  ['ledger', (vm) => vm === someVm],
  ['"100%"', (vm) => vm === someVm],
  [`"${lowerName.slice(0, 4)}"`, (vm) => [vm.name, vm.fqdn, hostNameOf(vm), clusters.get(vm.cluster.id)?.name].some((text) => text?.toLowerCase().includes(lowerName.slice(0, 4)))],
  ['loggedinuser=*a* or status=paused', (vm) => vm.status === 'paused' || idsOf(find(searchables.vms, 'loggedinuser=*a*').rows).includes(vm.id)],
  // precedence: and before or, then what stands side by side
  ['status=up or status=down and name=web*', (vm) => vm.status === 'up' || (vm.status === 'down' && vm.name.startsWith('web'))],
  ['status=up or status=down name=web*', (vm) => (vm.status === 'up' || vm.status === 'down') && vm.name.startsWith('web')],
  // relations
  [`hosts.name=${someHost.name}`, (vm) => vm.host?.id === someHost.id],
  [`host.id=${someHost.id} and status=up`, (vm) => vm.host?.id === someHost.id && vm.status === 'up'],
  ['host.status=up', (vm) => !!vm.host && hosts.get(vm.host.id)?.status === 'up'],
  [`hosts = ${someHost.name}`, (vm) => !!vm.host && hosts.get(vm.host.id)?.name.includes(someHost.name) === true],
  [`hosts.name!=${someHost.name}`, (vm) => vm.host?.id !== someHost.id],
  ['templates.name=Blank', (vm) => templates.get(vm.template.id)?.name === 'Blank'],
  ['storage.type=nfs', (vm) => world.tables.diskAttachments.by('ownerId', vm.id).some(({ disk }) => world.tables.disks.get(disk.id)?.storage_domains.some(({ id }) => world.tables.storageDomains.get(id)?.storage?.type === 'nfs'))],
  ['vnic.network_name=ovirtmgmt', (vm) => world.tables.nics.by('ownerId', vm.id).some((nic) => {
    const profile = nic.vnic_profile && world.tables.vnicProfiles.get(nic.vnic_profile.id)
    return !!profile && world.tables.networks.get(profile.network.id)?.name === 'ovirtmgmt'
  })],
  ['users.usrname=vmuser@internal-authz', (vm) => world.tables.permissions.by('object', vm.id).some(({ user }) => user && users.get(user.id)?.principal === 'vmuser')],
  ['users.usrname=vmuser', (vm) => world.tables.permissions.by('object', vm.id).some(({ user }) => user && users.get(user.id)?.principal === 'vmuser')],
  ['events.severity=error', (vm) => [...world.events.newestFirst()].some(({ severity, refs }) => severity === 'error' && refs.vm?.id === vm.id)],
])('machines: %s', (text, holds) => {
  expect(idsOf(find(searchables.vms, text).rows)).toEqual(idsOf([...vms.all()].filter(holds)))
})

test.each<[text: string, holds: (host: HostRow) => boolean]>([
  ['status=up', (host) => host.status === 'up'],
  ['status=nonresponsive or status=nonoperational', (host) => host.status === 'non_responsive' || host.status === 'non_operational'],
  ['external_status=ok', (host) => (host.external_status ?? 'ok') === 'ok'],
  ['cluster=Default', (host) => clusters.get(host.cluster.id)?.name === 'Default'],
  ['address=host0*', (host) => host.address?.startsWith('host0') === true],
  ['cpu_usage>10', (host) => hostUsage(world, host, nowMs).cpuPercent > 10],
  ['mem_usage>10', (host) => hostUsage(world, host, nowMs).memoryPercent > 10],
  ['network_usage<=1', (host) => hostUsage(world, host, nowMs).networkPercent <= 1],
  ['version=vdsm-4.50*', (host) => host.version?.full_version?.startsWith('vdsm-4.50') === true],
  ['cpus>=48', (host) => (host.cpu?.topology?.cores ?? 0) * (host.cpu?.topology?.sockets ?? 0) >= 48],
  ['memory>=262144', (host) => (host.memory ?? 0) >= 256 * 1024 ** 3],
  ['cpu_speed>2000.5', (host) => (host.cpu?.speed ?? 0) > 2000.5],
  ['cpu_model=*xeon*', (host) => host.cpu?.name?.includes('Xeon') === true],
  ['active_vms>10', (host) => vms.by('host', host.id).length > 10],
  ['migrating_vms!=0', (host) => vms.by('host', host.id).some(({ hidden }) => hidden.migration)],
  ['tag=environment', (host) => carries(host.id, below('environment'))],
  ['type=rhel', (host) => host.type === 'rhel'],
  ['datacenter=Default', () => true],
  ['update_available=true', (host) => host.update_available === true],
  ['ha_score=3400', (host) => host.hosted_engine?.score === 3400],
  [`hw_id=${someHost.hardware_information?.uuid ?? ''}`, (host) => host === someHost],
  [`id=${someHost.id}`, (host) => host === someHost],
  [`vms.name=${someVm.name}`, (host) => host.id === someVm.host?.id],
  ['vms.status=paused', (host) => vms.by('host', host.id).some(({ status }) => status === 'paused')],
  // one related row must fulfil all conditions on it
  [`vms.name=${someVm.name} and vms.status=suspended`, () => false],
  ['storage.name=nfs-data-01', () => true],
  ['nic.mac=00:1a*', (host) => world.tables.hostNics.by('hostId', host.id).some(({ mac }) => mac?.address?.startsWith('00:1a'))],
])('hosts: %s', (text, holds) => {
  expect(idsOf(find(searchables.hosts, text).rows)).toEqual(idsOf([...hosts.all()].filter(holds)))
})

const newest = [...world.events.newestFirst()]
const dayStart = new Date(2026, 2, 4).getTime()
const day = 86_400_000
test.each<[text: string, holds: (event: EventRow) => boolean]>([
  ['severity>=error', ({ severity }) => severity === 'error' || severity === 'alert'],
  ['severity<warning', ({ severity }) => severity === 'normal'],
  ['severity!=normal', ({ severity }) => severity !== 'normal'],
  ['type=153', ({ code }) => code === 153],
  ['time=today', ({ time }) => time >= dayStart && time < dayStart + day],
  ['time=yesterday', ({ time }) => time >= dayStart - day && time < dayStart],
  ['time>yesterday', ({ time }) => time > dayStart - day],
  ['time=Monday', ({ time }) => time >= dayStart - 2 * day && time < dayStart - day],
  ['time<2026-03-01', ({ time }) => time < new Date(2026, 2, 1).getTime()],
  [`event_vm=${someVm.name}`, ({ refs }) => refs.vm?.name === someVm.name],
  [`vm.id=${someVm.id}`, ({ refs }) => refs.vm?.id === someVm.id],
  [`host.name=${someHost.name}`, ({ refs }) => refs.host?.id === someHost.id],
  ['cluster=desktops', ({ refs }) => refs.cluster?.name === 'desktops'],
  ['event_datacenter=Default', ({ refs }) => refs.data_center?.name === 'Default'],
  ['usrname=admin*', ({ refs }) => refs.user?.name.startsWith('admin') === true],
  [`_event_host_id=${someHost.id}`, ({ refs }) => refs.host?.id === someHost.id],
  ['origin=oVirt', ({ origin }) => origin === 'oVirt'],
  ['message=*migration*', ({ description }) => description.toLowerCase().includes('migration')],
  ['deleted=false', () => true],
])('events: %s, newest first', (text, holds) => {
  expect(find(searchables.events, text).rows.map(({ index }) => index)).toEqual(newest.filter(holds).map(({ index }) => index))
})

test('clusters and data centers are found by their fields and relations', () => {
  const names = <Row extends { readonly id: string; readonly name: string }>(searchable: Searchable<Row>, text: string) => find(searchable, text).rows.map(({ name }) => name)
  expect(names(searchables.clusters, 'compatibility_level=4.8')).toEqual([...clusters.byName()].map(({ name }) => name))
  expect(names(searchables.clusters, 'name=desk* and datacenter.name=Default')).toEqual(['desktops'])
  expect(names(searchables.clusters, 'cluster_network.network_name=ovirtmgmt')).toEqual([...clusters.byName()].map(({ name }) => name))
  expect(names(searchables.clusters, 'architecture=ppc64')).toEqual([])
  expect(names(searchables.dataCenters, 'status=up and local=false')).toEqual(['Default'])
  expect(names(searchables.dataCenters, 'clusters.name=desktops')).toEqual(['Default'])
  expect(names(searchables.dataCenters, 'storage.name=nowhere')).toEqual([])
  expect(names(searchables.dataCenters, 'compatibility_version!=4.8')).toEqual([])
  expect(dataCenters.size).toBe(1)
})

test('figures agree with those of the statistics', () => {
  const context = { world, nowMs, caseSensitive: false }
  for (const vm of vms.all()) {
    const { cpuPercent, memoryPercent, networkPercent } = usage(vm)
    const shown = ['cpu_usage', 'mem_usage', 'network_usage'].map((field) => searchables.vms.cells[field]?.(vm, context))
    expect(shown).toEqual(isVmReporting(vm) ? [cpuPercent, memoryPercent, networkPercent] : [null, null, null])
  }
  for (const host of hosts.all()) {
    const load = hostStatistics(world, host, nowMs).find(({ name }) => name === 'cpu.load.avg.5m')
    expect(twoDigits(Number(searchables.hosts.cells['load']?.(host, context)))).toBe(load?.values[0]?.datum)
  }
})

test('case matters only when asked for', () => {
  expect(find(searchables.vms, `name=${someVm.name.toUpperCase()}`, { caseSensitive: true }).rows).toEqual([])
  expect(find(searchables.vms, `name=${someVm.name}`, { caseSensitive: true }).rows).toEqual([someVm])
})

test('lists are in name order, backwards on request', () => {
  const names = vms.byName().map(({ name }) => name)
  expect(find(searchables.vms, '').rows.map(({ name }) => name)).toEqual(names)
  expect(find(searchables.vms, 'sortby name desc').rows.map(({ name }) => name)).toEqual(names.toReversed())
})

test('nulls come first upwards and last downwards; equal rows go by name', () => {
  const upwards = find(searchables.vms, 'sortby on_host asc').rows
  const downwards = find(searchables.vms, 'sortby on_host desc').rows
  const homeless = vms.byName().filter(({ host }) => !host)
  expect(upwards.slice(0, homeless.length)).toEqual(homeless)
  expect(downwards.slice(-homeless.length)).toEqual(homeless)
})

test('figures, words and addresses are ordered by what they mean', () => {
  const cpu = find(searchables.vms, 'cpu_usage>=0 sortby cpu_usage desc').rows.map((vm) => usage(vm).cpuPercent)
  expect(cpu).toEqual(cpu.toSorted((one, other) => other - one))
  const severities: readonly string[] = searchObjects.event.fields.severity.values ?? []
  const found = find(searchables.events, 'sortby severity desc', { max: 200 }).rows.map(({ severity }) => severities.indexOf(severity))
  expect(found).toEqual(found.toSorted((one, other) => other - one))
  const lastParts = find(searchables.vms, 'ip!=null sortby ip asc').rows.flatMap((vm) => reportedAddresses(vm)[0]?.split('.').map(Number).slice(2) ?? []).length
  expect(lastParts).toBeGreaterThan(0)
  const addresses = find(searchables.vms, 'ip!=null sortby ip asc').rows.map((vm) => (reportedAddresses(vm)[0] ?? '').split('.').reduce((sum, part) => sum * 256 + Number(part), 0))
  expect(addresses).toEqual(addresses.toSorted((one, other) => one - other))
})

test('pages cut the order without overlap, and none is asked for beyond the end', () => {
  for (const order of ['sortby name asc', 'sortby name desc', 'sortby memory desc', 'sortby status asc']) {
    const all = find(searchables.vms, order).rows
    const pages = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((page) => find(searchables.vms, `${order} page ${page}`, { max: 30 }).rows)
    expect(pages).toEqual(all)
  }
})

test('a wrong text is refused with what is wrong', () => {
  expect(() => find(searchables.vms, 'status=upp')).toThrow(PlainFault)
  expect(() => find(searchables.vms, 'status=upp')).toThrow(/INVALID_CONDITION_VALUE/)
  // yesterday was a Tuesday: only the second to the seventh day back have their names
  expect(() => find(searchables.events, 'time=tuesday')).toThrow(PlainFault)
})

/** What can be asked of an object: every field that the language can say. */
const sayable = (object: SearchObjectName) =>
  Object.entries(searchObjects[object].fields).filter(([name, { operators }]) => operators.length > 0 && /^\w+$/.test(name) && name !== 'provider_name')

/** Fields by which an order loses rows, or whose rows with and without a value are not all rows. */
function wrongFields<Row extends { readonly id: string }>(searchable: Searchable<Row>): string[] {
  const all = idsOf(find(searchable, '').rows)
  return sayable(searchable.object).filter(([field, { type }]) => {
    const upwards = idsOf(find(searchable, `sortby ${field} asc`).rows)
    const downwards = idsOf(find(searchable, `sortby ${field} desc page 1`, { max: 10_000 }).rows)
    const isTextWhole = type !== 'text' || field === 'apps' || find(searchable, `${field}=null`).rows.length + find(searchable, `${field}!=null`).rows.length === all.length
    return !isTextWhole || upwards.join() !== all.join() || downwards.join() !== all.join()
  }).map(([field]) => field)
}
test('every field of every object can be searched for nothing and ordered by', () => {
  const { vms: machines, hosts: nodes, clusters: groups, dataCenters: centers, templates: patterns, pools, storageDomains, disks, networks, users: people, groups: teams, jobs } = searchables
  expect([
    ...wrongFields(machines), ...wrongFields(nodes), ...wrongFields(groups), ...wrongFields(centers), ...wrongFields(patterns), ...wrongFields(pools),
    ...wrongFields(storageDomains), ...wrongFields(disks), ...wrongFields(networks), ...wrongFields(people), ...wrongFields(teams), ...wrongFields(jobs),
  ]).toEqual([])
})

test('fields without a value in this engine are known by name', () => {
  const without = (searchable: { readonly object: SearchObjectName; readonly cells: object }) => sayable(searchable.object).map(([name]) => name).filter((name) => !Object.hasOwn(searchable.cells, name))
  expect(without(searchables.vms)).toEqual(['quota', 'k8s_namespace'])
  expect(without(searchables.hosts)).toEqual([])
  expect(without(searchables.clusters)).toEqual([])
  expect(without(searchables.dataCenters)).toEqual([])
  expect(without(searchables.events)).toEqual(['event_volume', '_event_quota_id'])
  expect(without(searchables.templates)).toEqual(['quota'])
  expect(without(searchables.disks)).toEqual(['creation_date', 'quota', 'last_modified'])
  expect(without(searchables.networks)).toEqual(['qos_name'])
  expect([searchables.pools, searchables.storageDomains, searchables.users, searchables.groups, searchables.jobs].flatMap(without)).toEqual([])
})

/** How many rows a search looks at tells its cost without a clock. */
test.each<[text: string, atMost: number]>([
  ['', 30],
  ['sortby name desc page 2', 60],
  [`name=${someVm.name}`, 1],
  [`id=${someVm.id}`, 1],
  [vms.byName().slice(0, 100).map(({ id }) => `id=${id}`).join(' or '), 100],
  [`hosts.name=${someHost.name} sortby cpu_usage desc`, vms.by('host', someHost.id).length],
  [`on_host=${someHost.name} and status=up sortby memory desc`, vms.by('host', someHost.id).length],
  ['cluster=desktops sortby memory asc', vms.by('cluster', [...clusters.by('name', 'desktops')][0]?.id ?? '').length],
  ['status=paused', vms.by('status', 'paused').length],
  ['tag=production sortby status asc', tagUses.size],
  ['name=web*', [...vms.all()].filter(({ name }) => name.startsWith('web')).length],
])('%.40s looks at no more than %i rows', (text, atMost) => {
  expect(find(searchables.vms, text, { max: 30 }).visited).toBeLessThanOrEqual(atMost)
})
