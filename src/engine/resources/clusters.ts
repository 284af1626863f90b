import type { Cluster } from '../../domain/cluster.ts'
import type * as Wire from '../../wire/wire.generated.ts'
import { flag, identity, int, list, named, ref, target, version } from '../decode.ts'
import { defineResource } from '../resource.ts'

export const decodeCluster = (wire: Wire.Cluster): Cluster => ({
  ...identity(wire),
  dataCenter: ref(wire.data_center),
  version: version(wire.version),
  cpuType: wire.cpu?.type,
  architecture: wire.cpu?.architecture,
  biosType: wire.bios_type,
  macPool: ref(wire.mac_pool),
  schedulingPolicy: ref(wire.scheduling_policy),
  schedulingProperties: named(wire.custom_scheduling_policy_properties?.property),
  virtService: flag(wire.virt_service, true),
  glusterService: flag(wire.gluster_service, false),
  ballooning: flag(wire.ballooning_enabled, false),
  threadsAsCores: flag(wire.threads_as_cores, false),
  ksm: flag(wire.ksm?.enabled, false),
  ksmAcrossNumaNodes: flag(wire.ksm?.merge_across_nodes, false),
  memoryOverCommitPercent: int(wire.memory_policy?.over_commit?.percent),
  transparentHugePages: flag(wire.memory_policy?.transparent_hugepages?.enabled, false),
  haReservation: flag(wire.ha_reservation, false),
  fencingEnabled: flag(wire.fencing_policy?.enabled, false),
  onError: wire.error_handling?.on_error,
  migrationPolicy: ref(wire.migration?.policy),
  migrationBandwidth: wire.migration?.bandwidth?.assignment_method,
  firewallType: wire.firewall_type,
  switchType: wire.switch_type,
  vncEncryption: flag(wire.vnc_encryption, false),
  fipsMode: wire.fips_mode,
  logMemoryThreshold: int(wire.log_max_memory_used_threshold),
  serialNumberPolicy: wire.serial_number?.policy,
  rngSources: list(wire.required_rng_sources?.required_rng_source),
  upgradeInProgress: flag(wire.upgrade_in_progress, false),
  upgradePercent: int(wire.upgrade_percent_complete),
  upgradeCorrelationId: wire.upgrade_correlation_id,
})

export const clusters = defineResource<Cluster, Wire.Cluster>({
  type: 'cluster',
  path: 'clusters',
  element: 'cluster',
  decode: decodeCluster,
  parents: (cluster) => target('data_center', cluster.dataCenter),
  defaultSort: { field: 'name', descending: false },
})
