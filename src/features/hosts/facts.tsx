import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { UsageCell } from '../../blocks/cells/UsageCell.tsx'
import { CodeCell, SizeCell } from '../../blocks/cells/cells.tsx'
import { DataCenterCell } from '../../blocks/cells/DataCenterCell.tsx'
import type { Fact } from '../../blocks/detail/FactCards.tsx'
import type { Host } from '../../domain/host.ts'
import { isHostMeasured } from '../../domain/hostStatus.ts'
import { HostBadges } from './HostBadges.tsx'
import { HostNetworkCell } from './HostNetworkCell.tsx'
import { HostStatusCell } from './HostStatus.tsx'
import { SpmCell } from './SpmCell.tsx'
import { VmCountCell } from './VmCountCell.tsx'

/** What the summary beside the list says of a host. */
export const summaryFacts: readonly Fact<Host>[] = [
  { id: 'field.status', value: (host) => <HostStatusCell host={host} /> },
  { id: 'host.general.address', value: ({ address }) => <CodeCell>{address}</CodeCell> },
  { id: 'entity.cluster', value: ({ cluster }) => <RefCell type="cluster" to={cluster} /> },
  { id: 'entity.data_center', value: ({ cluster }) => <DataCenterCell cluster={cluster} /> },
  { id: 'entities.vm', value: (host) => <VmCountCell host={host} /> },
  { id: 'host.col.additional', value: (host) => <HostBadges host={host} /> },
  { id: 'host.col.memory', value: (host) => <UsageCell type="host" id={host.id} measure="memory" isMeasured={isHostMeasured(host)} /> },
  { id: 'host.col.cpu', value: (host) => <UsageCell type="host" id={host.id} measure="cpu" isMeasured={isHostMeasured(host)} /> },
  { id: 'host.col.network', value: (host) => <HostNetworkCell host={host} /> },
  { id: 'host.general.physicalMemory', value: ({ memoryBytes }) => memoryBytes !== undefined && <SizeCell bytes={memoryBytes} /> },
  { id: 'host.general.cpuModel', value: ({ cpuName }) => cpuName },
  { id: 'host.general.spm', value: (host) => <SpmCell host={host} /> },
  { id: 'host.general.software', value: ({ vdsmVersion }) => vdsmVersion?.full },
]
