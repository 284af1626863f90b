import { expect, test } from './fixtures.ts'
import { dialogOf, submit } from './verbs/dialog.ts'
import { findVms, readVm } from './verbs/rest.ts'
import { actOnSelection, expectCell, openRowMenu, rowOf, selectRows } from './verbs/table.ts'

const list = 'Virtual machines'
interface Attachments { readonly disk_attachment?: readonly { readonly disk: { readonly id: string } }[] }
interface Tags { readonly tag?: readonly { readonly name: string }[] }

test('machines are removed with their disks or without, as far as the disks can stay', async ({ page, engine, visit, advance, prove, expected }) => {
  // Rows that vanish are asked for once more.
  expected.push(/status of 404/)
  const [alone, based] = [await readVm(engine, 'cache02'), await readVm(engine, 'desk-fin-01')]
  await engine.send('POST', `vms/${alone.id}/stop`)
  await advance(10)
  const disksOf = async (id: string): Promise<readonly string[]> => ((await engine.get<Attachments>(`vms/${id}/diskattachments`)).disk_attachment ?? []).map(({ disk }) => disk.id)
  const [kept, gone] = [await disksOf(alone.id), await disksOf(based.id)]
  expect([kept.length > 0, gone.length > 0]).toEqual([true, true])
  await visit('/vms?search=name%20%3D%20cache02%20or%20name%20%3D%20desk-fin-01')
  await selectRows(page, 'cache02', 'desk-fin-01')
  await actOnSelection(page, 'Remove')
  const dialog = await dialogOf(page, 'Remove 2 virtual machines?')
  const fixed = dialog.getByRole('checkbox', { name: 'Remove disks of desk-fin-01' })
  await expect(fixed).toBeChecked()
  await expect(fixed).toBeDisabled()
  await expect(dialog).toContainText('Its disks depend on a template and cannot stay alone.')
  await dialog.getByRole('checkbox', { name: 'Remove disks of cache02' }).uncheck()
  await submit(dialog, 'Remove 2 virtual machines')
  await advance(30)
  await expect(rowOf(page, 'cache02')).toHaveCount(0)
  await expect(rowOf(page, 'desk-fin-01')).toHaveCount(0)
  expect(await findVms(engine, 'name = cache02 or name = desk-fin-01')).toEqual([])
  for (const id of kept) expect(await engine.get<{ readonly status: string }>(`disks/${id}`)).toMatchObject({ status: 'ok' })
  for (const id of gone) await expect(engine.get(`disks/${id}`)).rejects.toThrow('404')
  prove('vm.action.remove', 'vm.dialog.remove')
})

test('tags are given to several machines at once', async ({ page, engine, visit, prove }) => {
  const tagsOf = async (name: string): Promise<readonly string[]> => ((await engine.get<Tags>(`vms/${(await readVm(engine, name)).id}/tags`)).tag ?? []).map((tag) => tag.name)
  const before = [...await tagsOf('cache01'), ...await tagsOf('cache02')]
  const fresh = ['critical', 'staging', 'production', 'owner'].find((tag) => !before.includes(tag)) ?? ''
  await visit('/vms')
  await expect(rowOf(page, 'cache01')).toBeVisible()
  await selectRows(page, 'cache01', 'cache02')
  await actOnSelection(page, 'Assign tags')
  const dialog = await dialogOf(page, 'Tags of 2 virtual machines')
  await dialog.getByRole('checkbox', { name: fresh, exact: true }).check()
  await submit(dialog, 'Save')
  for (const name of ['cache01', 'cache02']) await expect.poll(() => tagsOf(name)).toContain(fresh)
  expect([...await tagsOf('cache01'), ...await tagsOf('cache02')].toSorted()).toEqual([...before, fresh, fresh].toSorted())
  await page.getByRole('link', { name: 'cache01', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText(fresh)
  prove('vm.action.assigntags', 'vm.dialog.tags')
})

test('what another client does appears within the interval of the feed, without a reload', async ({ page, engine, visit, advance, prove }) => {
  const vm = await readVm(engine, 'cache01')
  let loads = 0
  page.on('load', () => { loads += 1 })
  await visit('/vms')
  await expectCell(page, list, 'cache01', 'Description', '')
  await expect(rowOf(page, 'exchange01')).toBeVisible()
  await advance(5)
  const before = loads
  await engine.send('PUT', `vms/${vm.id}`, { description: 'Moved to the new rack' })
  await engine.send('POST', `vms/${(await readVm(engine, 'exchange01')).id}/stop`)
  await advance(5)
  await expectCell(page, list, 'cache01', 'Description', 'Moved to the new rack')
  await expectCell(page, list, 'exchange01', 'Status', /^Down/)
  expect(loads).toBe(before)

  // With a longer interval nothing comes by itself until it has passed, or until somebody asks.
  await page.getByRole('button', { name: 'Refresh interval: 5 s' }).click()
  await page.getByRole('menuitem', { name: '1 min' }).click()
  await advance(60)
  await engine.send('PUT', `vms/${vm.id}`, { description: 'Back in the old rack' })
  await page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true }).click()
  await expectCell(page, list, 'cache01', 'Description', 'Back in the old rack')
  const { user } = await engine.get<{ readonly user: readonly { readonly id: string; readonly user_name: string }[] }>('users?search=usrname%3Dadmin*')
  const me = user.find(({ user_name: name }) => name.startsWith('admin@'))
  await expect.poll(async () => JSON.stringify(await engine.get<object>(`users/${me?.id}/options`))).toContain('refreshSeconds\\":60')
  prove('common.list.refresh', 'shell.action.refresh')
})

test('an auditor sees everything and may do nothing', async ({ page, engine, visit }) => {
  const vm = await readVm(engine, 'ldap01')
  const names = (await findVms(engine, 'sortby name asc')).map(({ name }) => name)
  await visit('/vms', 'auditor')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Virtual machines ${names.length}`)
  await expectCell(page, list, 'ldap01', 'Status', 'Down')
  const main = page.getByRole('main')
  const actions = ['Run', 'Suspend', 'Shut down', 'Power off', 'Migrate', 'Remove', 'Maintenance', 'Activate', 'Assign tags', 'Save this search', 'More actions']
  const offersNothing = async (): Promise<void> => {
    for (const name of actions) await expect(main.getByRole('button', { name, exact: true }), name).toHaveCount(0)
  }
  await offersNothing()
  await expect(main.getByRole('button', { name: /^Actions of / })).toHaveCount(0)
  await page.getByRole('rowheader', { name: 'ldap01', exact: true }).click({ button: 'right' })
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await page.getByRole('link', { name: 'ldap01', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'ldap01' })).toBeVisible()
  await offersNothing()
  await page.getByRole('link', { name: 'Hosts', exact: true }).click()
  await expectCell(page, 'Hosts', 'host01', 'Status', /^Up/)
  await offersNothing()
  // Whose console of the host it is, the host itself asks.
  await expect((await openRowMenu(page, 'host01')).getByRole('menuitem')).toHaveText(['Host console (Cockpit)'])

  await expect(engine.send('POST', `vms/${vm.id}/start`, {}, 'auditor')).rejects.toThrow(/: 40[03] /)
  await expect(engine.send('DELETE', `vms/${vm.id}`, undefined, 'auditor')).rejects.toThrow(/: 40[03] /)
  expect((await readVm(engine, 'ldap01')).status).toBe('down')
})
