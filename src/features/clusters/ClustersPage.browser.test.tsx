import { screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handle } from '../../../mocks/engine/handle.ts'
import { at, logIn, rowsAt } from '../../../mocks/engine/testClient.ts'
import type { Client } from '../../../mocks/engine/testClient.ts'
import { buildWorld } from '../../../mocks/worlds/build.ts'
import { draw, giveElementsSize } from '../../blocks/testing.tsx'
import { queryClient } from '../../engine/cache.ts'
import { connect, disconnect } from '../../engine/connection.ts'
import { Tab as AffinityGroupsTab } from './AffinityGroupsTab.tsx'
import { clustersWords } from './catalogue.ts'
import { ClustersPage } from './ClustersPage.tsx'
import { Tab as CpuProfilesTab } from './CpuProfilesTab.tsx'
import { Tab as DataCenterClustersTab } from './DataCenterClustersTab.tsx'
import { Tab as GeneralTab } from './GeneralTab.tsx'
import { Tab as NetworksTab } from './NetworksTab.tsx'

let engine: Client
const world = buildWorld({ state: 'datacenter', held: true })

beforeAll(async () => {
  giveElementsSize()
  engine = await logIn(world, 'admin')
})
beforeEach(async () => {
  queryClient.clear()
  disconnect()
  connect({ fetch: (request) => handle(request, world), token: () => engine.token })
  await clustersWords.load()
})

const listAt = async (path: string, element: string): Promise<readonly unknown[]> => rowsAt((await engine.get(path)).body, element)
const clusterNamed = async (name: string): Promise<unknown> => (await listAt(`/clusters?search=name%3D${name}`, 'cluster'))[0]
const cellOf = async (row: string, column: string): Promise<string> => {
  const line = (await screen.findByText(row, { selector: '[data-pinned] *' })).closest('tr')
  return line?.querySelector(`[data-feature~="${column}"]`)?.textContent.trim() ?? ''
}
const factOf = (id: string): string => document.querySelector(`.pf-v6-c-description-list__group[data-feature~="${id}"] dd`)?.textContent ?? ''
const drawTab = async (Tab: ComponentType<{ readonly parentId: string; readonly parentName: string }>): Promise<unknown> => {
  const cluster = await clusterNamed('Default')
  await draw(<Tab parentId={String(at(cluster, 'id'))} parentName="Default" />, { client: queryClient })
  return cluster
}

describe('clusters', () => {
  test('the list shows what REST tells, with counts up to a hundred', async ({ annotate }) => {
    await draw(<ClustersPage />, { client: queryClient, at: '/clusters' })
    const cluster = await clusterNamed('Default')
    expect(await cellOf('Default', 'cluster.col.name')).toBe('Default')
    expect(await cellOf('Default', 'cluster.col.description')).toBe(at(cluster, 'description'))
    expect(await cellOf('Default', 'cluster.col.cputype')).toBe(at(cluster, 'cpu', 'type'))
    expect(await cellOf('Default', 'cluster.col.version')).toBe(`${String(at(cluster, 'version', 'major'))}.${String(at(cluster, 'version', 'minor'))}`)
    const hosts = await listAt('/hosts?search=cluster%3DDefault', 'host')
    const machines = await listAt('/vms?search=cluster%3DDefault&max=1000', 'vm')
    await waitFor(async () => expect(await cellOf('Default', 'cluster.col.hosts')).toBe(String(hosts.length)))
    await waitFor(async () => expect(await cellOf('Default', 'cluster.col.vms')).toBe(machines.length >= 100 ? '100+' : String(machines.length)))
    expect(machines.length).toBeGreaterThan(100)
    await waitFor(async () => expect(await cellOf('Default', 'cluster.col.upgrade')).toBe('Upgrades available'))
    await waitFor(async () => expect(await cellOf('Default', 'cluster.col.additional')).toContain('Updates are available'))
    for (const id of ['cluster.list.main', 'cluster.col.name', 'cluster.col.version', 'cluster.col.description', 'cluster.col.cputype', 'cluster.col.upgrade']) await annotate(id, 'proven')
  })

  test('a running upgrade shows how far it is', async () => {
    const id = String(at(await clusterNamed('desktops'), 'id'))
    world.tables.clusters.change(id, (row) => {
      row.upgrade_in_progress = true
      row.upgrade_percent_complete = 40
    })
    await draw(<ClustersPage />, { client: queryClient, at: '/clusters?search=name%3Ddesktops' })
    expect((await screen.findByRole('progressbar', { name: 'The cluster is being upgraded' })).getAttribute('aria-valuenow')).toBe('40')
  })

  test('a search finds what the engine finds', async ({ annotate }) => {
    await draw(<ClustersPage />, { client: queryClient, at: '/clusters?search=name%3Ddesk*' })
    await waitFor(() => expect([...document.querySelectorAll('[data-feature="cluster.col.name"] a')].map(({ textContent }) => textContent)).toEqual(['desktops']))
    await annotate('cluster.list.search', 'proven')
  })

  test('General tells how a cluster treats its machines', async () => {
    const cluster = await drawTab(GeneralTab)
    await screen.findByText('Policies')
    expect(factOf('cluster.fact.overcommit')).toBe(`${String(at(cluster, 'memory_policy', 'over_commit', 'percent'))}%`)
    expect(factOf('cluster.fact.resilience')).toBe('Migrate virtual machines')
    expect(factOf('cluster.fact.kind')).toBe('Virtualization')
    const policy = at((await engine.get(`/schedulingpolicies/${String(at(cluster, 'scheduling_policy', 'id'))}`)).body, 'name')
    await waitFor(() => expect(factOf('cluster.fact.scheduling')).toBe(policy))
  })

  test('networks stand there with their state and roles', async ({ annotate }) => {
    const cluster = await drawTab(NetworksTab)
    const networks = await listAt(`/clusters/${String(at(cluster, 'id'))}/networks`, 'network')
    expect(await cellOf('ovirtmgmt', 'field.status')).toBe('Operational')
    expect(await cellOf('ovirtmgmt', 'cluster.network.roles')).toContain('Management')
    await waitFor(() => expect(document.querySelectorAll('tbody [data-pinned]').length).toBe(networks.length))
    await annotate('cluster.tab.networks', 'proven')
  })

  test('affinity groups name their members and whether they are kept', async ({ annotate }) => {
    const cluster = await drawTab(AffinityGroupsTab)
    const [group] = await listAt(`/clusters/${String(at(cluster, 'id'))}/affinitygroups`, 'affinity_group')
    const name = String(at(group, 'name'))
    const vm = at((await engine.get(`/vms/${String(at(group, 'vms', 'vm', 0, 'id'))}`)).body, 'name')
    await waitFor(async () => expect(await cellOf(name, 'entities.vm')).toContain(String(vm)))
    expect(await cellOf(name, 'field.status')).toBe(at(group, 'broken') === 'true' ? 'Broken' : 'Kept')
    await annotate('cluster.tab.affinitygroups', 'proven')
  })

  test('CPU profiles stand there', async ({ annotate }) => {
    const cluster = await drawTab(CpuProfilesTab)
    const [profile] = await listAt(`/clusters/${String(at(cluster, 'id'))}/cpuprofiles`, 'cpu_profile')
    expect(await cellOf(String(at(profile, 'name')), 'field.name')).toBe(at(profile, 'name'))
    await annotate('cluster.tab.cpuprofiles', 'proven')
  })

  test('a data center lists its clusters', async ({ annotate }) => {
    await draw(<DataCenterClustersTab parentName="Default" />, { client: queryClient })
    await screen.findByRole('grid', { name: 'Clusters' })
    const expected = (await listAt('/clusters?search=datacenter.name%3DDefault%20sortby%20name%20asc', 'cluster')).map((cluster) => at(cluster, 'name'))
    await waitFor(() => expect([...document.querySelectorAll('[data-feature="cluster.col.name"] a')].map(({ textContent }) => textContent)).toEqual(expected))
    expect(expected.length).toBe(2)
    await annotate('dc.tab.clusters', 'proven')
  })
})
