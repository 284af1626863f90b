import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { Host } from '../../domain/host.ts'
import type { MessageKey } from '../../i18n/messages.ts'

/** Priorities that have names in today's portal. Source: EditHostModel, SpmVdsPriority values. */
const priorityWords: Readonly<Record<number, MessageKey>> = { [-1]: 'host.spm.never', 2: 'host.spm.low', 5: 'host.spm.normal', 7: 'host.spm.high' }

/** Whether the host manages the storage of its data center, else how likely it is to. */
export const SpmCell = ({ host: { spmStatus, spmPriority } }: { readonly host: Pick<Host, 'spmStatus' | 'spmPriority'> }) => {
  const { t, textOr } = useText()
  const { number } = useFormat()
  if (spmStatus !== undefined && spmStatus !== 'none') return textOr(`spm.status.${spmStatus}`, spmStatus)
  if (spmPriority === undefined) return null
  const word = priorityWords[spmPriority]
  return word === undefined ? t('host.spm.custom', { value: number(spmPriority) }) : t(word)
}
