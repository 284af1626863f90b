import { CountCell } from '../../blocks/cells/CountCell.tsx'
import { CodeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import type { Fact, FactCard } from '../../blocks/detail/FactCards.tsx'
import { objectPath } from '../../blocks/objectPath.ts'
import type { Cluster } from '../../domain/cluster.ts'
import { toLevel } from '../../domain/version.ts'
import { UpgradeCell } from './ClusterCells.tsx'
import { hostCount, vmCount } from './counts.ts'
import { ClusterKind, EngineWord, PercentFact, YesNo } from './FactValues.tsx'

const name: Fact<Cluster> = { id: 'field.name', value: (cluster) => cluster.name }
const description: Fact<Cluster> = { id: 'field.description', value: (cluster) => cluster.description }
const dataCenter: Fact<Cluster> = { id: 'entity.data_center', value: (cluster) => <RefCell type="data_center" to={cluster.dataCenter} /> }
const level: Fact<Cluster> = { id: 'cluster.col.version', value: ({ version }) => toLevel(version) }
const cpuType: Fact<Cluster> = { id: 'cluster.col.cputype', value: (cluster) => cluster.cpuType }
const hostsHeld: Fact<Cluster> = { id: 'cluster.col.hosts', value: (cluster) => <CountCell query={hostCount(cluster)} href={objectPath('cluster', cluster.id, 'hosts') ?? ''} /> }
const vmsHeld: Fact<Cluster> = { id: 'cluster.col.vms', value: (cluster) => <CountCell query={vmCount(cluster)} href={objectPath('cluster', cluster.id, 'vms') ?? ''} /> }

/** What the summary beside the list says of a cluster. */
export const summaryFacts: readonly Fact<Cluster>[] = [
  dataCenter, level, cpuType, hostsHeld, vmsHeld,
  { id: 'cluster.col.upgrade', value: (cluster) => <UpgradeCell cluster={cluster} /> },
  description,
]

/** The cards of the General tab. The emulated machine and flags that the CPU type misses have no place in REST. */
export const generalCards: readonly FactCard<Cluster>[] = [
  {
    id: 'cluster.card.info',
    facts: [
      name, description,
      { id: 'field.comment', value: ({ comment }) => comment },
      { id: 'field.id', value: ({ id }) => <CodeCell>{id}</CodeCell> },
      dataCenter, level,
      { id: 'cluster.fact.kind', value: (cluster) => <ClusterKind cluster={cluster} /> },
      hostsHeld, vmsHeld,
      { id: 'entity.mac_pool', value: ({ macPool }) => <RefCell type="mac_pool" to={macPool} /> },
    ],
  },
  {
    id: 'cluster.card.cpu',
    facts: [
      cpuType,
      { id: 'cluster.fact.architecture', value: ({ architecture }) => architecture },
      { id: 'cluster.fact.threads', value: ({ threadsAsCores }) => <YesNo is={threadsAsCores} /> },
      { id: 'cluster.fact.bios', value: ({ biosType }) => biosType && <EngineWord kind="cluster.bios" word={biosType} /> },
      { id: 'cluster.fact.overcommit', value: ({ memoryOverCommitPercent }) => <PercentFact percent={memoryOverCommitPercent} /> },
      { id: 'cluster.fact.ballooning', value: ({ ballooning }) => <YesNo is={ballooning} /> },
      { id: 'cluster.fact.ksm', value: ({ ksm }) => <YesNo is={ksm} /> },
      { id: 'cluster.fact.hugePages', value: ({ transparentHugePages }) => <YesNo is={transparentHugePages} /> },
    ],
  },
  {
    id: 'cluster.card.policies',
    facts: [
      { id: 'cluster.fact.resilience', value: ({ onError }) => onError && <EngineWord kind="cluster.resilience" word={onError} /> },
      { id: 'cluster.fact.scheduling', value: ({ schedulingPolicy }) => <RefCell type="scheduling_policy" to={schedulingPolicy} /> },
      { id: 'cluster.fact.haReservation', value: ({ haReservation }) => <YesNo is={haReservation} /> },
      { id: 'cluster.fact.fencing', value: ({ fencingEnabled }) => <YesNo is={fencingEnabled} /> },
      { id: 'cluster.fact.firewall', value: ({ firewallType }) => firewallType && <EngineWord kind="cluster.firewall" word={firewallType} /> },
      { id: 'cluster.fact.switch', value: ({ switchType }) => switchType && <EngineWord kind="cluster.switch" word={switchType} /> },
      { id: 'cluster.fact.vncEncryption', value: ({ vncEncryption }) => <YesNo is={vncEncryption} /> },
      { id: 'cluster.fact.fips', value: ({ fipsMode }) => fipsMode && <EngineWord kind="cluster.fips" word={fipsMode} /> },
    ],
  },
]
