import ServerIcon from '@patternfly/react-icons/dist/esm/icons/server-icon'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { CodeCell } from '../../blocks/cells/cells.tsx'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { DetailPage } from '../../blocks/detail/DetailPage.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import { useTabs } from '../../blocks/tabs.ts'
import type { Host } from '../../domain/host.ts'
import { hosts } from '../../engine/resources/hosts.ts'
import { tagsOf } from '../../engine/resources/tags.ts'
import { useText } from '../../i18n/text.ts'
import { hostActions } from './actions.ts'
import { HostBadges } from './HostBadges.tsx'
import { SpmCell } from './SpmCell.tsx'
import { useHostStatus } from './useHostStatus.ts'
import { VmCountCell } from './VmCountCell.tsx'

interface HeadFactProps { readonly label: 'entity.cluster' | 'host.general.address' | 'entities.vm' | 'host.general.spm'; readonly children: ReactNode }
const HeadFact = ({ label, children }: HeadFactProps) => {
  const { t } = useText()
  return <><span className="host-head__label">{t(label)}</span> {children}</>
}

const headFacts = (host: Host): readonly ReactNode[] => [
  <HeadFact key="cluster" label="entity.cluster"><RefCell type="cluster" to={host.cluster} /></HeadFact>,
  <HeadFact key="address" label="host.general.address"><CodeCell>{host.address}</CodeCell></HeadFact>,
  <HeadFact key="vms" label="entities.vm"><VmCountCell host={host} /></HeadFact>,
  <HeadFact key="spm" label="host.general.spm"><SpmCell host={host} /></HeadFact>,
  <HostBadges key="badges" host={host} />,
]

/** Everything about one host. */
export const HostPage = () => {
  const { t } = useText()
  const { id = '', tab } = useParams()
  const { row } = useDetail(hosts, id)
  const { data: tags = [] } = useQuery(tagsOf({ type: 'host', id }))
  return (
    <>
      <title>{row?.name ?? t('entity.host')}</title>
      <DetailPage
        key={id} id={id} source={hosts} icon={ServerIcon} actions={hostActions} tabs={useTabs('host')} tab={tab}
        hrefOf={(segment) => objectPath('host', id, segment) ?? ''} statusOf={useHostStatus()}
        tags={tags.map(({ name }) => name)} facts={headFacts}
      />
    </>
  )
}
