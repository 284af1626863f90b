import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { UsageCell } from '../../blocks/cells/UsageCell.tsx'
import { FactList } from '../../blocks/detail/FactCards.tsx'
import { LatestEvents } from '../../blocks/events/LatestEvents.tsx'
import type { Vm } from '../../domain/vm.ts'
import { vmNextRun } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { summaryFacts } from './facts.tsx'
import { isHosted } from './vmStatus.ts'

const measures = [
  { measure: 'cpu', label: 'vm.col.cpu_usage' },
  { measure: 'memory', label: 'vm.col.memory_usage' },
  { measure: 'network', label: 'vm.col.network_usage' },
] as const

/** What one wants to know of a VM while walking through the list: key facts, load, newest events. */
export const VmSummary = ({ row: vm }: { readonly row: Vm }) => {
  const { t } = useText()
  const { data: next } = useQuery({ ...vmNextRun(vm.id), enabled: vm.nextRunConfigurationExists })
  return (
    <div className="vm-summary">
      <FactList facts={summaryFacts} row={{ vm, next: vm.nextRunConfigurationExists ? next : undefined }} />
      {isHosted(vm) && (
        <section>
          <Title headingLevel="h3">{t('vm.summary.load')}</Title>
          <DescriptionList isCompact isHorizontal termWidth="11rem">
            {measures.map(({ measure, label }) => (
              <DescriptionListGroup key={measure}>
                <DescriptionListTerm>{t(label)}</DescriptionListTerm>
                <DescriptionListDescription><UsageCell type="vm" id={vm.id} measure={measure} isMeasured /></DescriptionListDescription>
              </DescriptionListGroup>
            ))}
          </DescriptionList>
        </section>
      )}
      <LatestEvents type="vm" id={vm.id} name={vm.name} />
    </div>
  )
}
