/** Which objects a search can reach from which, and how. Source: searchbackend, *CrossRefAutoCompleter and SearchObjectAutoCompleter (joins). */
import type { ClusterRow, DataCenterRow, DiskRow, EventRow, HostRow, NetworkRow, StorageDomainRow, TemplateRow, UserRow, VmRow } from '../rows.ts'
import type { World } from '../world.ts'
import {
  clusterOf, clustersOfStorage, dataCentersOfStorage, domainsOfDisk, eventsBy, oneOrNone, present, storageOf, storageOfDataCenter, usersOn, vmsOfTemplate, vmsOfUser, vmsOn,
} from './rowsOf.ts'
import { joined, type Joined, type Source } from './source.ts'
import { cluster, clusterNetwork, dataCenter } from './sources/clusters.ts'
import { event } from './sources/event.ts'
import { host } from './sources/host.ts'
import { user } from './sources/people.ts'
import { hostNetwork, network, nic, storage, vnic } from './sources/storageNetwork.ts'
import { template } from './sources/template.ts'
import { vm } from './sources/vm.ts'

export type Relations<Row> = Readonly<Record<string, Joined<Row>>>

export const vmRelations: Relations<VmRow> = {
  host: joined(host, ({ world }) => (row) => oneOrNone(row.host && world.tables.hosts.get(row.host.id))),
  template: joined(template, ({ world }) => (row) => oneOrNone(world.tables.templates.get(row.template.id))),
  event: joined(event, eventsBy('vm')),
  user: joined(user, ({ world }) => (row) => usersOn(world, [row.id])),
  storage: joined(storage, ({ world }) => (row) => storageOf(world, row.id)),
  vnic: joined(vnic, ({ world }) => (row) => world.tables.nics.by('ownerId', row.id)),
}

export const hostRelations: Relations<HostRow> = {
  vm: joined(vm, (context) => (row) => vmsOn(context, row)),
  template: joined(template, (context) => (row) => present(new Set(vmsOn(context, row).map((guest) => context.world.tables.templates.get(guest.template.id))))),
  event: joined(event, eventsBy('host')),
  user: joined(user, (context) => (row) => usersOn(context.world, vmsOn(context, row).map(({ id }) => id))),
  storage: joined(storage, (context) => (row) => storageOfDataCenter(context.world, clusterOf(context, row)?.data_center?.id)),
  nic: joined(nic, ({ world }) => (row) => world.tables.hostNics.by('hostId', row.id)),
}

export const templateRelations: Relations<TemplateRow> = {
  vm: joined(vm, (context) => (row) => vmsOfTemplate(context, row)),
  host: joined(host, (context) => (row) => present(new Set(vmsOfTemplate(context, row).map((guest) => guest.host && context.world.tables.hosts.get(guest.host.id))))),
  event: joined(event, eventsBy('template')),
  user: joined(user, (context) => (row) => usersOn(context.world, vmsOfTemplate(context, row).map(({ id }) => id))),
  storage: joined(storage, ({ world }) => (row) => storageOf(world, row.id)),
  vnic: joined(vnic, ({ world }) => (row) => world.tables.nics.by('ownerId', row.id)),
}

const to = <Row>(kind: keyof EventRow['refs'], source: Source<Row>, rowOf: (world: World, id: string) => Row | undefined): Joined<EventRow> =>
  joined(source, ({ world }) => ({ refs }) => oneOrNone(refs[kind] && rowOf(world, refs[kind].id)))

export const eventRelations: Relations<EventRow> = {
  vm: to('vm', vm, (world, id) => world.tables.vms.get(id)),
  host: to('host', host, (world, id) => world.tables.hosts.get(id)),
  // events reach templates through their machines
  template: joined(template, ({ world }) => ({ refs }) => {
    const guest = refs.vm && world.tables.vms.get(refs.vm.id)
    return present([guest ? world.tables.templates.get(guest.template.id) : undefined])
  }),
  user: to('user', user, (world, id) => world.tables.users.get(id)),
  cluster: to('cluster', cluster, (world, id) => world.tables.clusters.get(id)),
}

export const userRelations: Relations<UserRow> = {
  vm: joined(vm, ({ world }) => (row) => vmsOfUser(world, row.id)),
  host: joined(host, ({ world }) => (row) => present(new Set(vmsOfUser(world, row.id).map((guest) => guest.host && world.tables.hosts.get(guest.host.id))))),
  template: joined(template, ({ world }) => (row) => present(new Set(vmsOfUser(world, row.id).map((guest) => world.tables.templates.get(guest.template.id))))),
  event: joined(event, eventsBy('user')),
}

export const clusterRelations: Relations<ClusterRow> = {
  datacenter: joined(dataCenter, ({ world }) => (row) => oneOrNone(row.data_center && world.tables.dataCenters.get(row.data_center.id))),
  storage: joined(storage, ({ world }) => (row) => storageOfDataCenter(world, row.data_center?.id)),
  cluster_network: joined(clusterNetwork, ({ world }) => (row) => world.tables.clusterNetworks.by('clusterId', row.id)),
}

export const dataCenterRelations: Relations<DataCenterRow> = {
  cluster: joined(cluster, ({ world }) => (row) => world.tables.clusters.by('data_center', row.id)),
  storage: joined(storage, ({ world }) => (row) => storageOfDataCenter(world, row.id)),
  network: joined(network, ({ world }) => (row) => world.tables.networks.by('data_center', row.id)),
}

export const storageRelations: Relations<StorageDomainRow> = {
  host: joined(host, (context) => (row) => clustersOfStorage(context, row).flatMap(({ id }) => context.world.tables.hosts.by('cluster', id))),
  cluster: joined(cluster, (context) => (row) => clustersOfStorage(context, row)),
}

export const diskRelations: Relations<DiskRow> = {
  datacenter: joined(dataCenter, (context) => (row) => domainsOfDisk(context, row).flatMap((domain) => dataCentersOfStorage(context, domain))),
  storage: joined(storage, (context) => (row) => domainsOfDisk(context, row)),
}

export const networkRelations: Relations<NetworkRow> = {
  cluster_network: joined(clusterNetwork, ({ world }) => (row) => world.tables.clusterNetworks.by('networkId', row.id)),
  host_network: joined(hostNetwork, ({ world }) => (row) => world.tables.hostNics.by('network', row.id)),
}
