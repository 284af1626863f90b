import BuildingIcon from '@patternfly/react-icons/dist/esm/icons/building-icon'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { DetailPage } from '../../blocks/detail/DetailPage.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import { useTabs } from '../../blocks/tabs.ts'
import type { DataCenter } from '../../domain/dataCenter.ts'
import { toLevel } from '../../domain/version.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { useText } from '../../i18n/text.ts'
import { DataCenterSigns, StorageTypeCell } from './DataCenterCells.tsx'
import { toDataCenterStatus } from './dataCenterStatus.ts'

interface HeadFactProps { readonly label: 'dc.col.storagetype' | 'dc.col.version'; readonly children: ReactNode }
const HeadFact = ({ label, children }: HeadFactProps) => {
  const { t } = useText()
  return <><span className="dc-head__label">{t(label)}</span> {children}</>
}

const headFacts = (row: DataCenter): readonly ReactNode[] => [
  <HeadFact key="type" label="dc.col.storagetype"><StorageTypeCell dataCenter={row} /></HeadFact>,
  <HeadFact key="version" label="dc.col.version">{toLevel(row.version)}</HeadFact>,
  <DataCenterSigns key="signs" dataCenter={row} />,
]

const noActions: readonly never[] = []

/** Everything about one data center. */
export const DataCenterPage = () => {
  const { t } = useText()
  const { id = '', tab } = useParams()
  const { row } = useDetail(dataCenters, id)
  return (
    <>
      <title>{row?.name ?? t('entity.data_center')}</title>
      <DetailPage
        key={id} id={id} source={dataCenters} icon={BuildingIcon} actions={noActions} tabs={useTabs('data_center')} tab={tab}
        hrefOf={(segment) => objectPath('data_center', id, segment) ?? ''} statusOf={toDataCenterStatus} facts={headFacts}
      />
    </>
  )
}
