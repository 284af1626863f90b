import type { HostedEngineState } from '../../domain/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

/** Yes or no. */
export const YesNo = ({ is }: { readonly is: boolean }) => useText().t(is ? 'answer.yes' : 'answer.no')

/** A word of the engine in the user's language; as it came where we know none. */
export const EngineWord = ({ kind, word }: { readonly kind: string; readonly word: string }) => useText().textOr(`${kind}.${word}`, word)

/** How much of it is used, of how much. */
export const UsedFact = ({ totalBytes, usedBytes }: { readonly totalBytes: number | undefined; readonly usedBytes: number | undefined }) => {
  const { t } = useText()
  const { bytes } = useFormat()
  if (totalBytes === undefined) return null
  return usedBytes === undefined ? bytes(totalBytes) : t('host.general.usedOf', { used: bytes(usedBytes), total: bytes(totalBytes) })
}

/** What the hosted-engine agent of the host is doing. */
export const HostedEngineFact = ({ agent }: { readonly agent: HostedEngineState | undefined }) => {
  const { t } = useText()
  const { number } = useFormat()
  if (!agent?.configured) return t('answer.notConfigured')
  const states = [
    t(agent.active ? 'host.general.hostedEngine.active' : 'host.general.hostedEngine.inactive', { score: number(agent.score) }),
    ...(agent.globalMaintenance ? [t('host.general.hostedEngine.global')] : []),
    ...(agent.localMaintenance ? [t('host.general.hostedEngine.local')] : []),
  ]
  return states.map((state) => <span key={state} className="host-fact__line">{state}</span>)
}

/** Free and all huge pages by size, as far as the host has any. */
export const HugePagesFact = ({ values }: { readonly values: Readonly<Record<string, number>> }) => {
  const { t } = useText()
  const { bytes, number } = useFormat()
  const sizes = Object.entries(values).flatMap(([name, total]) => {
    const kib = /^hugepages\.(\d+)\.total$/.exec(name)?.[1]
    return kib === undefined || total === 0 ? [] : [{ kib, total, free: values[`hugepages.${kib}.free`] ?? 0 }]
  })
  if (sizes.length === 0) return t('answer.none')
  return sizes.map(({ kib, free, total }) => (
    <span key={kib} className="host-fact__line">{t('host.general.hugePages.of', { size: bytes(Number(kib) * 1024), free: number(free), total: number(total) })}</span>
  ))
}

/** A long line of the kernel, wrapped. */
export const KernelLine = ({ text }: { readonly text: string }) => <code className="host-fact__wrapped"><bdi>{text}</bdi></code>
