import type { DataCenter } from '../../domain/dataCenter.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { flag, identity, list, ref, version } from '../decode.ts'
import { defineResource } from '../resource.ts'

export const decodeDataCenter = (wire: Wire.DataCenter): DataCenter => ({
  ...identity(wire),
  status: wire.status ?? 'uninitialized',
  local: flag(wire.local, false),
  version: version(wire.version),
  supportedVersions: list(wire.supported_versions?.version).flatMap((one) => version(one) ?? []),
  storageFormat: wire.storage_format,
  quotaMode: wire.quota_mode,
  macPool: ref(wire.mac_pool),
})

/** `contend` is the election of a storage manager, which ends by itself. */
export const dataCenters = defineResource<DataCenter, Wire.DataCenter>({
  type: 'data_center',
  path: 'datacenters',
  element: 'data_center',
  decode: decodeDataCenter,
  transitional: ['contend'],
  defaultSort: { field: 'name', descending: false },
})
