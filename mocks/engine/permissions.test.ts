import { beforeEach, describe, expect, test } from 'vitest'
import { systemId } from '../../src/domain/entity.ts'
import { buildWorld } from '../worlds/build.ts'
import type { OwnedWorld } from './createWorld.ts'
import { canSee, everyoneId, hasPermit, isAdministrator, objectsAbove } from './permissions.ts'
import type { ObjectId } from './permissions.ts'
import type { UserRow, VmRow } from './rows.ts'
import { at, logIn } from './testClient.ts'

let world: OwnedWorld
let user: UserRow
let vm: VmRow
beforeEach(() => {
  world = buildWorld({ state: 'small', held: true })
  user = world.tables.users.insert({ id: 'tester', name: 'tester', user_name: 'tester@internal-authz', principal: 'tester', namespace: '*', domain: { id: '' }, domain_entry_id: '', groupIds: ['team'], password: 'demo', failedLogins: 0 })
  const found = [...world.tables.vms.all()].find(({ vm_pool }) => !vm_pool)
  if (!found) throw new Error('the small world has VMs')
  vm = found
})

let given = 0
function give(roleName: string, object: ObjectId, to: { user?: { id: string }; group?: { id: string } } = { user: { id: 'tester' } }): void {
  const role = world.tables.roles.by('name', roleName)[0]
  if (!role) throw new Error(`no role ${roleName}`)
  given += 1
  world.tables.permissions.insert({ id: `given-${given}`, role: { id: role.id }, object, creation_date: 0, ...to })
}
const cluster = (): ObjectId => ({ type: 'cluster', id: vm.cluster.id })
const dataCenter = (): ObjectId => ({ type: 'data_center', id: world.tables.clusters.get(vm.cluster.id)?.data_center?.id ?? '' })
const system: ObjectId = { type: 'system', id: systemId }
const theVm = (): ObjectId => ({ type: 'vm', id: vm.id })

describe('permits count on the object and on everything above it', () => {
  test.each([['vm', theVm], ['cluster', cluster], ['data center', dataCenter], ['system', () => system]])('given on the %s', (_where, object) => {
    expect(hasPermit(world, user, 'run_vm', theVm())).toBe(false)
    give('UserVmManager', object())
    expect(hasPermit(world, user, 'run_vm', theVm())).toBe(true)
    expect(hasPermit(world, user, 'create_host', theVm())).toBe(false)
  })
  test('given to a group of the user, and to everyone', () => {
    give('UserVmManager', theVm(), { group: { id: 'team' } })
    expect(hasPermit(world, user, 'run_vm', theVm())).toBe(true)
    const other = [...world.tables.vms.all()].find(({ id }) => id !== vm.id)
    give('UserRole', { type: 'vm', id: other?.id ?? '' }, { group: { id: everyoneId } })
    expect(hasPermit(world, user, 'run_vm', { type: 'vm', id: other?.id ?? '' })).toBe(true)
  })
  test('a disk counts its storage domain and the VM it is attached to', () => {
    const attachment = [...world.tables.diskAttachments.all()].find(({ ownerId }) => ownerId === vm.id)
    const above = objectsAbove(world, { type: 'disk', id: attachment?.disk.id ?? '' }).map(({ type }) => type)
    expect(new Set(above)).toEqual(new Set(['disk', 'storage_domain', 'data_center', 'vm', 'cluster', 'system']))
  })
  test('taking a permission away, or a permit out of a role, counts at once', () => {
    give('UserVmManager', theVm())
    expect(hasPermit(world, user, 'run_vm', theVm())).toBe(true)
    world.tables.permissions.remove(`given-${given}`)
    expect(hasPermit(world, user, 'run_vm', theVm())).toBe(false)
  })
})

describe('the filtered view', () => {
  test('a role whose sight goes down shows the VMs of its cluster, another one does not', () => {
    give('PowerUserRole', cluster())
    expect(canSee(world, user, theVm())).toBe(false)
    give('UserRole', cluster())
    expect(canSee(world, user, theVm())).toBe(true)
  })
  test('administrative roles show nothing in it', () => {
    give('ClusterAdmin', cluster())
    expect(isAdministrator(world, user)).toBe(true)
    expect(canSee(world, user, theVm())).toBe(false)
  })
  test('a VM brings its template, disks, cluster, data center and storage into sight', () => {
    for (const permission of world.tables.permissions.by('group', everyoneId)) world.tables.permissions.remove(permission.id)
    const disk = world.tables.diskAttachments.by('ownerId', vm.id)[0]?.disk.id ?? ''
    const domain = world.tables.disks.get(disk)?.storage_domains[0]?.id ?? ''
    const around: ObjectId[] = [theVm(), { type: 'template', id: vm.template.id }, { type: 'disk', id: disk }, cluster(), dataCenter(), { type: 'storage_domain', id: domain }]
    expect(around.map((object) => canSee(world, user, object))).toEqual(around.map(() => false))
    give('UserRole', theVm())
    expect(around.map((object) => canSee(world, user, object))).toEqual(around.map(() => true))
    const host = [...world.tables.hosts.all()][0]
    expect(canSee(world, user, { type: 'host', id: host?.id ?? '' })).toBe(false)
  })
  test('lists hold what is seen, single objects beyond are 404', async () => {
    give('UserRole', theVm())
    const client = await logIn(world, 'tester')
    const list = await client.get('/vms')
    expect([at(list.body, 'vm', 0, 'id'), at(list.body, 'vm', 1)]).toEqual([vm.id, undefined])
    const hidden = [...world.tables.vms.all()].find(({ id }) => id !== vm.id)
    expect([(await client.get(`/vms/${vm.id}`)).status, (await client.get(`/vms/${hidden?.id}`)).status, (await client.get(`/vms/${hidden?.id}/nics`)).status]).toEqual([200, 404, 404])
  })
  test('a cluster opened to a user lists its VMs by name', async () => {
    give('UserRole', cluster())
    const client = await logIn(world, 'tester')
    const names = world.tables.vms.byName().filter((row) => row.cluster.id === vm.cluster.id).map(({ name }) => name)
    const body = (await client.get('/vms')).body
    expect(names.map((_name, position) => at(body, 'vm', position, 'name'))).toEqual(names)
  })
})

describe('giving and taking over REST', () => {
  test('without the permit it is a 403, of the last super user a 409, inherited ones are taken where they were given', async () => {
    give('UserRole', theVm())
    const client = await logIn(world, 'tester')
    const body = { role: { name: 'UserRole' }, user: { id: 'tester' } }
    expect((await client.send('POST', `/vms/${vm.id}/permissions`, body)).status).toBe(403)
    const admin = await logIn(world, 'admin')
    const superUser = [...world.tables.permissions.all()].find(({ role }) => role.id === '00000000-0000-0000-0000-000000000001')
    expect((await admin.send('DELETE', `/permissions/${superUser?.id}`)).status).toBe(409)
    give('UserRole', cluster())
    const inherited = await admin.send('DELETE', `/vms/${vm.id}/permissions/given-${given}`)
    expect([inherited.status, at(inherited.body, 'detail')]).toEqual([409, '[The permission is inherited; remove it where it was given.]'])
  })
  test('a permission given on a VM is listed there and at the user, and is one of the VM only', async () => {
    const admin = await logIn(world, 'admin')
    const made = await admin.send('POST', `/vms/${vm.id}/permissions`, { role: { name: 'UserRole' }, user: { id: 'tester' } })
    expect(made.status).toBe(201)
    expect(at(made.body, 'vm', 'id')).toBe(vm.id)
    expect((await admin.get(`/users/tester/permissions/${String(at(made.body, 'id'))}`)).status).toBe(200)
    expect((await admin.send('DELETE', String(at(made.body, 'href')))).status).toBe(200)
    expect(canSee(world, user, theVm())).toBe(false)
  })
  test('an administrator below super user gives no administrative role', async () => {
    give('DataCenterAdmin', dataCenter())
    const client = await logIn(world, 'tester')
    const give403 = await client.send('POST', `/vms/${vm.id}/permissions`, { role: { name: 'ClusterAdmin' }, user: { id: 'tester' } })
    expect(give403.status).toBe(403)
  })
  test('the auditor reads everything and changes nothing', async () => {
    const auditor = await logIn(world, 'auditor')
    expect((await auditor.get(`/vms/${vm.id}`)).status).toBe(200)
    expect((await auditor.get('/macpools')).status).toBe(200)
    const results = await Promise.all([
      auditor.send('POST', '/bookmarks', { name: 'a', value: 'b' }), auditor.send('POST', '/tags', { name: 'a' }),
      auditor.send('DELETE', `/vms/${vm.id}`), auditor.send('POST', '/roles', { name: 'r', administrative: false, permits: { permit: [{ id: '22' }] } }),
    ])
    expect(results.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })
})
