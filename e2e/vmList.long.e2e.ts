import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { dialogOf } from './verbs/dialog.ts'
import { findVms, readVm } from './verbs/rest.ts'
import { search } from './verbs/search.ts'
import { cellOf, expectCell, headersOf, rowNames, rowOf, selectRows, sortBy, tableOf } from './verbs/table.ts'
import type { Names, Statistics, Vms } from './wire.ts'

const list = 'Virtual machines'

test('every column of a virtual machine says what the engine says', async ({ page, engine, visit, prove }) => {
  const { id } = await readVm(engine, 'backup01')
  await engine.send('PUT', `vms/${id}`, { comment: 'Tapes leave on Fridays', description: 'Nightly copies' })
  const vm = await readVm(engine, 'backup01')
  const percentages = async (name: string): Promise<readonly string[]> => {
    const { statistic = [] } = await engine.get<Statistics>(`vms/${id}/statistics`)
    return (statistic.find((one) => one.name === name)?.values.value ?? []).map(({ datum }) => `${Math.round(datum ?? 0)}%`)
  }
  const before = { memory: await percentages('memory.usage.history'), cpu: await percentages('cpu.usage.history'), network: await percentages('network.usage.history') }
  const { reported_device: devices } = await engine.get<{ readonly reported_device: readonly { readonly ips: { readonly ip: readonly { readonly address: string }[] } }[] }>(`vms/${id}/reporteddevices`)
  const addresses = devices.flatMap(({ ips }) => ips.ip.map(({ address }) => address)).filter((address) => !address.startsWith('fe80'))
  const host = await engine.get<Names>(`hosts/${vm.host?.id}`)
  const cluster = await engine.get<Names & { readonly data_center: { readonly id: string } }>(`clusters/${vm.cluster.id}`)
  const dataCenter = await engine.get<Names>(`datacenters/${cluster.data_center.id}`)
  const { graphics_console: consoles } = await engine.get<{ readonly graphics_console: readonly { readonly protocol: string }[] }>(`vms/${id}/graphicsconsoles?current=true`)
  expect(vm).toMatchObject({ status: 'up', type: 'server', next_run_configuration_exists: 'true', comment: 'Tapes leave on Fridays' })
  expect(consoles.map(({ protocol }) => protocol)).toEqual(['vnc'])

  await visit('/vms')
  await expectCell(page, list, vm.name, 'Status icon', /^Up/)
  await expectCell(page, list, vm.name, 'Kind', 'Server, Changes wait for the next start')
  await expectCell(page, list, vm.name, 'Name', vm.name)
  await expectCell(page, list, vm.name, 'Comment', vm.comment ?? '')
  await expectCell(page, list, vm.name, 'Host', host.name)
  await expectCell(page, list, vm.name, 'IP addresses', addresses.join(' '))
  await expectCell(page, list, vm.name, 'FQDN', vm.fqdn ?? '')
  await expectCell(page, list, vm.name, 'Cluster', cluster.name)
  await expectCell(page, list, vm.name, 'Data center', dataCenter.name)
  await expectCell(page, list, vm.name, 'Graphics', 'VNC')
  await expectCell(page, list, vm.name, 'Status', 'Up')
  await expectCell(page, list, vm.name, 'Description', vm.description ?? '')
  await expect((await cellOf(page, list, vm.name, 'Uptime')).getByRole('time')).toHaveAttribute('datetime', new Date(vm.start_time ?? 0).toISOString())
  for (const [header, measured] of [['Memory', before.memory], ['CPU', before.cpu], ['Network', before.network]] as const) {
    const cell = await cellOf(page, list, vm.name, header)
    await expect(cell, header).toHaveText(/^\d+%$/)
    expect(measured.slice(0, 2), `newest ${header} of the engine`).toContain(await cell.textContent())
  }
  prove('vm.list.main', 'vm.col.status_icon', 'vm.col.type_icon', 'vm.col.name', 'vm.col.comment', 'vm.col.host', 'vm.col.ip', 'vm.col.fqdn', 'vm.col.cluster', 'vm.col.datacenter', 'vm.col.graphics', 'vm.col.status', 'vm.col.description', 'vm.col.uptime', 'vm.col.memory_usage', 'vm.col.cpu_usage', 'vm.col.network_usage')

  // The others, one of each status that the world has.
  const words: Readonly<Record<string, string>> = { up: 'Up', down: 'Down', paused: 'Paused', suspended: 'Suspended', image_locked: 'Image locked' }
  for (const [status, word] of Object.entries(words)) {
    const [other] = (await findVms(engine, 'sortby name')).filter((one) => one.status === status)
    await search(page, `name = ${other?.name}`)
    await expectCell(page, list, other?.name ?? '', 'Status', new RegExp(`^${word}`))
    await expectCell(page, list, other?.name ?? '', 'Status icon', new RegExp(`^${word}`))
  }
  prove('vm.list.status.up', 'vm.list.status.down', 'vm.list.status.paused', 'vm.list.status.suspended', 'vm.list.status.image_locked')
})

test('headers sort as the engine does, quick filters narrow, and pages follow the window', async ({ page, engine, visit, prove }) => {
  await visit('/vms')
  await expect(rowOf(page, 'backup01')).toBeVisible()
  for (const [header, field] of [['Memory', 'mem_usage'], ['Status', 'status'], ['Name', 'name']] as const) {
    for (const direction of ['asc', 'desc']) {
      await sortBy(page, list, header)
      await expect(tableOf(page, list).getByRole('columnheader', { name: header, exact: true })).toHaveAttribute('aria-sort', direction === 'asc' ? 'ascending' : 'descending')
      await expect.poll(async () => {
        const wanted = (await findVms(engine, `sortby ${field} ${direction}`)).map(({ name }) => name)
        const shown = await rowNames(page, list)
        return shown.length >= 15 && shown.every((name, index) => name === wanted[index])
      }, `${header} ${direction}`).toBe(true)
    }
  }
  prove('common.list.sort')

  await page.getByRole('group', { name: 'Quick filters' }).getByRole('button', { name: 'Stopped' }).click()
  const stopped = (await findVms(engine, '(status=down or status=suspended)'.replaceAll(/[()]/g, ''))).map(({ name }) => name).toSorted()
  await expect.poll(async () => (await rowNames(page, list)).toSorted()).toEqual(stopped)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Virtual machines ${stopped.length}`)
})

test('many rows are chosen with pointer and keys', async ({ page, visit, prove, engine }) => {
  await visit('/vms')
  const names = (await findVms(engine, 'sortby name asc')).map(({ name }) => name)
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = names
  const chosen = page.getByRole('main').getByRole('status').filter({ hasText: 'selected' })
  await selectRows(page, first)
  await expect(chosen).toContainText('1 selected')
  await rowOf(page, fourth).getByRole('checkbox').click({ modifiers: ['Shift'] })
  await expect(chosen).toContainText('4 selected')
  await rowOf(page, second).getByRole('gridcell').nth(1).click({ modifiers: ['ControlOrMeta'] })
  await expect(chosen).toContainText('3 selected')
  await expect(rowOf(page, second)).toHaveAttribute('aria-selected', 'false')
  await rowOf(page, third).press('Home')
  await expect(rowOf(page, first)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(rowOf(page, second)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(rowOf(page, fifth)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(chosen).toContainText(`${names.length} selected`)
  await chosen.getByRole('button', { name: 'Clear' }).click()
  await expect(chosen).toBeHidden()
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).click()
  await expect(chosen).toContainText(`${names.length} selected`)
  prove('common.list.multiselect', 'shell.action.select-rows', 'vm.list.selection')
})

test('columns and density are arranged once and come back after a reload', async ({ page, engine, visit, prove }) => {
  const vm = await readVm(engine, 'cache01')
  const me = await engine.get<{ readonly user: readonly { readonly id: string; readonly user_name: string }[] }>('users?search=usrname%3Dadmin*')
  await visit('/vms')
  await expect(rowOf(page, 'cache01')).toBeVisible()
  const rowHeight = async (): Promise<number> => (await rowOf(page, 'cache01').boundingBox())?.height ?? 0
  const compact = await rowHeight()
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  const dialog = await dialogOf(page, 'Columns')
  await dialog.getByRole('checkbox', { name: 'vCPUs' }).check()
  await dialog.getByRole('checkbox', { name: 'Defined memory' }).check()
  await dialog.getByRole('checkbox', { name: 'Comment' }).uncheck()
  await dialog.getByRole('button', { name: 'Cluster further to the front' }).click()
  await dialog.getByRole('radio', { name: 'Roomy' }).check()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  const arranged = async (): Promise<void> => {
    await expect(rowOf(page, 'cache01')).toBeVisible()
    const headers = await headersOf(page, list)
    expect(headers).not.toContain('Comment')
    expect(headers.indexOf('Cluster')).toBeLessThan(headers.indexOf('FQDN'))
    expect(await rowHeight()).toBeGreaterThan(compact)
  }
  await arranged()
  const { sockets, cores, threads } = vm.cpu.topology
  await expectCell(page, list, 'cache01', 'vCPUs', String(Number(sockets) * Number(cores) * Number(threads)))
  await expectCell(page, list, 'cache01', 'Defined memory', `${Number(vm.memory) / 2 ** 30} GiB`)
  prove('vm.col.vcpus', 'vm.col.defined_memory')

  const userId = me.user.find(({ user_name: name }) => name.startsWith('admin@'))?.id
  await expect.poll(async () => JSON.stringify(await engine.get<object>(`users/${userId}/options`))).toContain('vm.col.vcpus')
  await page.reload()
  await arranged()
  prove('common.list.columns', 'shell.action.column-chooser')
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await (await dialogOf(page, 'Columns')).getByRole('button', { name: 'Reset to defaults' }).click()
  await (await dialogOf(page, 'Columns')).getByRole('button', { name: 'Close' }).last().click()
  expect(await headersOf(page, list)).toContain('Comment')
  await expect.poll(async () => JSON.stringify(await engine.get<object>(`users/${userId}/options`))).not.toContain('vm.col.vcpus')
  prove('shell.action.reset-columns')
})

test.describe('in a data center of 200 machines', () => {
  test.use({ start: { state: 'datacenter' } })

  test('the export holds every page of the list, as the engine has it', async ({ page, engine, visit, prove }) => {
    const all = (await engine.get<Vms>('vms?search=sortby%20name%20asc&max=1000')).vm ?? []
    const hosts = new Map((await engine.get<{ readonly host: readonly Names[] }>('hosts')).host.map(({ id, name }) => [id, name]))
    const clusters = new Map((await engine.get<{ readonly cluster: readonly Names[] }>('clusters')).cluster.map(({ id, name }) => [id, name]))
    expect(all.length).toBeGreaterThan(190)
    await visit('/vms')
    await expect(rowOf(page, all[0]?.name ?? '')).toBeVisible()
    await expect(page.getByText(/ of \d00\+$/)).toBeVisible()
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(rowOf(page, all[100]?.name ?? '')).toBeFocused()
    await page.getByRole('button', { name: 'Previous page' }).click()
    await expect(rowOf(page, all[0]?.name ?? '')).toBeFocused()
    prove('common.list.paging', 'shell.action.next-previous-page')

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export all matches as CSV' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('Virtual machines.csv')
    const text = readFileSync(await file.path(), 'utf8')
    expect(text.startsWith('\u{FEFF}')).toBe(true)
    const [head = '', ...lines] = text.slice(1).trimEnd().split('\r\n')
    const headers = head.split(',')
    const column = (name: string): readonly string[] => lines.map((line) => line.split(',')[headers.indexOf(name)] ?? '')
    expect(column('Name')).toEqual(all.map(({ name }) => name))
    expect(column('Status')).toEqual(all.map(({ status }) => status))
    expect(column('Host')).toEqual(all.map(({ host }) => hosts.get(host?.id ?? '') ?? ''))
    expect(column('Cluster')).toEqual(all.map(({ cluster }) => clusters.get(cluster.id) ?? ''))
    expect(column('FQDN')).toEqual(all.map(({ fqdn }) => fqdn ?? ''))
    expect(column('IP addresses').filter((address) => address !== '').length).toBeGreaterThan(100)
    prove('common.list.export')
  })
})
