import ExchangeAltIcon from '@patternfly/react-icons/dist/esm/icons/exchange-alt-icon'
import type { Host } from '../../domain/host.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import './hosts.css'

/** How many VMs run on a host, and how many of them are on the move; REST does not tell in which direction. */
export const VmCountCell = ({ host: { activeVms, migratingVms, totalVms } }: { readonly host: Host }) => {
  const { t } = useText()
  const { number } = useFormat()
  const all = t('host.vms.all', { active: number(activeVms), migrating: number(migratingVms), total: number(totalVms) })
  return (
    <span title={all}>
      {number(activeVms)}
      {migratingVms > 0 && <span className="host-why"><ExchangeAltIcon aria-hidden /> {number(migratingVms)}<span className="pf-v6-u-screen-reader"> {t('vm.status.migrating')}</span></span>}
    </span>
  )
}
