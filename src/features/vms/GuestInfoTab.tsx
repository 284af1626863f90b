import { Skeleton, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CodeCell } from '../../blocks/cells/cells.tsx'
import type { Column } from '../../blocks/column.ts'
import { FactCards } from '../../blocks/detail/FactCards.tsx'
import type { FactCard } from '../../blocks/detail/FactCards.tsx'
import { SubList } from '../../blocks/detail/SubList.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import type { Vm } from '../../domain/vm.ts'
import type { VmSession } from '../../domain/vmDetails.ts'
import { vmSessions } from '../../engine/resources/vmDetails.ts'
import { vms } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'

const original = (value: string | undefined): ReactNode => value && <bdi data-original>{value}</bdi>
const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' ')

const cards: readonly FactCard<Vm>[] = [
  {
    id: 'vm.guest.system',
    facts: [
      { id: 'vm.guest.family', value: ({ guestOsFamily }) => original(guestOsFamily) },
      { id: 'vm.fact.architecture', value: ({ guestArchitecture }) => original(guestArchitecture) },
      { id: 'vm.fact.os', value: (vm) => original(joined(vm.guestOsDistribution, vm.guestOsVersion, vm.guestOsCodename)) },
      { id: 'vm.guest.kernel', value: ({ guestKernel }) => original(guestKernel) },
      { id: 'vm.fact.timeZone', value: ({ guestTimeZone, guestTimeZoneOffset }) => original(joined(guestTimeZone, guestTimeZoneOffset)) },
      { id: 'vm.fact.fqdn', value: ({ fqdn }) => fqdn },
    ],
  },
]

const placed = { type: 'vm' } as const
const columns: readonly Column<VmSession>[] = [
  { id: 'vm.session.user', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 240 },
  { id: 'vm.session.console', value: ({ consoleUser }) => consoleUser, sortLoaded: true, widthPx: 140 },
  { id: 'vm.session.address', value: ({ ipAddress }) => ipAddress, cell: ({ ipAddress }) => <CodeCell>{ipAddress}</CodeCell>, sortLoaded: true, widthPx: 180 },
  { id: 'vm.session.protocol', value: ({ protocol }) => protocol, cell: ({ protocol }) => <CodeCell>{protocol}</CodeCell>, sortLoaded: true, widthPx: 140 },
]

/** What the guest agent says of the system inside, and who is at the machine. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { t } = useText()
  const { row: vm } = useDetail(vms, parentId)
  const sessions = useQuery(vmSessions(parentId))
  if (!vm) return <Skeleton screenreaderText={t('state.loading')} />
  return (
    <div className="vm-guest">
      <FactCards cards={cards} row={vm} />
      <Title headingLevel="h2" size="lg">{t('vm.session.title')}</Title>
      <SubList id="vm.sessions" title="vm.session.title" placed={placed} columns={columns} none="vm.session.none" result={sessions} />
    </div>
  )
}
