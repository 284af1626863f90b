import ClusterIcon from '@patternfly/react-icons/dist/esm/icons/cluster-icon'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { CountCell } from '../../blocks/cells/CountCell.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { DetailPage } from '../../blocks/detail/DetailPage.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import { useTabs } from '../../blocks/tabs.ts'
import type { Cluster } from '../../domain/cluster.ts'
import { toLevel } from '../../domain/version.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { useText } from '../../i18n/text.ts'
import { ClusterSigns } from './ClusterCells.tsx'
import { hostCount, vmCount } from './counts.ts'

interface HeadFactProps { readonly label: 'entity.data_center' | 'cluster.col.version' | 'entities.host' | 'entities.vm'; readonly children: ReactNode }
const HeadFact = ({ label, children }: HeadFactProps) => {
  const { t } = useText()
  return <><span className="cluster-head__label">{t(label)}</span> {children}</>
}

const headFacts = (cluster: Cluster): readonly ReactNode[] => [
  <HeadFact key="dataCenter" label="entity.data_center"><RefCell type="data_center" to={cluster.dataCenter} /></HeadFact>,
  <HeadFact key="version" label="cluster.col.version">{toLevel(cluster.version)}</HeadFact>,
  <HeadFact key="hosts" label="entities.host"><CountCell query={hostCount(cluster)} /></HeadFact>,
  <HeadFact key="vms" label="entities.vm"><CountCell query={vmCount(cluster)} /></HeadFact>,
  <ClusterSigns key="signs" cluster={cluster} />,
]

const noActions: readonly never[] = []

/** Everything about one cluster. */
export const ClusterPage = () => {
  const { t } = useText()
  const { id = '', tab } = useParams()
  const { row } = useDetail(clusters, id)
  return (
    <>
      <title>{row?.name ?? t('entity.cluster')}</title>
      <DetailPage
        key={id} id={id} source={clusters} icon={ClusterIcon} actions={noActions} tabs={useTabs('cluster')} tab={tab}
        hrefOf={(segment) => objectPath('cluster', id, segment) ?? ''} facts={headFacts}
      />
    </>
  )
}
