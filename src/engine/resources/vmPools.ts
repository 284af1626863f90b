import type { VmPool } from '../../domain/vmPool.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { flag, identity, int, ref, target } from '../decode.ts'
import { defineResource } from '../resource.ts'

export const decodeVmPool = (wire: Wire.VmPool): VmPool => ({
  ...identity(wire),
  type: wire.type ?? 'automatic',
  size: int(wire.size, 0),
  prestartedVms: int(wire.prestarted_vms, 0),
  maxUserVms: int(wire.max_user_vms, 1),
  stateful: flag(wire.stateful, false),
  autoStorageSelect: flag(wire.auto_storage_select, false),
  useLatestTemplateVersion: flag(wire.use_latest_template_version, false),
  cluster: ref(wire.cluster),
  template: ref(wire.template),
  instanceType: ref(wire.instance_type),
})

export const vmPools = defineResource<VmPool, Wire.VmPool>({
  type: 'vm_pool',
  path: 'vmpools',
  element: 'vm_pool',
  decode: decodeVmPool,
  parents: (pool) => target('cluster', pool.cluster),
  defaultSort: { field: 'name', descending: false },
})
