import type { Host } from '../../domain/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'

/** How many virtual machines each of the hosts runs: they stop, or start elsewhere, when it is cut off. */
export const RunningVms = ({ rows }: { readonly rows: readonly Host[] }) => {
  const { t } = useText()
  const { number } = useFormat()
  const running = rows.filter(({ totalVms }) => totalVms > 0)
  if (running.length === 0) return <p>{t('host.running.none')}</p>
  return (
    <>
      <p>{t('host.running')}</p>
      <ul className="pf-v6-c-list">
        {running.slice(0, mostNamed).map(({ id, name, totalVms }) => <li key={id}><bdi>{name}</bdi>{t('punctuation.colon')}{number(totalVms)}</li>)}
      </ul>
      {running.length > mostNamed && <p>{t('count.andMore', { count: running.length - mostNamed })}</p>}
    </>
  )
}

const mostNamed = 10
