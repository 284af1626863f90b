import DisconnectedIcon from '@patternfly/react-icons/dist/esm/icons/disconnected-icon'
import ConnectedIcon from '@patternfly/react-icons/dist/esm/icons/connected-icon'
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import { Icon } from '@patternfly/react-core'
import type { Nic } from '../../domain/nic.ts'
import { useText } from '../../i18n/text.ts'

/** Link and plug of a NIC in words, and whether a change waits until it is plugged anew. */
export const NicLink = ({ nic }: { readonly nic: Nic }) => {
  const { t } = useText()
  const isUp = nic.linked && nic.plugged
  const word = t(!nic.plugged ? 'vm.nic.unplugged' : nic.linked ? 'nic.link.up' : 'nic.link.down')
  return (
    <>
      <Icon isInline status={isUp ? 'success' : 'custom'}>{isUp ? <ConnectedIcon /> : <DisconnectedIcon />}</Icon> {word}
      {nic.synced === false && <> <Icon isInline status="warning" title={t('vm.nic.outOfSync')}><ExclamationTriangleIcon /></Icon><span className="pf-v6-u-screen-reader">{t('vm.nic.outOfSync')}</span></>}
    </>
  )
}
