import { expect, test } from './fixtures.ts'
import { dialogOf, submit } from './verbs/dialog.ts'
import { findEvents, readVm } from './verbs/rest.ts'
import { search } from './verbs/search.ts'
import { actOnRow, cellOf, expectCell, rowNames, rowOf } from './verbs/table.ts'
import type { EventWire, Events, Jobs, Names, Steps } from './wire.ts'

const list = 'Events'

test('every column of the event log says what the engine says', async ({ page, engine, visit, prove, expected }) => {
  // The dismissed event is asked for once more.
  expected.push(/status of 404.*events/)
  // An operation of a user on a machine names everything that an event can name.
  const vm = await readVm(engine, 'ldap01')
  await engine.send('POST', `vms/${vm.id}/start`)
  await engine.send('POST', 'events', { description: 'Water in the cellar', severity: 'warning', origin: 'Facility', custom_id: 4711 })
  const { event = [] } = await engine.get<Events>('events?max=50')
  const find = (fits: (one: EventWire) => boolean): EventWire => {
    const found = event.find(fits)
    if (!found) throw new Error('no such event')
    return found
  }
  const started = find(({ vm: of, user, host, correlation_id: id }) => of !== undefined && user !== undefined && host !== undefined && id !== undefined)
  const external = find(({ origin }) => origin === 'Facility')
  const storage = ((await engine.get<Events>('events?max=400')).event ?? []).find(({ storage_domain: of }) => of !== undefined)
  const nameOf = async (path: string, to: { readonly id: string } | undefined): Promise<string> => (to ? (await engine.get<Names>(`${path}/${to.id}`)).name : '')
  await visit('/events?view=advanced')
  const id = started.id
  await expectCell(page, list, id, 'Severity', /^\s*Normal/)
  await expect((await cellOf(page, list, id, 'Time')).getByRole('time')).toHaveAttribute('datetime', new Date(started.time).toISOString())
  await expectCell(page, list, id, 'Message', /ldap01/)
  await expectCell(page, list, id, 'Event ID', started.code)
  await expectCell(page, list, id, 'User', /admin/)
  await expectCell(page, list, id, 'Host', await nameOf('hosts', started.host))
  await expectCell(page, list, id, 'Virtual machine', 'ldap01')
  await expectCell(page, list, id, 'Data center', await nameOf('datacenters', started.data_center))
  await expectCell(page, list, id, 'Cluster', await nameOf('clusters', started.cluster))
  await expectCell(page, list, id, 'Template', await nameOf('templates', started.template))
  await expectCell(page, list, id, 'Correlation ID', started.correlation_id ?? '')
  await expectCell(page, list, id, 'Origin', started.origin)
  await expectCell(page, list, external.id, 'Origin', 'Facility')
  await expectCell(page, list, external.id, 'Custom event ID', external.custom_id ?? '')
  await expectCell(page, list, external.id, 'Severity', /^\s*Warning/)
  await expectCell(page, list, external.id, 'Message', 'Water in the cellar')
  prove('event.list.main', 'event.column.severity', 'event.column.time', 'event.column.message', 'event.column.code', 'event.column.user', 'event.column.host', 'event.column.vm', 'event.column.data-center', 'event.column.cluster', 'event.column.template', 'event.column.correlation', 'event.column.origin', 'event.column.custom')
  const domain = await nameOf('storagedomains', storage?.storage_domain)
  await search(page, `event_storage = ${domain}`)
  await expectCell(page, list, storage?.id ?? '', 'Storage domain', domain)
  prove('event.column.storage')
  await search(page, '')

  await actOnRow(page, external.id, 'Show details')
  await expect(page).toHaveURL(new RegExp(`/events/${external.id}$`))
  await expect(page.getByRole('main')).toContainText('Water in the cellar')
  prove('event.action.details')
  await page.goBack()
  await actOnRow(page, external.id, 'Dismiss')
  await submit(await dialogOf(page, 'Dismiss 1 event?'), 'Dismiss 1 event')
  await expect(rowOf(page, external.id)).toHaveCount(0)
  expect(((await engine.get<Events>('events?max=20')).event ?? []).map((one) => one.id)).not.toContain(external.id)
  prove('event.action.dismiss')

  await search(page, 'severity = error')
  const errors = (await findEvents(engine, 'severity = error')).map((one) => one.id)
  await expect.poll(async () => {
    const shown = await rowNames(page, list)
    return shown.length > 0 && shown.every((one, index) => one === errors[index])
  }).toBe(true)
})

test('the page of tasks lists the tasks of the engine with their steps', async ({ page, engine, visit, advance, prove }) => {
  await engine.send('POST', `vms/${(await readVm(engine, 'ldap01')).id}/start`)
  await advance(60)
  await visit('/tasks')
  const { job = [] } = await engine.get<Jobs>('jobs')
  const started = job.find(({ description, status }) => description.includes('ldap01') && status === 'finished')
  if (!started) throw new Error('the engine keeps no task of the start')
  const tasks = page.getByRole('list', { name: 'Tasks' }).getByRole('listitem')
  await expect(tasks).toHaveCount(job.length)
  const task = tasks.filter({ hasText: started.description })
  await expect(task).toContainText('Finished')
  await expect(task).toContainText(new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(started.start_time))
  prove('job.list.main', 'job.column.status', 'job.column.description', 'job.column.time')
  await task.getByRole('button', { name: 'Show steps' }).click()
  const { step = [] } = await engine.get<Steps>(`jobs/${started.id}/steps`)
  expect(step.length).toBeGreaterThan(0)
  for (const { description } of step) await expect(task).toContainText(description)
  prove('job.action.expand', 'job.column.steps')
})
