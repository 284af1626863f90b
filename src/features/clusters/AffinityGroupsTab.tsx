import { useQuery } from '@tanstack/react-query'
import type { Column } from '../../blocks/column.ts'
import { SubList } from '../../blocks/detail/SubList.tsx'
import { StatusLabel } from '../../blocks/status/StatusIcon.tsx'
import type { AffinityGroup, AffinityRule } from '../../domain/affinity.ts'
import { clusterAffinityGroups } from '../../engine/resources/affinity.ts'
import { textNow } from '../../i18n/text.ts'
import { memberNames, Members } from './Members.tsx'
import './clusters.css'

const placed = { type: 'affinity_group' } as const

/** A rule in words: off, together or apart, and whether it is enforced. */
const ruleWords = ({ enabled, positive, enforcing }: AffinityRule): string => {
  const { t } = textNow()
  if (!enabled) return t('answer.disabled')
  return t(positive ? (enforcing ? 'affinity.rule.positiveHard' : 'affinity.rule.positiveSoft') : (enforcing ? 'affinity.rule.negativeHard' : 'affinity.rule.negativeSoft'))
}

const columns: readonly Column<AffinityGroup>[] = [
  { id: 'field.name', value: ({ name }) => name, pinned: true, sortLoaded: true, widthPx: 200 },
  {
    id: 'field.status', value: ({ broken }) => broken, sortLoaded: true, widthPx: 120,
    cell: ({ broken }) => <StatusLabel status={{ type: 'affinity_group', kind: broken ? 'warning' : 'up', word: broken ? 'broken' : 'ok' }} />,
  },
  { id: 'affinity.group.priority', value: ({ priority }) => priority, align: 'end', sortLoaded: true, widthPx: 100 },
  { id: 'affinity.group.vmRule', value: ({ vmsRule }) => ruleWords(vmsRule), widthPx: 200 },
  { id: 'affinity.group.hostRule', value: ({ hostsRule }) => ruleWords(hostsRule), widthPx: 200 },
  { id: 'entities.vm', value: ({ vms }) => memberNames('vm', vms), cell: ({ vms }) => <Members type="vm" refs={vms} />, widthPx: 260 },
  { id: 'affinity.group.vmLabels', value: ({ vmLabels }) => memberNames('affinity_label', vmLabels), cell: ({ vmLabels }) => <Members type="affinity_label" refs={vmLabels} />, hidden: true, widthPx: 180 },
  { id: 'entities.host', value: ({ hosts }) => memberNames('host', hosts), cell: ({ hosts }) => <Members type="host" refs={hosts} />, widthPx: 220 },
  { id: 'affinity.group.hostLabels', value: ({ hostLabels }) => memberNames('affinity_label', hostLabels), cell: ({ hostLabels }) => <Members type="affinity_label" refs={hostLabels} />, hidden: true, widthPx: 180 },
  { id: 'field.description', value: ({ description }) => description, widthPx: 220 },
]

/** Affinity groups of a cluster: who has to stay together or apart, and whether they do. */
export const Tab = ({ parentId }: { readonly parentId: string }) =>
  <SubList id="cluster.tab.affinitygroups" title="cluster.tab.affinitygroups" placed={placed} columns={columns} result={useQuery(clusterAffinityGroups(parentId))} />
