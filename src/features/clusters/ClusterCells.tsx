import { Progress } from '@patternfly/react-core'
import EnhancementIcon from '@patternfly/react-icons/dist/esm/icons/enhancement-icon'
import ExclamationTriangleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Cluster } from '../../domain/cluster.ts'
import { isOutdated } from '../../domain/version.ts'
import { allQuery } from '../../engine/names.ts'
import { dataCenters } from '../../engine/resources/dataCenters.ts'
import { useText } from '../../i18n/text.ts'
import { updateCount } from './counts.ts'
import './clusters.css'

interface ClusterProps { readonly cluster: Cluster }

const Sign = ({ Icon, tone, words }: { readonly Icon: ComponentType; readonly tone: 'info' | 'warning'; readonly words: string }) => (
  <span className={`cluster-sign cluster-sign--${tone}`} title={words}><span aria-hidden><Icon /></span><span className="pf-v6-u-screen-reader">{words}</span></span>
)

/**
 * Signs beside a cluster: a newer compatibility level is possible, hosts have updates. The flags of today's portal are not in REST: these
 * are derived, and missing CPU flags, outdated CPU configuration and networks out of sync cannot be told for a list.
 */
export const ClusterSigns = ({ cluster }: ClusterProps) => {
  const { t } = useText()
  const { data: centers } = useQuery(allQuery(dataCenters))
  const { data: updates = 0 } = useQuery(updateCount(cluster))
  const supported = centers?.find(({ id }) => id === cluster.dataCenter?.id)?.supportedVersions ?? []
  return (
    <>
      {isOutdated(cluster.version, supported) && <Sign Icon={ExclamationTriangleIcon} tone="warning" words={t('cluster.sign.level')} />}
      {updates > 0 && <Sign Icon={EnhancementIcon} tone="info" words={t('cluster.sign.updates')} />}
    </>
  )
}

/** How far a running upgrade has come, else whether one is possible. */
export const UpgradeCell = ({ cluster }: ClusterProps) => {
  const { t } = useText()
  const { data: updates = 0 } = useQuery({ ...updateCount(cluster), enabled: !cluster.upgradeInProgress })
  if (cluster.upgradeInProgress) return <Progress className="cluster-upgrade" value={cluster.upgradePercent ?? 0} size="sm" measureLocation="outside" aria-label={t('cluster.upgrade.running')} />
  return updates > 0 ? t('cluster.upgrade.available') : null
}
