import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import type { ComponentType } from 'react'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import type { Vm } from '../../domain/vm.ts'
import { vms as machines } from '../../engine/resources/vms.ts'
import { vmsWords } from './catalogue.ts'
import { vms } from './index.ts'

let engine: Client
let vm: Vm
const world = buildWorld({ state: 'small', held: true })

beforeAll(async () => {
  engine = await logIn(world, 'admin')
})
beforeEach(async () => {
  giveElementsSize()
  queryClient.clear()
  disconnect()
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
  await vmsWords.load()
  const found = (await machines.readList({ search: 'status=up and name=b* sortby name asc' }))[0]
  if (!found) throw new Error('no machine runs')
  vm = found
})

type Tab = ComponentType<{ readonly parentId: string; readonly parentName: string }>
const drawTab = async (id: string, parentId = vm.id, parentName = vm.name): Promise<void> => {
  const tab = vms.tabs?.find((one) => one.id === id)
  if (!tab) throw new Error(`no tab ${id}`)
  const { Tab: Loaded } = await tab.load()
  const Held = () => {
    const [Shown] = useState<Tab>(() => Loaded)
    return <Shown parentId={parentId} parentName={parentName} />
  }
  await draw(<Held />, { client: queryClient })
}
const first = async (path: string, ...keys: readonly (string | number)[]): Promise<string> => {
  const value = at((await engine.get(path)).body, ...keys)
  return typeof value === 'string' ? value : ''
}
const shows = (text: string) => waitFor(() => expect(document.body.textContent).toContain(text))

describe('the page of a virtual machine', () => {
  test.for<readonly [tab: string, what: string, read: () => Promise<string>]>([
    ['vm.tab.general', 'template', async () => first(`/templates/${vm.originalTemplate?.id ?? vm.template?.id ?? ''}`, 'name')],
    ['vm.tab.nics', 'MAC address', async () => first(`/vms/${vm.id}/nics`, 'nic', 0, 'mac', 'address')],
    ['vm.tab.disks', 'disk', async () => first(`/vms/${vm.id}/diskattachments?follow=disk`, 'disk_attachment', 0, 'disk', 'alias')],
    ['vm.tab.snapshots', 'snapshot', async () => first(`/vms/${vm.id}/snapshots`, 'snapshot', 1, 'description')],
    ['vm.tab.applications', 'application', async () => first(`/vms/${vm.id}/applications`, 'application', 0, 'name')],
    ['vm.tab.guestinfo', 'distribution', async () => first(`/vms/${vm.id}`, 'guest_operating_system', 'distribution')],
    ['vm.tab.affinitylabels', 'label', async () => first(`/vms/${vm.id}/affinitylabels`, 'affinity_label', 0, 'name')],
    ['host.tab.vms', 'machine of the host', () => Promise.resolve(vm.name)],
    ['cluster.tab.vms', 'machine of the cluster', () => Promise.resolve(vm.name)],
  ])('the tab %s shows the %s that REST tells', async ([tab, , read], { annotate }) => {
    const expected = await read()
    expect(expected).not.toBe('')
    const parents = { 'host.tab.vms': { path: 'hosts', to: vm.host }, 'cluster.tab.vms': { path: 'clusters', to: vm.cluster } }
    const parent = tab === 'host.tab.vms' || tab === 'cluster.tab.vms' ? parents[tab] : undefined
    if (parent?.to) await drawTab(tab, parent.to.id, await first(`/${parent.path}/${parent.to.id}`, 'name'))
    else await drawTab(tab)
    await shows(expected)
    await annotate(tab, 'proven')
  })

  test('without devices of hosts the tab says so', async () => {
    await drawTab('vm.tab.hostdevices')
    await waitFor(() => expect(document.body.textContent).toContain('No devices of hosts'))
  })

  test('a setting that the next start changes is shown with both values', async () => {
    await engine.send('PUT', `/vms/${vm.id}`, { display: { monitors: '3' } })
    await drawTab('vm.tab.general')
    await waitFor(() => {
      const fact = screen.getByText('Monitors').closest('[data-feature="vm.fact.monitors"]')
      expect(fact?.textContent).toMatch(/^Monitors.*From the next start: 3$/)
    })
  })

  test('what is pinned to a host is listed beside what runs there', async () => {
    const pinned = (await machines.readList({})).find(({ pinnedHosts }) => pinnedHosts.length > 0)
    const hostId = pinned?.pinnedHosts[0]?.id
    if (!pinned || hostId === undefined) throw new Error('nothing is pinned')
    await drawTab('host.tab.vms', hostId, await first(`/hosts/${hostId}`, 'name'))
    screen.getByText('Pinned here').click()
    await waitFor(() => expect([...document.querySelectorAll('tr[data-index] a[href^="/vms/"]')].map((link) => link.textContent)).toContain(pinned.name))
  })
})
