import { ListPage } from '../../blocks/list/ListPage.tsx'
import { objectPath } from '../../blocks/objectPath.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { useText } from '../../i18n/text.ts'
import { dataCenterColumns } from './columns.tsx'
import { DataCenterSummary } from './DataCenterSummary.tsx'

/** The search bar of this list completes its fields. */
const searchIds = ['dc.list.search']
const noActions: readonly never[] = []

/** All data centers. */
export const DataCentersPage = () => {
  const { t } = useText()
  return (
    <>
      <title>{t('dc.list.main')}</title>
      <ListPage
        id="dc.list.main" also={searchIds} title="dc.list.main" source={dataCenters} columns={dataCenterColumns} actions={noActions} search="datacenter"
        Summary={DataCenterSummary} href={({ id }) => objectPath('data_center', id) ?? ''}
      />
    </>
  )
}
