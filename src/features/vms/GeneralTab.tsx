import { Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { FactCards } from '../../blocks/detail/FactCards.tsx'
import { useDetail } from '../../blocks/detail/useDetail.ts'
import { vmNextRun, vms } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { vmFactCards } from './facts.tsx'

/** What a VM is, as cards; where changes wait for its next start, both values. */
export const Tab = ({ parentId }: { readonly parentId: string }) => {
  const { t } = useText()
  const { row: vm } = useDetail(vms, parentId)
  const waits = vm?.nextRunConfigurationExists === true
  const { data: next } = useQuery({ ...vmNextRun(parentId), enabled: waits })
  if (!vm) return <Skeleton screenreaderText={t('state.loading')} />
  return <FactCards cards={vmFactCards} row={{ vm, next: waits ? next : undefined }} />
}
