import type { Cluster } from '../../domain/cluster.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

/** Yes or no. */
export const YesNo = ({ is }: { readonly is: boolean }) => useText().t(is ? 'answer.yes' : 'answer.no')

/** A word of the engine in the user's language; as it came where we know none. */
export const EngineWord = ({ kind, word }: { readonly kind: string; readonly word: string }) => useText().textOr(`${kind}.${word}`, word)

/** A share, 150 for one and a half times. */
export const PercentFact = ({ percent }: { readonly percent: number | undefined }) => useFormat().percent(percent)

/** Whether its hosts run virtual machines, serve Gluster volumes, or both. */
export const ClusterKind = ({ cluster: { virtService, glusterService } }: { readonly cluster: Cluster }) => {
  const { t } = useText()
  const { list } = useFormat()
  return list([...(virtService ? [t('cluster.kind.virt')] : []), ...(glusterService ? [t('cluster.kind.gluster')] : [])])
}
