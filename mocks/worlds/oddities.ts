/**
 * Things that every inventory of some size must contain, whatever was drawn: a pinned VM, highly available ones with and without lease,
 * a pending configuration, a hosted-engine VM, shared, floating, direct-LUN, broken and ISO disks, a template without VMs.
 */
import type { VmRow } from '../engine/rows.ts'
import type { Plan } from './plan.ts'
import { gib } from './plan.ts'
import { clustersOf } from './sites.ts'
import { addDisk } from './vmDevices.ts'
import { addVm, engineVmFrom } from './vms.ts'

export function addOddities(plan: Plan): void {
  if (plan.scale.vms === 0) return
  addEngineVm(plan)
  const { vms } = plan.world.tables
  const ordinary = plan.vms.filter((vm) => vm.status === 'up' && !vm.vm_pool && vm.origin === 'ovirt' && vm.placement_policy?.affinity === 'migratable' && vm.high_availability?.enabled !== true && !vm.next_run_configuration_exists)
  const take = () => ordinary.pop()
  const change = (vm: VmRow | undefined, edit: (row: VmRow) => void) => { if (vm) vms.change(vm.id, edit) }
  change(take(), (vm) => { vm.placement_policy = { affinity: 'pinned', hosts: vm.host ? [{ id: vm.host.id }] : [] } })
  change(take(), (vm) => { vm.high_availability = { enabled: true, priority: 50 }; delete vm.lease })
  const domain = plan.dataCenters[0]?.domains[0]
  const first = plan.dataCenters[0]?.row.id
  const home = ordinary.findLast((vm) => plan.world.tables.clusters.get(vm.cluster.id)?.data_center?.id === first)
  if (domain) change(home, (vm) => { vm.high_availability = { enabled: true, priority: 100 }; vm.lease = { storage_domain: { id: domain.id } } })
  change(ordinary.find((vm) => vm !== home), (vm) => {
    vm.next_run_configuration_exists = true
    vm.hidden.nextRun = { memory: (vm.memory ?? gib) * 2, description: 'More memory at the next start' }
  })
  addFurtherDisks(plan)
}

/** The VM the engine itself runs in, on the hosts of the first cluster. */
function addEngineVm(plan: Plan): void {
  const cluster = plan.dataCenters[0]?.clusters[0]
  if (plan.scale.vms < engineVmFrom || !cluster || cluster.places.length === 0) return
  const random = plan.random('hosted engine')
  const vm = addVm(plan, random, { number: plan.scale.vms, name: 'HostedEngine', shape: { type: 'server', os: 'rhel_8x64', stem: '', vcpus: 4, memoryGib: 16, curve: 'server' }, status: 'up', cluster })
  plan.world.tables.vms.change(vm.id, (row) => {
    row.origin = 'managed_hosted_engine'
    row.delete_protected = true
    row.high_availability = { enabled: false, priority: 1 }
    row.placement_policy = { affinity: 'migratable' }
    row.next_run_configuration_exists = false
    delete row.lease
    delete row.hidden.nextRun
  })
}

function addFurtherDisks(plan: Plan): void {
  const { tables } = plan.world
  const random = plan.random('further disks')
  const cluster = clustersOf(plan)[0]
  if (!cluster) return
  const disks = plan.vms.length
  const floating = Math.max(1, Math.round(disks * 0.04))
  for (let number = 0; number < floating; number += 1) addDisk(plan, random, { name: `floating-${String(number + 1).padStart(2, '0')}`, sizeBytes: 40 * gib, cluster })
  for (const name of ['rhel-9.4-x86_64-dvd.iso', 'windows-server-2022.iso', 'debian-12.5.0-amd64-netinst.iso']) addDisk(plan, random, { name, sizeBytes: 4 * gib, cluster, content: 'iso' })
  const pair = plan.vms.filter((vm) => vm.cluster.id === cluster.row.id && !vm.vm_pool && vm.status === 'up').slice(0, 2)
  const attach = (vm: VmRow, diskId: string, number: number) => {
    tables.diskAttachments.insert({ id: plan.id('further attachment', number), ownerId: vm.id, disk: { id: diskId }, active: true, bootable: false, interface: 'virtio_scsi', pass_discard: false, read_only: false, uses_scsi_reservation: false })
    for (const snapshot of tables.snapshots.by('vmId', vm.id)) if (snapshot.snapshot_type === 'active') tables.snapshots.change(snapshot.id, (row) => { row.diskIds = [...row.diskIds, diskId] })
  }
  if (pair.length === 2) {
    const shareable = addDisk(plan, random, { name: 'cluster-quorum', sizeBytes: 10 * gib, cluster, shareable: true })
    pair.forEach((vm, number) => attach(vm, shareable, number))
  }
  plan.vms.filter((vm) => vm.status === 'down' && !vm.vm_pool).slice(0, Math.max(1, Math.round(disks * 0.01))).forEach((vm, number) => {
    const id = plan.id('lun disk', number)
    tables.disks.insert({
      id, name: `${vm.name}_LUN`, alias: `${vm.name}_LUN`, description: '', storage_type: 'lun', content_type: 'data', format: 'raw', propagate_errors: false, shareable: false, sparse: false, wipe_after_delete: false, status: 'ok', backup: 'none',
      actual_size: 0, total_size: 0, provisioned_size: 0, storage_domains: [], hidden: { seed: plan.curveSeed('lun disk', number) },
      lun_storage: { type: 'iscsi', logical_units: [{ id: `3600140500000000${number.toString(16).padStart(16, '0')}`, size: 200 * gib, lun_mapping: number, paths: 2, product_id: 'LUN', vendor_id: 'LIO-ORG', serial: `SLIO_L${number}`, address: '10.1.200.20', port: 3260, portal: '10.1.200.20:3260,1', target: 'iqn.2003-01.org.example:direct' }] },
    })
    attach(vm, id, 10 + number)
  })
  // a disk left behind by a failed operation
  const broken = addDisk(plan, random, { name: 'aborted-copy', sizeBytes: 20 * gib, cluster })
  tables.disks.change(broken, (row) => { row.status = 'illegal' })
}
