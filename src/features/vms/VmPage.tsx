import VirtualMachineIcon from '@patternfly/react-icons/dist/esm/icons/virtual-machine-icon'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { RefCell } from '../../blocks/cells/RefCell.tsx'
import { UptimeCell } from '../../blocks/cells/UptimeCell.tsx'
import { DetailPage } from '../../blocks/detail/DetailPage.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { objectPath } from '../../blocks/objectPath.ts'
import { useTabs } from '../../blocks/tabs.ts'
import type { Vm } from '../../domain/vm.ts'
import { tagsOf } from '../../engine/resources/tags.ts'
import { vms } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { vmActions } from './actions.ts'
import { AddressCell } from './GuestCells.tsx'
import { isHosted, toVmStatus } from './vmStatus.ts'
import './vms.css'

/** Host, cluster, address, uptime: what tells one running machine from another. */
const headFacts = (vm: Vm): readonly ReactNode[] => [
  <HeadFact key="cluster" label="vm.fact.cluster"><RefCell type="cluster" to={vm.cluster} /></HeadFact>,
  ...(vm.host ? [<HeadFact key="host" label="vm.fact.host"><RefCell type="host" to={vm.host} /></HeadFact>] : []),
  ...(isHosted(vm) ? [<HeadFact key="ip" label="vm.fact.ip"><AddressCell vm={vm} /></HeadFact>] : []),
  ...(isHosted(vm) && vm.startedAt !== undefined ? [<HeadFact key="uptime" label="vm.fact.uptime"><UptimeCell since={vm.startedAt} /></HeadFact>] : []),
]

interface HeadFactProps { readonly label: 'vm.fact.cluster' | 'vm.fact.host' | 'vm.fact.ip' | 'vm.fact.uptime'; readonly children: ReactNode }
const HeadFact = ({ label, children }: HeadFactProps) => {
  const { t } = useText()
  return <><span className="vm-head__label">{t(label)}</span> {children}</>
}

/** Since when it has been down; how long it has been running stands among the facts. */
const sinceOf = (vm: Vm): number | undefined => (isHosted(vm) ? undefined : vm.stoppedAt)

/** Everything about one virtual machine. */
export const VmPage = () => {
  const { t } = useText()
  const { id = '', tab } = useParams()
  const { row } = useDetail(vms, id)
  const { data: tags = [] } = useQuery(tagsOf({ type: 'vm', id }))
  return (
    <>
      <title>{row?.name ?? t('entity.vm')}</title>
      <DetailPage
        key={id} id={id} source={vms} icon={VirtualMachineIcon} actions={vmActions} tabs={useTabs('vm')} tab={tab}
        hrefOf={(segment) => objectPath('vm', id, segment) ?? ''} statusOf={toVmStatus} sinceOf={sinceOf}
        tags={tags.map((tag) => tag.name)} facts={headFacts}
      />
    </>
  )
}
