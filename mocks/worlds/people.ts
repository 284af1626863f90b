/** Users, groups and their permissions, tags, bookmarks, affinity groups and labels. */
import type { UserRow, VmRow } from '../engine/rows.ts'
import { internalDomain, roleId, systemObject } from './basics.ts'
import type { accounts } from './basics.ts'
import type { Plan } from './plan.ts'
import { dayMs } from './plan.ts'
import { clustersOf } from './sites.ts'

const firstNames = ['Anna', 'Jonas', 'Mei', 'Lucia', 'Pavel', 'Sofia', 'Liam', 'Yuki', 'Omar', 'Nina', 'Victor', 'Elena', 'Tariq', 'Grace', 'Hugo', 'Ingrid', 'Wei', 'Priya', 'Marek', 'Chloe']
const lastNames = ['Keller', 'Weber', 'Tanaka', 'Romero', 'Novak', 'Rossi', 'Murphy', 'Sato', 'Haddad', 'Berg', 'Moreau', 'Popov', 'Khan', 'Okafor', 'Silva', 'Larsen', 'Zhang', 'Nair', 'Kowalski', 'Martin']
const departments = ['Finance', 'Research', 'Sales', 'Operations', 'Support', 'Human Resources', 'Legal', 'Marketing']

type Accounts = Readonly<Record<(typeof accounts)[number], UserRow>>
type ObjectOf = { type: 'system' | 'data_center' | 'cluster' | 'vm' | 'vm_pool' | 'template'; id: string }

/** What the four accounts may do; `vmuser` gets a few VMs of every usual status and the first pools. */
export function addRights(plan: Plan, { admin, auditor, power, vmuser }: Accounts): void {
  const give = granter(plan, 'account right')
  give(admin, 'SuperUser', systemObject)
  give(auditor, 'ReadOnlyAdmin', systemObject)
  const home = plan.dataCenters[0]
  if (home) give(power, 'PowerUserRole', { type: 'data_center', id: home.row.id })
  const mine: VmRow[] = []
  for (const [status, wanted] of [['up', 4], ['down', 2], ['suspended', 1], ['paused', 1]] as const) {
    mine.push(...plan.vms.filter((vm) => vm.status === status && !vm.vm_pool).slice(0, wanted))
  }
  for (const vm of mine) give(vmuser, 'UserRole', { type: 'vm', id: vm.id })
  for (const pool of [...plan.world.tables.vmPools.all()].slice(0, 2)) give(vmuser, 'UserRole', { type: 'vm_pool', id: pool.id })
}

function granter(plan: Plan, purpose: string) {
  let number = 0
  return (to: UserRow | { groupId: string }, role: string, object: ObjectOf) => plan.world.tables.permissions.insert({
    id: plan.id(purpose, (number += 1)), role: { id: roleId(role) }, object, creation_date: plan.now - (number % 700) * dayMs - dayMs, ...('groupId' in to ? { group: { id: to.groupId } } : { user: { id: to.id } }),
  })
}

export function addPeople(plan: Plan): void {
  const { tables } = plan.world
  const { scale } = plan
  if (scale.vms === 0) return
  const random = plan.random('people')
  const groups = Array.from({ length: scale.groups }, (_, number) => {
    const name = `${departments[number % departments.length] ?? 'Team'}${number < departments.length ? '' : ` ${Math.floor(number / departments.length) + 1}`}`
    return tables.groups.insert({ id: plan.id('group', number), name, namespace: '*', domain: { id: internalDomain.id }, domain_entry_id: plan.id('group entry', number) })
  })
  const users = Array.from({ length: Math.max(0, scale.users - 4) }, (_, number) => {
    const first = firstNames[number % firstNames.length] ?? 'Kim'
    const last = lastNames[(number + Math.floor(number / firstNames.length)) % lastNames.length] ?? 'Lee'
    const round = Math.floor(number / (firstNames.length * lastNames.length))
    const login = `${first}.${last}${round === 0 ? '' : round + 1}`.toLowerCase()
    const group = groups[number % Math.max(1, groups.length)]
    return tables.users.insert({
      id: plan.id('person', number), name: first, last_name: last, user_name: `${login}@${internalDomain.name}`, principal: login, namespace: '*', domain: { id: internalDomain.id }, domain_entry_id: plan.id('person entry', number),
      email: `${login}@example.com`, department: group?.name ?? '', groupIds: group ? [group.id] : [], failedLogins: 0,
    })
  })
  const give = granter(plan, 'right')
  const clusters = clustersOf(plan)
  for (const [number, group] of groups.entries()) {
    const cluster = clusters[number % clusters.length]
    if (cluster) give({ groupId: group.id }, number % 3 === 0 ? 'PowerUserRole' : 'VmCreator', { type: 'cluster', id: cluster.row.id })
  }
  const wanted = scale.permissions - tables.permissions.size
  for (let number = 0; number < wanted && users.length > 0 && plan.vms.length > 0; number += 1) {
    const user = users[number % users.length]
    if (user) give(user, random.weighted([['UserRole', 60], ['UserVmManager', 30], ['UserVmRunTimeManager', 10]]), { type: 'vm', id: random.pick(plan.vms).id })
  }
}

/** A tree of tags in two levels below the root, most of them on some VMs, hosts and users. */
export function addTags(plan: Plan): void {
  if (plan.scale.vms === 0) return
  const { tables } = plan.world
  const random = plan.random('tags')
  const rootId = '00000000-0000-0000-0000-000000000000'
  const roots = ['environment', 'department', 'owner'].map((name, number) => tables.tags.insert({ id: plan.id('tag', number), name, description: '', parentId: rootId }))
  const words = ['production', 'staging', 'critical', 'finance', 'research', 'team-a', 'team-b', 'legacy', 'gdpr', 'backup-daily']
  let uses = 0
  const assign = (tagId: string, type: 'vm' | 'host' | 'user', id: string) => tables.tagUses.insert({ id: plan.id('tag use', (uses += 1)), tagId, target: { type, id } })
  const hosts = [...tables.hosts.all()]
  for (let number = 0; number < plan.scale.tags - roots.length; number += 1) {
    const parent = roots[number % roots.length]
    const round = Math.floor(number / words.length)
    const tag = tables.tags.insert({ id: plan.id('tag', roots.length + number), name: `${words[number % words.length] ?? 'tag'}${round === 0 ? '' : `-${round + 1}`}`, description: '', parentId: parent?.id ?? rootId })
    const chosen = new Set(Array.from({ length: Math.min(plan.vms.length, 12) }, () => random.pick(plan.vms).id))
    for (const id of chosen) assign(tag.id, 'vm', id)
    if (hosts.length > 0) assign(tag.id, 'host', random.pick(hosts).id)
  }
  const bookmarks = [['Running VMs', 'Vms: status = up sortby cpu_usage desc'], ['Problem hosts', 'Host: status != up'], ['Errors of today', 'Events: severity >= error and time >= today']] as const
  bookmarks.forEach(([name, value], number) => tables.bookmarks.insert({ id: plan.id('bookmark', number), name, value }))
}

/** Affinity groups over a few VMs of one cluster, alternately keeping together (soft) and apart (soft); labels over VMs and hosts. None is broken by the placement. */
export function addAffinity(plan: Plan): void {
  const { tables } = plan.world
  const { scale } = plan
  if (scale.vms === 0) return
  const clusters = clustersOf(plan).filter(({ places }) => places.length > 1)
  const byCluster = Map.groupBy(plan.vms.filter(({ vm_pool: pool }) => !pool), ({ cluster }) => cluster.id)
  for (let number = 0; number < scale.affinityGroups && clusters.length > 0; number += 1) {
    const cluster = clusters[number % clusters.length]
    const vms = byCluster.get(cluster?.row.id ?? '') ?? []
    if (!cluster || vms.length < 3) continue
    const start = (Math.floor(number / clusters.length) * 3) % (vms.length - 2)
    const members = vms.slice(start, start + 3)
    const positive = number % 2 === 1
    tables.affinityGroups.insert({
      id: plan.id('affinity group', number), name: `${positive ? 'together' : 'apart'}-${String(number + 1).padStart(2, '0')}`, description: '', cluster: { id: cluster.row.id }, priority: 1 + (number % 3), enforcing: false, positive,
      vms_rule: { enabled: true, enforcing: false, positive }, hosts_rule: { enabled: number % 4 === 3, enforcing: false, positive: true }, vmIds: members.map(({ id }) => id), hostIds: number % 4 === 3 ? cluster.places.slice(0, 2).map(({ host }) => host.id) : [],
      vmLabelIds: [], hostLabelIds: [],
    })
  }
  for (let number = 0; number < scale.affinityLabels && clusters.length > 0; number += 1) {
    const cluster = clusters[number % clusters.length]
    if (!cluster) continue
    // the hosts are those the VMs run on, so that the label's rule holds
    const vms = (byCluster.get(cluster.row.id) ?? []).filter(({ status }) => status === 'up').slice(number * 2, number * 2 + 2)
    tables.affinityLabels.insert({
      id: plan.id('affinity label', number), name: ['licensed', 'gpu', 'fast-storage', 'compliance', 'rack-a'][number % 5] + (number < 5 ? '' : `-${Math.floor(number / 5) + 1}`), has_implicit_affinity_group: true,
      vmIds: vms.map(({ id }) => id), hostIds: [...new Set([...vms.flatMap(({ host }) => host?.id ?? []), ...cluster.places.map(({ host }) => host.id)])],
    })
  }
}
