import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildWorld } from '../../worlds/build.ts'
import { handle } from '../handle.ts'

const world = buildWorld({ state: 'datacenter', now: () => Date.UTC(2026, 5, 3, 10) })
const { tables } = world

async function read(path: string, user = 'admin@internal'): Promise<unknown> {
  const answer = await handle(new Request(`http://engine/ovirt-engine/api/${path}`, { headers: { Accept: 'application/json', Authorization: `Basic ${btoa(`${user}:demo`)}` } }), world)
  expect(answer.status, path).toBe(200)
  return await answer.json()
}
const sample = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../golden/samples/${name}.json`, import.meta.url), 'utf8'))

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Paths of the sample that our answer lacks or writes as another kind of value. Actions come with the pages that need them. */
function differences(wanted: unknown, got: unknown, path = ''): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got)) return [`${path}: no list`]
    if (path.endsWith('.link')) {
      const rels = new Set(got.map((link: unknown) => isObject(link) ? link.rel : undefined))
      return wanted.flatMap((link: unknown) => isObject(link) && !rels.has(link.rel) ? [`${path} ${String(link.rel)}`] : [])
    }
    return wanted.length > 0 && got.length > 0 ? differences(wanted[0], got[0], `${path}[]`) : []
  }
  if (!isObject(wanted)) return typeof wanted === typeof got ? [] : [`${path}: ${typeof got} instead of ${typeof wanted}`]
  if (!isObject(got)) return [`${path}: absent`]
  return Object.entries(wanted).flatMap(([key, value]) => key === 'actions' ? [] : key in got ? differences(value, got[key], `${path}.${key}`) : [`${path}.${key}: absent`])
}

const vm = [...tables.vms.all()].find((row) => row.status === 'up' && row.hidden.graphics.length === 2 && row.fqdn !== undefined && [...tables.snapshots.by('vmId', row.id)].length > 1) ?? [...tables.vms.all()].find(({ fqdn }) => fqdn !== undefined)
const vnc = [...tables.vms.all()].find((row) => row.status === 'up' && row.hidden.graphics.length === 1)
const disk = [...tables.disks.all()].find((row) => row.format === 'cow' && tables.diskAttachments.by('disk', row.id).some(({ ownerId }) => tables.vms.get(ownerId)?.fqdn !== undefined))
const dataCenter = tables.dataCenters.byName()[0]
const nfs = [...tables.storageDomains.all()].find(({ master }) => master)
const tagged = [...tables.networks.all()].find(({ usages, vlan }) => vlan && usages?.includes('vm'))
const template = [...tables.templates.all()].find(({ name }) => name === 'rhel9-server')
const cluster = tables.clusters.byName()[0]

const host = tables.hosts.byName().find(({ status }) => status === 'up')

const paths: readonly (readonly [sample: string, path: string])[] = [
  ['attached-storage-domain', `datacenters/${dataCenter?.id ?? ''}/storagedomains/${nfs?.id ?? ''}`],
  ['disk', `disks/${disk?.id ?? ''}`],
  ['network', `networks/${tagged?.id ?? ''}`],
  ['cluster-network', `clusters/${cluster?.id ?? ''}/networks/00000000-0000-0000-0000-000000000009`],
  ['vnic-profile', 'vnicprofiles/0000000a-000a-000a-000a-000000000398'],
  ['template', `templates/${template?.id ?? ''}`],
  ['vm-pool', `vmpools/${[...tables.vmPools.all()][0]?.id ?? ''}`],
  ['snapshots', `vms/${vm?.id ?? ''}/snapshots`],
  ['vm-statistics', `vms/${vm?.id ?? ''}/statistics`],
  ['graphics-consoles', `vms/${vm?.id ?? ''}/graphicsconsoles`],
  ['graphics-consoles-current', `vms/${vnc?.id ?? ''}/graphicsconsoles?current`],
  ['data-center', `datacenters/${dataCenter?.id ?? ''}`],
  ['cluster', `clusters/${cluster?.id ?? ''}`],
  ['host', `hosts/${host?.id ?? ''}`],
  ['vms-list', `vms?search=id%3D${vm?.id ?? ''}`],
  ['vm-follow', `vms/${vm?.id ?? ''}?follow=disk_attachments.disk,nics.reporteddevices`],
]

test.each(paths)('%s has the members of its sample, each as the same kind of value', async (name, path) => {
  const got = await read(path)
  expect(differences(sample(name), got)).toEqual([])
})

test('every kind of storage domain has the members of its sample', async () => {
  const wanted = sample('storage-domains')
  const got = await read('storagedomains')
  const list = (body: unknown): Record<string, unknown>[] => isObject(body) && Array.isArray(body.storage_domain) ? body.storage_domain.filter(isObject) : []
  const kind = (domain: Record<string, unknown>) => `${String(domain.type)} ${isObject(domain.storage) ? String(domain.storage.type) : ''} ${String(domain.status)}`
  const ours = new Map(list(got).map((domain) => [kind(domain), domain]))
  const compared = list(wanted).filter((domain) => ours.has(kind(domain)))
  expect(compared.map(kind)).toEqual(expect.arrayContaining(['data nfs undefined', 'data iscsi undefined', 'iso nfs undefined', 'data nfs unattached']))
  for (const domain of compared) expect(differences(domain, ours.get(kind(domain))).filter((difference) => !difference.includes('.storage.mount_options')), kind(domain)).toEqual([])
})
