import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toAccepted } from '../changes.ts'
import { decodeItems } from '../children.ts'
import { EngineFault } from '../fault.ts'
import { decodeJob } from '../jobs.ts'
import { decodeOption } from '../options.ts'
import { decodeRoot } from '../product.ts'
import { json, playEngine } from '../testEngine.ts'
import { request } from '../transport.ts'
import { decodeCluster } from './clusters.ts'
import { decodeDataCenter } from './dataCenters.ts'
import { decodeDisk, decodeDiskAttachment } from './disks.ts'
import { decodeEvent } from './events.ts'
import { decodeHost } from './hosts.ts'
import { decodeNetwork, decodeVnicProfile } from './networks.ts'
import { decodeNic } from './nics.ts'
import { decodePermission } from './permissions.ts'
import { decodeRole } from './roles.ts'
import { decodeSnapshot } from './snapshots.ts'
import { decodeReadings } from './statistics.ts'
import { decodeStorageDomain } from './storageDomains.ts'
import { decodeTag } from './tags.ts'
import { decodeTemplate } from './templates.ts'
import { decodeUser } from './users.ts'
import { decodeGraphicsConsole } from './vmDetails.ts'
import { decodeVmPool } from './vmPools.ts'
import { decodeVm } from './vms.ts'

const folder = new URL('../../../mocks/golden/samples/', import.meta.url)
// Samples are what the engine's own serializer wrote; each is read as the type its name says.
const sample = <W>(name: string): W => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as W
const items = <T, W>(name: string, element: string, decode: (wire: W) => T): readonly T[] => decodeItems(sample<Record<string, unknown>>(name), element, decode)

/** Digits or truth left as text, outside the members whose text may look like that. */
function leaks(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return /^(true|false|-?\d+)$/.test(value) && !/(^|\.)(id|name|imageId|full|fullVersion|domainEntryId|value|serial|guestOsVersion|guestKernel|.*Version)$/.test(path) ? [`${path}=${value}`] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => leaks(item, `${path}.${index}`))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => leaks(item, path ? `${path}.${key}` : key)) : []
}

const decoded: Readonly<Record<string, () => unknown>> = {
  'attached-storage-domain': () => decodeStorageDomain(sample('attached-storage-domain')),
  'cluster-network': () => decodeNetwork(sample('cluster-network')),
  'create-accepted': () => decodeDisk(sample('create-accepted')),
  'create-created': () => decodeTag(sample('create-created')),
  'data-center': () => decodeDataCenter(sample('data-center')),
  'events-list': () => items('events-list', 'event', decodeEvent),
  'graphics-consoles-current': () => items('graphics-consoles-current', 'graphics_console', decodeGraphicsConsole),
  'graphics-consoles': () => items('graphics-consoles', 'graphics_console', decodeGraphicsConsole),
  'job-steps': () => decodeJob(sample('job-steps')),
  'role-permits': () => decodeRole(sample('role-permits')),
  'root-user': () => decodeRoot(sample('root-user')),
  'storage-domains': () => items('storage-domains', 'storage_domain', decodeStorageDomain),
  'system-option': () => decodeOption(sample('system-option'), ''),
  'vm-follow': () => decodeVm(sample('vm-follow')),
  'vm-pool': () => decodeVmPool(sample('vm-pool')),
  'vm-statistics': () => decodeReadings(sample<{ statistic: [] }>('vm-statistics').statistic, 1),
  'vms-list': () => items('vms-list', 'vm', decodeVm),
  'vnic-profile': () => decodeVnicProfile(sample('vnic-profile')),
  cluster: () => decodeCluster(sample('cluster')),
  disk: () => decodeDisk(sample('disk')),
  host: () => decodeHost(sample('host')),
  network: () => decodeNetwork(sample('network')),
  permissions: () => items('permissions', 'permission', decodePermission),
  root: () => decodeRoot(sample('root')),
  snapshots: () => items('snapshots', 'snapshot', decodeSnapshot),
  template: () => decodeTemplate(sample('template')),
  user: () => decodeUser(sample('user')),
}

/** Read by other tests of this file, by the session, or by what is built on consoles and transfers. */
const others = ['action-accepted', 'action-response', 'delete-response', 'empty-list', 'empty-list-touched', 'fault', 'fault-action', 'fault-syntax', 'sso-token', 'sso-token-info',
  'sso-error-api-scope', 'sso-error-other-scope', 'user-options', 'action-connection-file', 'action-proxy-ticket', 'action-ticket', 'image-transfer']

test('every sample is read by something', () => {
  const names = readdirSync(folder).map((name) => name.replace('.json', ''))
  expect([...Object.keys(decoded), ...others].toSorted()).toEqual(names.toSorted())
})

test.each(Object.keys(decoded))('%s has no numbers or truth values left as text', (name) => {
  const value = decoded[name]?.()
  expect(JSON.stringify(value).length).toBeGreaterThan(20)
  expect(leaks(value)).toEqual([])
})

test('a running VM is read with bytes, counts, times and guest', () => {
  const [vm] = items('vms-list', 'vm', decodeVm)
  expect(vm).toMatchObject({
    name: 'web01', status: 'up', memoryBytes: 2147483648, guaranteedMemoryBytes: 1073741824, sockets: 2, coresPerSocket: 1, vcpus: 2, startedAt: 1788990000456,
    fqdn: 'web01.example.com', guestOsFamily: 'Linux', guestKernel: '5.14.0-427.el9.x86_64', guestTimeZoneOffset: '+01:00', timeZone: 'Etc/GMT', runOnce: false,
    host: { id: 'c4a8e6b2-19d3-4f7a-a5be-7d21c3e10001' }, bootDevices: ['hd'], highAvailability: false, priority: 1, migrationDowntimeMs: -1, osType: 'rhel_9x64',
  })
})

test('a stopped VM has no host, no guest and no addresses', () => {
  const vm = items('vms-list', 'vm', decodeVm)[1]
  expect(vm).toMatchObject({ status: 'down', host: undefined, guestOsFamily: undefined, ips: [] })
})

test('a VM without a status has illegal images, and unknown words stay', () => {
  expect(decodeVm({ id: '1' }).status).toBe('image_illegal')
  expect(decodeVm({ id: '1', status: 'teleporting' }).status).toBe('teleporting')
  expect(decodeHost({ id: '1', status: 'on_strike' }).status).toBe('on_strike')
})

test('disks and NICs that were read along are whole', () => {
  const { disk_attachments, nics } = sample<{ disk_attachments: Record<string, unknown>; nics: Record<string, unknown> }>('vm-follow')
  const [attachment] = decodeItems(disk_attachments, 'disk_attachment', decodeDiskAttachment)
  expect(attachment?.disk?.provisionedBytes).toBeGreaterThan(0)
  const [nic] = decodeItems(nics, 'nic', decodeNic)
  expect(nic?.reportedDevices[0]?.ips[0]?.address).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
})

test('histories are oldest first, the newest is the value, empty ones are absent', () => {
  const readings = decodeReadings(sample<{ statistic: [] }>('vm-statistics').statistic, 1)
  expect(readings.histories['cpu.usage.history']).toEqual([5, 3, 3, 4])
  expect(readings.values['cpu.usage.history']).toBe(4)
  expect(readings.values['cpu.current.total']).toBe(3.5)
  expect(readings.histories['network.usage.history']).toBeUndefined()
  expect(readings.texts['disks.usage']).toContain('"fs":"xfs"')
})

test('administrators are told apart by the summary', () => {
  expect(decodeRoot(sample('root')).summary?.vms).toEqual({ active: 7, total: 12 })
  expect(decodeRoot(sample('root-user')).summary).toBeUndefined()
})

test('a domain under a data center tells its status there', () => {
  expect(decodeStorageDomain(sample('attached-storage-domain'))).toMatchObject({ status: 'active', master: true, availableBytes: 429496729600, nfsVersion: 'v4_2', dataCenters: [{ id: '9b0f4e22-77a1-4d1f-b0c3-5e8fa1d10001' }] })
})

test('a permission names its object, a system permission none', () => {
  expect(items('permissions', 'permission', decodePermission)[0]?.object).toEqual({ type: 'vm', id: '6f1c2a10-0b1d-4c55-9a3e-1f60d2a10001' })
  expect(decodePermission({ id: '1', role: { id: 'r' } }).object.type).toBe('system')
})

test.each(['empty-list', 'empty-list-touched'])('%s is an empty list', (name) => {
  expect(items(name, name === 'empty-list' ? 'vm' : 'user_option', (wire) => wire)).toEqual([])
})

describe('answers to changes', () => {
  const accepted = (name: string, status = 200) => toAccepted({ status, body: sample(name), correlationId: 'c' })
  test.each([
    ['action-response', 200, { correlationId: 'c', jobId: 'f2c4e6a8-5b90-4d12-a679-1c3de5f10001' }],
    ['action-accepted', 202, { correlationId: 'c', jobId: 'f2c4e6a8-5b90-4d12-a679-1c3de5f10001' }],
    ['create-created', 201, { correlationId: 'c', id: sample<{ id: string }>('create-created').id }],
    ['create-accepted', 202, { correlationId: 'c', id: sample<{ id: string }>('create-accepted').id }],
  ])('%s', (name, status, expected) => {
    expect(accepted(name, status)).toEqual(expected)
  })
  test('a removal names its job where it has one', () => {
    expect(accepted('delete-response')).toEqual({ correlationId: 'c', ...(sample<{ job?: { id: string } }>('delete-response').job ? { jobId: sample<{ job: { id: string } }>('delete-response').job.id } : {}) })
  })
  test('202 may come without a body', () => {
    expect(toAccepted({ status: 202, body: undefined, correlationId: 'c' })).toEqual({ correlationId: 'c' })
  })
})

test.each([['fault', 409], ['fault-action', 409], ['fault-syntax', 400]])('%s is a fault with reason and messages', async (name, status) => {
  playEngine(() => json(sample(name), status))
  const fault: unknown = await request('POST', 'x').catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(EngineFault)
  expect(fault).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/.+/), messages: [expect.stringMatching(/.+/)] })
})
