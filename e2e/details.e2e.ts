import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { readHost, readVm } from './verbs/rest.ts'
import { expectCell, rowOf } from './verbs/table.ts'
import type { Names } from './wire.ts'

const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name, exact: true }).click()
  await expect(page.getByRole('tab', { name, exact: true })).toHaveAttribute('aria-selected', 'true')
}
/** Texts that the open tab must show: what the engine just told. */
const expectShown = async (page: Page, what: string, values: readonly (string | undefined)[]): Promise<void> => {
  const known = values.filter((value) => value !== undefined && value !== '')
  expect(known.length, `${what} that the engine tells`).toBeGreaterThan(0)
  for (const value of known) await expect(page.getByRole('tabpanel'), what).toContainText(value ?? '')
}

test('the tabs of a virtual machine show what the engine keeps of it', async ({ page, engine, visit, prove }) => {
  const vm = await readVm(engine, 'backup01')
  const of = <Answer>(path: string): Promise<Answer> => engine.get<Answer>(`vms/${vm.id}/${path}`)
  await visit(`/vms/${vm.id}`)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1, name: 'backup01' })).toBeVisible()
  await expectShown(page, 'General', [vm.id, vm.fqdn, `${Number(vm.memory) / 2 ** 30} GiB`])
  prove('vm.tab.general')

  await openTab(page, 'Network interfaces')
  const { nic } = await of<{ readonly nic: readonly (Names & { readonly mac: { readonly address: string } })[] }>('nics')
  await expectShown(page, 'interfaces', nic.flatMap(({ name, mac }) => [name, mac.address]))
  prove('vm.tab.nics')

  await openTab(page, 'Disks')
  const { disk_attachment: attachments } = await of<{ readonly disk_attachment: readonly { readonly disk: { readonly id: string } }[] }>('diskattachments')
  const disks = await Promise.all(attachments.map(({ disk }) => engine.get<{ readonly alias: string }>(`disks/${disk.id}`)))
  await expectShown(page, 'disks', disks.map(({ alias }) => alias))
  prove('vm.tab.disks')

  await openTab(page, 'Snapshots')
  const { snapshot } = await of<{ readonly snapshot: readonly { readonly description: string; readonly snapshot_type: string }[] }>('snapshots')
  expect(snapshot.some(({ snapshot_type: type }) => type === 'active')).toBe(true)
  await expectShown(page, 'snapshots', snapshot.filter(({ snapshot_type: type }) => type === 'regular').map(({ description }) => description))
  prove('vm.tab.snapshots')

  await openTab(page, 'Applications')
  const { application } = await of<{ readonly application: readonly Names[] }>('applications')
  await expectShown(page, 'applications', application.map(({ name }) => name))
  prove('vm.tab.applications')

  await openTab(page, 'Guest information')
  const { guest_operating_system: os } = await of<{ readonly guest_operating_system?: { readonly kernel?: { readonly version?: { readonly full_version?: string } }; readonly distribution?: string } }>('')
  await expectShown(page, 'guest', [os?.distribution])
  prove('vm.tab.guestinfo')

  await openTab(page, 'Affinity labels')
  const { affinity_label: labels } = await of<{ readonly affinity_label: readonly Names[] }>('affinitylabels')
  await expectShown(page, 'labels', labels.map(({ name }) => name))
  prove('vm.tab.affinitylabels')

  await openTab(page, 'Permissions')
  const { permission } = await of<{ readonly permission: readonly { readonly role: { readonly id: string } }[] }>('permissions')
  const role = await engine.get<Names>(`roles/${permission[0]?.role.id}`)
  await expectShown(page, 'roles', [role.name])

  await openTab(page, 'Events')
  const { event } = await engine.get<{ readonly event: readonly { readonly id: string; readonly code: string }[] }>(`events?search=${encodeURIComponent('vm.name = backup01')}&max=5`)
  await expect(rowOf(page, event[0]?.id ?? '')).toBeVisible()
  prove('vm.tab.events', 'common.col.events')

  await page.getByRole('navigation', { name: 'Path of this page' }).getByRole('button').click()
  await page.getByRole('menuitem', { name: 'backup02' }).or(page.getByRole('option', { name: 'backup02' })).first().click()
  await expect(main.getByRole('heading', { level: 1, name: 'backup02' })).toBeVisible()
  prove('common.list.breadcrumb')
})

test('the tabs of a host show what the engine keeps of it', async ({ page, engine, visit, prove }) => {
  const host = await readHost(engine, 'host03')
  const of = <Answer>(path: string): Promise<Answer> => engine.get<Answer>(`hosts/${host.id}/${path}`)
  await visit(`/hosts/${host.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'host03' })).toBeVisible()
  const { hardware_information: hardware, cpu } = await of<{ readonly hardware_information: { readonly serial_number: string; readonly product_name: string }; readonly cpu: { readonly name: string } }>('?all_content=true')
  await expectShown(page, 'General', [cpu.name, hardware.serial_number, hardware.product_name])
  prove('host.tab.general')

  await openTab(page, 'Virtual machines')
  const { vm } = await engine.get<{ readonly vm: readonly (Names & { readonly status: string })[] }>(`vms?search=${encodeURIComponent('host.name = host03')}`)
  expect(vm.length).toBeGreaterThan(2)
  for (const { name } of vm) await expectCell(page, 'Virtual machines', name, 'Status', 'Up')
  prove('host.tab.vms')

  await openTab(page, 'Network interfaces')
  const { host_nic: nics } = await of<{ readonly host_nic: readonly (Names & { readonly mac?: { readonly address: string } })[] }>('nics')
  await expectShown(page, 'interfaces', nics.slice(0, 3).map(({ name }) => name))
  prove('host.tab.interfaces')

  await openTab(page, 'Host devices')
  const { host_device: devices } = await of<{ readonly host_device: readonly Names[] }>('devices')
  await expectShown(page, 'devices', devices.slice(0, 3).map(({ name }) => name))
  prove('host.tab.devices')

  await openTab(page, 'Permissions')
  const { permission } = await of<{ readonly permission: readonly { readonly role: { readonly id: string } }[] }>('permissions')
  await expectShown(page, 'roles', [(await engine.get<Names>(`roles/${permission[0]?.role.id}`)).name])
  prove('host.tab.permissions')

  await openTab(page, 'Events')
  const { event } = await engine.get<{ readonly event: readonly { readonly id: string }[] }>(`events?search=${encodeURIComponent('host.name = host03')}&max=5`)
  await expect(rowOf(page, event[0]?.id ?? '')).toBeVisible()
  prove('host.tab.events')
})

test('clusters and data centers are listed with what the engine says of them', async ({ page, engine, visit, prove }) => {
  const { cluster: [cluster] } = await engine.get<{ readonly cluster: readonly (Names & { readonly version: { readonly major: string; readonly minor: string }; readonly cpu: { readonly type: string }; readonly description?: string })[] }>('clusters')
  const { data_center: [dataCenter] } = await engine.get<{ readonly data_center: readonly (Names & { readonly version: { readonly major: string; readonly minor: string } })[] }>('datacenters')
  if (!cluster || !dataCenter) throw new Error('the engine has neither cluster nor data center')
  await visit('/clusters')
  await expectCell(page, 'Clusters', cluster.name, 'Name', cluster.name)
  await expectCell(page, 'Clusters', cluster.name, 'Description', cluster.description ?? '')
  await expectCell(page, 'Clusters', cluster.name, 'Compatibility version', `${cluster.version.major}.${cluster.version.minor}`)
  await expectCell(page, 'Clusters', cluster.name, 'CPU type', cluster.cpu.type)
  await expectCell(page, 'Clusters', cluster.name, 'Hosts', '3')
  await expectCell(page, 'Clusters', cluster.name, 'VMs', '24')
  prove('cluster.list.main', 'cluster.col.name', 'cluster.col.version', 'cluster.col.cputype', 'cluster.col.hosts', 'cluster.col.vms')
  await page.goto('/datacenters')
  await expectCell(page, 'Data centers', dataCenter.name, 'Status', 'Up')
  await expectCell(page, 'Data centers', dataCenter.name, 'Status icon', /^Up/)
  await expectCell(page, 'Data centers', dataCenter.name, 'Compatibility version', `${dataCenter.version.major}.${dataCenter.version.minor}`)
  await expectCell(page, 'Data centers', dataCenter.name, 'Storage type', 'Shared')
  prove('dc.list.main', 'dc.col.name', 'dc.col.status', 'dc.col.status_icon', 'dc.col.version', 'dc.col.storagetype')
})
