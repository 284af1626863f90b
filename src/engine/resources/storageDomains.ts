import type { StorageDomain } from '../../domain/storageDomain.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { defineChildren } from '../children.ts'
import { flag, identity, int, ref, refs, target } from '../decode.ts'
import { collectionPaths } from '../paths.ts'
import { defineResource } from '../resource.ts'

export const decodeStorageDomain = (wire: Wire.StorageDomain): StorageDomain => {
  const dataCenter = ref(wire.data_center)
  return {
    ...identity(wire),
    status: wire.status,
    externalStatus: wire.external_status,
    type: wire.type ?? 'data',
    master: flag(wire.master, false),
    storageType: wire.storage?.type,
    storageAddress: wire.storage?.address,
    storagePath: wire.storage?.path,
    nfsVersion: wire.storage?.nfs_version,
    mountOptions: wire.storage?.mount_options,
    format: wire.storage_format,
    availableBytes: int(wire.available),
    usedBytes: int(wire.used),
    committedBytes: int(wire.committed),
    blockSizeBytes: int(wire.block_size),
    warningLowSpacePercent: int(wire.warning_low_space_indicator),
    criticalSpaceGib: int(wire.critical_space_action_blocker),
    wipeAfterDelete: flag(wire.wipe_after_delete, false),
    discardAfterDelete: flag(wire.discard_after_delete, false),
    supportsDiscard: flag(wire.supports_discard),
    backup: flag(wire.backup, false),
    dataCenters: wire.data_centers ? refs(wire.data_centers.data_center) : dataCenter ? [dataCenter] : [],
  }
}

/** The flat list: `status` only for domains of no data center. */
export const storageDomains = defineResource<StorageDomain, Wire.StorageDomain>({
  type: 'storage_domain',
  path: 'storagedomains',
  element: 'storage_domain',
  decode: decodeStorageDomain,
  parents: (domain) => domain.dataCenters.flatMap((dataCenter) => target('data_center', dataCenter)),
  defaultSort: { field: 'name', descending: false },
})

/** Domains of one data center with their status there. */
export const dataCenterStorageDomains = defineChildren<StorageDomain, Wire.StorageDomain>({
  parent: { type: 'data_center', path: collectionPaths.data_center },
  path: 'storagedomains',
  element: 'storage_domain',
  decode: decodeStorageDomain,
})
