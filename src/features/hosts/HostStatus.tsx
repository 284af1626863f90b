import { StatusIcon, useStatusWord } from '../../blocks/status/StatusIcon.tsx'
import type { Host } from '../../domain/host.ts'
import { useText } from '../../i18n/text.ts'
import { useHostStatus } from './useHostStatus.ts'

interface HostProps { readonly host: Host }

/** Icon of a host with the exclamation mark and its reasons. */
export const HostStatusIcon = ({ host }: HostProps) => <StatusIcon status={useHostStatus()(host)} />

/** Status as a word, why it is so, and whether its networks are being changed. */
export const HostStatusCell = ({ host }: HostProps) => {
  const { t, textOr } = useText()
  const word = useStatusWord()({ type: 'host', word: host.status })
  const { statusDetail } = host
  // Non-operational hosts give a word of the engine, hosts in maintenance what their administrator wrote (HostMapper.java).
  const why = statusDetail === undefined ? undefined : textOr(`host.nonOperational.${statusDetail}`, statusDetail)
  return (
    <>
      {word}
      {host.networkOperationInProgress && <> {t('host.status.networksUpdating')}</>}
      {why !== undefined && <> · <bdi title={why}>{why}</bdi></>}
    </>
  )
}
