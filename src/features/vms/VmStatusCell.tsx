import { Progress } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useStatusWord } from '../../blocks/status/StatusIcon.tsx'
import type { Vm } from '../../domain/vm.ts'
import { vmStatusOf } from '../../domain/vmStatus.ts'
import { migrationProgress } from '../../engine/resources/statistics.ts'
import { useText } from '../../i18n/text.ts'

/** The status in words: how far a migration is, why it is paused, what somebody wrote when stopping it. */
export const VmStatusCell = ({ vm }: { readonly vm: Vm }) => {
  const { t, textOr } = useText()
  const word = useStatusWord()({ type: 'vm', word: vmStatusOf(vm) })
  if (vm.status === 'migrating') return <span className="vm-status">{word} <MigrationProgress id={vm.id} /></span>
  const pauseReason = vm.status === 'paused' && vm.statusDetail !== undefined ? textOr(`vm.pauseReason.${vm.statusDetail}`, vm.statusDetail) : undefined
  const reason = pauseReason ?? vm.stopReason
  return <span title={reason === undefined ? word : `${word}${t('punctuation.colon')}${reason}`}>{word}{reason !== undefined && <span className="vm-status__reason"> <bdi>{reason}</bdi></span>}</span>
}

/** Read again every few seconds while it is drawn, hence only while the VM is seen migrating. */
const MigrationProgress = ({ id }: { readonly id: string }) => {
  const { t } = useText()
  const { data } = useQuery(migrationProgress(id))
  return typeof data === 'number' ? <Progress className="vm-status__progress" value={data} size="sm" measureLocation="outside" aria-label={t('vm.migrationProgress')} /> : null
}
