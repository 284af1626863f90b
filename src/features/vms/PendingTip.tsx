import { useQuery } from '@tanstack/react-query'
import type { Vm } from '../../domain/vm.ts'
import { vmNextRun } from '../../engine/resources/vms.ts'
import { useText } from '../../i18n/text.ts'
import { pendingFacts } from './facts.tsx'

/** The kind of a VM in words, and the settings that its next start changes. */
export const PendingTip = ({ vm, words }: { readonly vm: Vm; readonly words: string }) => {
  const { t } = useText()
  const { data: next } = useQuery(vmNextRun(vm.id))
  const changed = next ? pendingFacts({ vm, next }) : []
  return <>{words}{changed.length > 0 && <ul>{changed.map((id) => <li key={id}>{t(id)}</li>)}</ul>}</>
}
