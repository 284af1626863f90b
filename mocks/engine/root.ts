/** The API's root object. Source: BackendApiResource, ApiRootLinksCreator. */
import { blankId } from '../../src/domain/entity.ts'
import type * as Model from '../../src/wire/model.generated.ts'
import type { Call } from './call.ts'
import { encodeBody } from './encode.ts'
import { seededId } from './ids.ts'
import { optionText } from './options.ts'
import { collectionAt } from './registry.ts'

/** Collections in the order of the root's links; those with `search` have a second link. */
const rootLinks: readonly (readonly [name: string, searchable?: boolean])[] = [
  ['clusters', true], ['datacenters', true], ['events', true], ['hosts', true], ['networks', true], ['roles'], ['storagedomains', true], ['tags'],
  ['bookmarks'], ['icons'], ['templates', true], ['instancetypes', true], ['users', true], ['groups', true], ['domains'], ['vmpools', true], ['vms', true],
  ['disks', true], ['jobs'], ['storageconnections'], ['vnicprofiles'], ['diskprofiles'], ['cpuprofiles'], ['schedulingpolicyunits'], ['schedulingpolicies'],
  ['permissions'], ['macpools'], ['networkfilters'], ['operatingsystems'], ['externalhostproviders'], ['openstackimageproviders'], ['openstackvolumeproviders'],
  ['openstacknetworkproviders'], ['katelloerrata'], ['affinitylabels'], ['clusterlevels'], ['imagetransfers'], ['externalvmimports'], ['externaltemplateimports'],
]

export function rootAnswer(call: Call): object {
  const { world, user, base, filtered } = call
  const link = rootLinks.filter(([name]) => collectionAt(name)).flatMap(([name, searchable]) => [
    { href: `${base}/${name}`, rel: name },
    ...(searchable ? [{ href: name === 'events' ? `${base}/events;from={event_id}?search={query}` : `${base}/${name}?search={query}`, rel: `${name}/search` }] : []),
  ])
  const fullVersion = optionText(world, 'ProductRPMVersion') ?? ''
  const [major = 0, minor = 0, build = 0, revision = 0] = (optionText(world, 'VdcVersion') ?? '').split('.').map(Number)
  const root = encodeBody('Api', {
    product_info: { instance_id: seededId(world.seed, 0), name: 'oVirt Engine', vendor: 'ovirt.org', version: { build, full_version: fullVersion, major, minor, revision } },
    special_objects: { blank_template: { id: blankId }, root_tag: { id: blankId } },
    ...(!filtered && { summary: summaryOf(call) }),
    time: world.now(),
    authenticated_user: { id: user.id },
    effective_user: { id: user.id },
  }, base)
  return { ...root, link }
}

/** Statuses that count as active. Source: GetSystemStatisticsQuery. */
const activeVmStatuses = ['up', 'powering_up', 'migrating', 'wait_for_launch', 'reboot_in_progress', 'powering_down', 'paused', 'unknown'] as const satisfies readonly Model.VmStatus[]
const activeHostStatuses = ['up', 'preparing_for_maintenance'] as const satisfies readonly Model.HostStatus[]

function summaryOf({ world }: Call): Model.ApiSummary {
  const { vms, hosts, storageDomains, users, sessions } = world.tables
  const activeDomains = [...storageDomains.all()].filter(({ hidden }) => hidden.attachments.some(({ status }) => status === 'active')).length
  return {
    hosts: { active: activeHostStatuses.reduce((sum, status) => sum + hosts.by('status', status).length, 0), total: hosts.size },
    storage_domains: { active: activeDomains, total: storageDomains.size },
    users: { active: new Set([...sessions.all()].map(({ userId }) => userId)).size, total: users.size },
    vms: { active: activeVmStatuses.reduce((sum, status) => sum + vms.by('status', status).length, 0), total: vms.size },
  }
}
