import { Skeleton, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { CodeCell, MomentCell, SizeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { ValueCell } from '../../blocks/cells/ValueCell.tsx'
import { FactList } from '../../blocks/detail/FactCards.tsx'
import type { Fact } from '../../blocks/detail/FactCards.tsx'
import { FaultLine } from '../../blocks/faults/FaultLine.tsx'
import type { Disk } from '../../domain/disk.ts'
import type { Nic } from '../../domain/nic.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { snapshotDisks, snapshotNics } from '../../engine/resources/snapshots.ts'
import { useText } from '../../i18n/text.ts'
import { StorageTypeWord } from './StorageTypeWord.tsx'

/** Not the active state, which is the VM itself. */
const isKept = ({ type }: Snapshot): boolean => type !== 'active'

const general: readonly Fact<Snapshot>[] = [
  { id: 'vm.snapshot.created', value: ({ createdAt }) => <MomentCell at={createdAt} />, offered: isKept },
  { id: 'vm.snapshot.memory', value: ({ withMemory }) => <ValueCell value={withMemory} />, offered: isKept },
  { id: 'vm.fact.memory', value: ({ memoryBytes }) => memoryBytes !== undefined && <SizeCell bytes={memoryBytes} />, offered: ({ memoryBytes }) => memoryBytes !== undefined },
  { id: 'vm.fact.vcpus', value: ({ vcpus }) => vcpus, offered: ({ vcpus }) => vcpus !== undefined },
]

const diskFacts: readonly Fact<Disk>[] = [
  { id: 'vm.disk.virtualSize', value: ({ provisionedBytes }) => <SizeCell bytes={provisionedBytes} /> },
  { id: 'vm.disk.actualSize', value: ({ actualBytes }) => <SizeCell bytes={actualBytes} /> },
  { id: 'vm.disk.type', value: ({ storageType }) => <StorageTypeWord type={storageType} /> },
  { id: 'vm.disk.sparse', value: ({ sparse }) => <ValueCell value={sparse} /> },
]
const nicFacts: readonly Fact<Nic>[] = [
  { id: 'vm.nic.profile', value: ({ vnicProfile }) => vnicProfile && <RefCell type="vnic_profile" to={vnicProfile} /> },
  { id: 'vm.nic.mac', value: ({ macAddress }) => macAddress !== undefined && <CodeCell>{macAddress}</CodeCell> },
]

/** What one snapshot holds: configuration, disks, network interfaces. */
export const SnapshotDetails = ({ vmId, snapshot }: { readonly vmId: string; readonly snapshot: Snapshot }) => {
  const { t } = useText()
  const disks = useQuery(snapshotDisks(vmId)(snapshot.id))
  const nics = useQuery(snapshotNics(vmId)(snapshot.id))
  const failed = [disks, nics].find(({ error }) => error)
  return (
    <div className="vm-summary">
      <FactList facts={general} row={snapshot} />
      {failed && <FaultLine fault={failed.error} onRetry={() => void failed.refetch()} />}
      {[disks, nics].some(({ isPending }) => isPending) && <Skeleton screenreaderText={t('state.loading')} />}
      {disks.data?.map((disk) => <section key={disk.id}><Title headingLevel="h3"><bdi>{disk.name}</bdi></Title><FactList facts={diskFacts} row={disk} /></section>)}
      {nics.data?.map((nic) => <section key={nic.id}><Title headingLevel="h3"><bdi>{nic.name}</bdi></Title><FactList facts={nicFacts} row={nic} /></section>)}
    </div>
  )
}
