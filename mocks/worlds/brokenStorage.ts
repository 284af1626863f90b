/** The state in which the master domain of the first data center was lost: nobody manages its storage, its VMs stand still. */
import type { Plan } from './plan.ts'

export function breakStorage(plan: Plan): void {
  const home = plan.dataCenters[0]
  if (!home) return
  const { dataCenters, hosts, storageDomains, vms } = plan.world.tables
  dataCenters.change(home.row.id, (row) => {
    row.status = 'problematic'
    delete row.hidden.spmHostId
  })
  for (const domain of storageDomains.by('data_center', home.row.id)) {
    storageDomains.change(domain.id, (row) => {
      for (const attachment of row.hidden.attachments) if (attachment.dataCenterId === home.row.id && attachment.status === 'active') attachment.status = row.master ? 'inactive' : 'unknown'
    })
  }
  for (const { hosts: all } of home.clusters) for (const host of all) if (host.spm?.status === 'spm') hosts.change(host.id, (row) => { row.spm = { priority: 5, status: 'none' } })
  // guests that wrote to the lost domain were paused by their hosts
  for (const vm of plan.vms) {
    if (vm.status !== 'up' || vm.hidden.seed % 4 !== 0) continue
    vms.change(vm.id, (row) => {
      row.status = 'paused'
      row.status_detail = 'eio'
      delete row.fqdn
      delete row.guest_operating_system
      delete row.guest_time_zone
    })
  }
}
