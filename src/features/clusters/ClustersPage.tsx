import { ListPage } from '../../blocks/list/ListPage.tsx'
import { objectPath } from '../../blocks/objectPath.ts'
import { clusters } from '../../engine/resources/clusters.ts'
import { useText } from '../../i18n/text.ts'
import { ClusterSummary } from './ClusterSummary.tsx'
import { clusterColumns } from './columns.tsx'

/** The search bar of this list completes its fields. */
const searchIds = ['cluster.list.search']
const noActions: readonly never[] = []

/** All clusters. */
export const ClustersPage = () => {
  const { t } = useText()
  return (
    <>
      <title>{t('cluster.list.main')}</title>
      <ListPage
        id="cluster.list.main" also={searchIds} title="cluster.list.main" source={clusters} columns={clusterColumns} actions={noActions} search="cluster"
        Summary={ClusterSummary} href={({ id }) => objectPath('cluster', id) ?? ''}
      />
    </>
  )
}
