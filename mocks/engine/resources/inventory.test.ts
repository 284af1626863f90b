import { describe, expect, test } from 'vitest'
import { buildWorld } from '../../worlds/build.ts'
import { handle } from '../handle.ts'
import { sessionsOf } from '../statistics/guest.ts'
import { hexOf } from '../hex.ts'
import type { Rows, TableName } from '../rows.ts'

const world = buildWorld({ state: 'datacenter', held: true, now: () => Date.UTC(2026, 5, 3, 10) })
const { tables } = world

type Body = Record<string, unknown>
const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

async function ask(path: string, user = 'admin@internal'): Promise<{ status: number; body: Body }> {
  const answer = await handle(new Request(`http://engine/ovirt-engine/api/${path}`, { headers: { Accept: 'application/json', Authorization: `Basic ${btoa(`${user}:demo`)}` } }), world)
  const text = await answer.text()
  const body: unknown = text === '' ? {} : JSON.parse(text)
  return { status: answer.status, body: isBody(body) ? body : {} }
}
const read = async (path: string, user?: string) => { const { status, body } = await ask(path, user); expect(status, path).toBe(200); return body }
/** Elements of the one list in an answer. */
const items = (body: unknown): Body[] => isBody(body) ? Object.values(body).flatMap((list) => Array.isArray(list) ? list.filter(isBody) : []) : []
const list = async (path: string, user?: string) => items(await read(path, user))
function first<Name extends TableName>(table: Name, fits: (row: Rows[Name]) => boolean): Rows[Name] {
  for (const row of tables[table].all()) if (fits(row)) return row
  throw new Error(`no such row in ${table}`)
}
const reporting = first('vms', (vm) => vm.fqdn !== undefined && vm.status === 'up' && tables.nics.by('ownerId', vm.id).length > 1)
const stopped = first('vms', ({ status }) => status === 'down')
const upHost = first('hosts', ({ status }) => status === 'up')

describe('storage domains', () => {
  test('at the top have a status only when unattached, below a data center always', async () => {
    const top = await list('storagedomains')
    expect(top.filter(({ status }) => status !== undefined).map(({ name, status }) => [name, status])).toEqual([['spare', 'unattached']])
    const dataCenter = first('dataCenters', () => true)
    const attached = await list(`datacenters/${dataCenter.id}/storagedomains`)
    expect(attached.length).toBe(top.length - 1)
    expect(attached.every(({ status }) => status === 'active')).toBe(true)
  })
  test('use what their disks take', async () => {
    const domain = first('storageDomains', ({ type, hidden }) => type === 'data' && hidden.attachments.length > 0)
    const before = await read(`storagedomains/${domain.id}`)
    expect(Number(before.used) + Number(before.available)).toBe(domain.hidden.sizeBytes)
    const disk = tables.disks.by('storage_domain', domain.id)[0]
    tables.disks.change(disk?.id ?? '', (row) => { row.total_size = (row.total_size ?? 0) + 5 * 1024 ** 3 })
    const after = await read(`storagedomains/${domain.id}`)
    expect(Number(after.used) - Number(before.used)).toBe(5 * 1024 ** 3)
  })
  test('hide from plain users where they lie', async () => {
    const seen = await list('storagedomains', 'vmuser@internal')
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.map(({ storage }) => isBody(storage) ? Object.keys(storage) : [])).toEqual(seen.map(() => ['type']))
    expect((await ask('storageconnections', 'vmuser@internal')).status).toBe(400)
  })
  test('list their disks, profiles, owners and connections, and files of both kinds', async () => {
    const master = first('storageDomains', (row) => row.master === true)
    expect((await list(`storagedomains/${master.id}/disks`)).length).toBe(tables.disks.by('storage_domain', master.id).length)
    expect((await list(`storagedomains/${master.id}/diskprofiles`)).map(({ name }) => name)).toEqual([master.name])
    expect((await list(`storagedomains/${master.id}/vms`)).length).toBeGreaterThan(0)
    expect((await list(`storagedomains/${master.id}/storageconnections`)).map(({ type, address }) => [type, address])).toEqual([['nfs', 'nfs.example.com']])
    const iso = first('storageDomains', ({ type }) => type === 'iso')
    expect((await list(`storagedomains/${iso.id}/files`)).map(({ name }) => name)).toContain('virtio-win-0.1.248.iso')
    const disk = first('disks', ({ content_type: content }) => content === 'iso')
    expect((await list(`storagedomains/${disk.storage_domains[0]?.id ?? ''}/files`)).map(({ id, name }) => [id, name])).toContainEqual([disk.id, disk.name])
  })
})

describe('networks', () => {
  test('have status and roles in clusters only', async () => {
    const cluster = first('clusters', ({ name }) => name === 'Default')
    const within = await list(`clusters/${cluster.id}/networks`)
    expect(within.find(({ name }) => name === 'ovirtmgmt')).toMatchObject({ required: 'true', display: 'true', usages: { usage: ['vm', 'display', 'management', 'default_route'] }, cluster: { id: cluster.id } })
    expect((await list('networks')).every(({ status }) => status === undefined)).toBe(true)
  })
  test('are not operational where a host lost a required one', async () => {
    const host = first('hosts', ({ status }) => status === 'non_operational')
    const broken = (await list(`clusters/${host.cluster.id}/networks`)).filter(({ status }) => status === 'non_operational')
    expect(broken).toHaveLength(1)
    expect((await list(`hosts/${host.id}/networkattachments`)).map(({ network }) => isBody(network) ? network.id : '')).not.toContain(broken[0]?.id)
  })
  test('know their profiles and labels, and profiles their filter', async () => {
    const network = first('networks', ({ hidden }) => hidden.labels.length > 0)
    expect((await list(`networks/${network.id}/networklabels`)).map(({ id }) => id)).toEqual(['trunk'])
    const [profile] = await list(`networks/${network.id}/vnicprofiles`)
    expect(profile).toMatchObject({ network: { id: network.id }, network_filter: { href: '/ovirt-engine/api/networkfilters/d2370ab4-fee3-11e9-a310-8c1645ce738e' } })
    expect((await read('networkfilters/d2370ab4-fee3-11e9-a310-8c1645ce738e')).name).toBe('vdsm-no-mac-spoofing')
  })
})

describe('what a VM has', () => {
  test('attachments carry the id of their disk', async () => {
    const attachments = await list(`vms/${reporting.id}/diskattachments`)
    const [one] = attachments
    expect(attachments.filter(({ bootable }) => bootable === 'true')).toHaveLength(1)
    expect(one).toMatchObject({ disk: { href: `/ovirt-engine/api/disks/${String(one?.id)}` }, vm: { id: reporting.id } })
    expect(await read(`vms/${reporting.id}/diskattachments/${String(one?.id)}`)).toEqual(one)
  })
  test('NICs report the addresses of the guest, while it runs', async () => {
    const devices = await list(`vms/${reporting.id}/reporteddevices`)
    expect(devices[0]).toMatchObject({ id: '65746830', name: 'eth0', type: 'network', ips: { ip: reporting.hidden.ips } })
    const [nic] = await list(`vms/${reporting.id}/nics`)
    expect(await list(`vms/${reporting.id}/nics/${String(nic?.id)}/reporteddevices`)).toHaveLength(1)
    expect(await list(`vms/${stopped.id}/reporteddevices`)).toEqual([])
  })
  test('one CD-ROM drive with the zero id, empty', async () => {
    expect(await list(`vms/${reporting.id}/cdroms`)).toMatchObject([{ id: '00000000-0000-0000-0000-000000000000', vm: { id: reporting.id } }])
    tables.vms.change(stopped.id, (row) => { row.hidden.cdFileId = 'virtio-win-0.1.248.iso' })
    expect((await list(`vms/${stopped.id}/cdroms`))[0]).toMatchObject({ file: { id: 'virtio-win-0.1.248.iso' } })
    expect((await list(`vms/${stopped.id}/cdroms?current`))[0]).not.toHaveProperty('file')
  })
  test('applications and sessions only from a guest that reports', async () => {
    expect((await list(`vms/${reporting.id}/applications`)).length).toBeGreaterThan(1)
    expect(await list(`vms/${stopped.id}/applications`)).toEqual([])
    const busy = first('vms', (vm) => sessionsOf(vm, hexOf).length > 0)
    expect((await list(`vms/${busy.id}/sessions`))[0]).toMatchObject({ console_user: 'true', user: {} })
  })
  test('snapshots: the active one is the VM, the others tell what it was', async () => {
    const kept = first('snapshots', ({ snapshot_type: type }) => type === 'regular')
    const snapshots = await list(`vms/${kept.vmId}/snapshots`)
    expect(snapshots[0]).toMatchObject({ snapshot_type: 'active', description: 'Active VM', vm: { id: kept.vmId } })
    expect(snapshots[0]?.vm).not.toHaveProperty('name')
    expect(snapshots.find(({ id }) => id === kept.id)?.vm).toMatchObject({ name: tables.vms.get(kept.vmId)?.name })
    expect((await list(`vms/${kept.vmId}/snapshots/${kept.id}/disks`)).map(({ id }) => id)).toEqual(kept.diskIds)
    expect((await list(`disks/${kept.diskIds[0] ?? ''}/disksnapshots`)).length).toBe(tables.snapshots.by('disk', kept.diskIds[0] ?? '').length)
  })
  test('running consoles have an address, configured ones none', async () => {
    const both = first('vms', ({ status, hidden }) => status === 'up' && hidden.graphics.length === 2)
    expect((await list(`vms/${both.id}/graphicsconsoles`)).map(({ id, protocol, port }) => [id, protocol, port])).toEqual([['7370696365', 'spice', undefined], ['766e63', 'vnc', undefined]])
    const running = await list(`vms/${both.id}/graphicsconsoles?current`)
    expect(running.map(({ port, tls_port: tls }) => [Number(port) >= 5900, tls !== undefined])).toEqual([[true, true], [true, false]])
    expect(await list(`vms/${stopped.id}/graphicsconsoles?current=true`)).toEqual([])
  })
})

describe('what a host has', () => {
  test('bonds of mode 4 over two ports, and VLANs on them', async () => {
    const nics = await list(`hosts/${upHost.id}/nics`)
    const bond = nics.find(({ name }) => name === 'bond0')
    const slaves = isBody(bond?.bonding) ? items(bond.bonding.slaves) : []
    expect(slaves.map(({ href }) => String(href).startsWith(`/ovirt-engine/api/hosts/${upHost.id}/nics/`))).toEqual([true, true])
    expect(bond?.bonding).toMatchObject({ options: { option: [{ name: 'mode', value: '4' }, { name: 'miimon', value: '100' }] } })
    expect(nics.filter(({ base_interface: base }) => base === 'bond0').every(({ vlan, network }) => isBody(vlan) && isBody(network))).toBe(true)
    expect(await list(`hosts/${upHost.id}/nics/${String(bond?.id)}/networkattachments`)).toMatchObject([{ in_sync: 'true', host_nic: { id: bond?.id }, ip_address_assignments: { ip_address_assignment: [{ assignment_method: 'static' }] } }])
  })
  test('NUMA nodes with their figures, devices below their root', async () => {
    const nodes = await list(`hosts/${upHost.id}/numanodes`)
    expect(nodes.map(({ index }) => index)).toEqual(['0', '1'])
    expect((await list(`hosts/${upHost.id}/numanodes/${String(nodes[0]?.id)}/statistics`)).map(({ name }) => name)).toContain('cpu.current.idle')
    const devices = await list(`hosts/${upHost.id}/devices`)
    const root = devices.find(({ name }) => name === 'computer')
    expect(devices.filter(({ parent_device: parent }) => isBody(parent) && parent.id === root?.id)).toHaveLength(devices.length - 1)
  })
})

describe('statistics', () => {
  test('inline are the same as on their own', async () => {
    const [vm] = await list(`vms?search=id%3D${reporting.id}&detail=statistics`)
    expect(isBody(vm) && items(vm.statistics).map(({ name, values }) => [name, values])).toEqual((await list(`vms/${reporting.id}/statistics`)).map(({ name, values }) => [name, values]))
  })
  test('are found by the id that their name gives them', async () => {
    expect(await read(`hosts/${upHost.id}/statistics/7816602b-c05c-3db7-a4da-3769f7ad8896`)).toMatchObject({ name: 'memory.total', host: { id: upHost.id }, values: { value: [{ datum: upHost.memory }] } })
    expect((await ask(`hosts/${upHost.id}/statistics/00000000-0000-0000-0000-000000000001`)).status).toBe(404)
  })
  test('exist of NICs, ports of hosts and disks; histories of a stopped VM are empty', async () => {
    const nic = tables.nics.by('ownerId', reporting.id)[0]
    const port = tables.hostNics.by('hostId', upHost.id)[0]
    const disk = first('disks', () => true)
    for (const path of [`vms/${reporting.id}/nics/${nic?.id ?? ''}`, `hosts/${upHost.id}/nics/${port?.id ?? ''}`]) expect((await list(`${path}/statistics`)).map(({ name }) => name)).toContain('data.current.rx.bps')
    expect((await list(`disks/${disk.id}/statistics`)).map(({ name }) => name)).toContain('disk.flush.latency')
    expect((await list(`vms/${stopped.id}/statistics`)).find(({ name }) => name === 'cpu.usage.history')?.values).toEqual({})
  })
})

describe('scheduling', () => {
  test('policies are made of units that exist', async () => {
    const policy = first('schedulingPolicies', ({ name }) => name === 'power_saving')
    const units = new Map((await list('schedulingpolicyunits')).map(({ id, name }) => [id, name]))
    const unitNames = async (part: string) => (await list(`schedulingpolicies/${policy.id}/${part}`)).map(({ scheduling_policy_unit: unit }) => units.get(isBody(unit) ? unit.id : ''))
    expect(await unitNames('filters')).toEqual(policy.filterNames)
    expect(await unitNames('weights')).toEqual(policy.weights.map(({ name }) => name))
    expect(await unitNames('balances')).toEqual(['OptimalForPowerSaving'])
  })
  test('affinity groups name their members, labels hang on both sides', async () => {
    const group = first('affinityGroups', () => true)
    const [shown] = (await list(`clusters/${group.cluster.id}/affinitygroups`)).filter(({ id }) => id === group.id)
    expect(isBody(shown) && items(shown.vms).map(({ id }) => id)).toEqual(group.vmIds)
    expect((await list(`clusters/${group.cluster.id}/affinitygroups/${group.id}/vms`)).map(({ id }) => id)).toEqual(group.vmIds)
    const label = first('affinityLabels', ({ vmIds }) => vmIds.length > 0)
    expect((await list(`vms/${label.vmIds[0] ?? ''}/affinitylabels`)).map(({ name }) => name)).toContain(label.name)
    expect((await list(`affinitylabels/${label.id}/hosts`)).map(({ id }) => id)).toEqual(label.hostIds)
  })
  test('profiles belong to clusters and domains; users may not list them all', async () => {
    const cluster = first('clusters', () => true)
    expect((await list(`clusters/${cluster.id}/cpuprofiles`)).map(({ name }) => name)).toEqual([cluster.name])
    expect((await ask('cpuprofiles', 'vmuser@internal')).status).toBe(400)
    expect((await ask('diskprofiles', 'vmuser@internal')).status).toBe(400)
  })
})

test('pools count their VMs, instance types offer both consoles, templates have disks and NICs', async () => {
  const [pool] = await list('vmpools')
  expect(Number(pool?.size)).toBe(tables.vms.by('vm_pool', String(pool?.id)).length)
  expect((await list('instancetypes')).map(({ name }) => name)).toEqual(['Large', 'Medium', 'Small', 'Tiny', 'XLarge'])
  expect(await list('instancetypes/00000003-0003-0003-0003-0000000000be/graphicsconsoles')).toHaveLength(2)
  const template = first('templates', ({ name }) => name === 'rhel9-server')
  expect(await list(`templates/${template.id}/diskattachments`)).toHaveLength(1)
  expect((await list(`templates/${template.id}/nics`)).map(({ name }) => name)).toEqual(['nic1'])
})

test('plain users see the disks of their VMs and no others', async () => {
  const user = first('users', ({ principal }) => principal === 'vmuser')
  const mine = new Set(tables.permissions.by('user', user.id).flatMap(({ object }) => tables.diskAttachments.by('ownerId', object.id).map(({ disk }) => disk.id)))
  const seen = await list('disks', 'vmuser@internal')
  expect(seen.length).toBeGreaterThan(0)
  for (const id of mine) expect(seen.map((disk) => disk.id)).toContain(id)
  expect(seen.length).toBeLessThan(tables.disks.size / 2)
})

describe('what belongs to the objects above', () => {
  test('a host tells its CPUs, the LUNs it sees and its fence agents without their passwords', async () => {
    const topology = upHost.cpu?.topology
    expect(await list(`hosts/${upHost.id}/cpuunits`)).toHaveLength((topology?.cores ?? 0) * (topology?.sockets ?? 0) * (topology?.threads ?? 0))
    const luns = await list(`hosts/${upHost.id}/storage`)
    expect(luns.length).toBeGreaterThan(0)
    expect(luns.every(({ type }) => type === 'iscsi' || type === 'fcp')).toBe(true)
    const fenced = first('hosts', ({ hidden }) => hidden.fenceAgents.length > 0)
    const [agent] = await list(`hosts/${fenced.id}/fenceagents`)
    expect(agent).toMatchObject({ type: 'ipmilan', username: 'fence', options: { option: [{ name: 'lanplus', value: '1' }] } })
    expect(agent).not.toHaveProperty('password')
  })
  test('a data center has the quota that its disks refer to', async () => {
    const dataCenter = first('dataCenters', () => true)
    const [quota] = await list(`datacenters/${dataCenter.id}/quotas`)
    expect(quota).toMatchObject({ name: 'Default', storage_soft_limit_pct: '80' })
    expect(first('disks', ({ name }) => name.startsWith('floating')).quota).toEqual({ id: quota?.id })
  })
})
