/** Pools of VMs, to read. Source: VmPoolMapper: what its VMs look like rides in `vm`. */
import type * as Model from '../../../src/wire/model.generated.ts'
import { collection, wholeTable } from '../registry.ts'
import type { VmPoolRow } from '../rows.ts'

collection('vmpools', {
  ...wholeTable('vmPools'), type: 'VmPool', object: 'vm_pool', search: 'pools',
  show: (row: VmPoolRow, { world }): Model.VmPool => {
    const members = world.tables.vms.by('vm_pool', row.id)
    const [first] = members
    return { ...row, size: members.length, ...first && { vm: { name: first.name, ...first.memory !== undefined && { memory: first.memory } } } }
  },
})
